import { listWords, type StopWords } from './stop-words.js';

export const englishStopWords: StopWords = {
  functionWords: listWords(`
    a an the this that these those and or but nor so yet if then than because although though while
    i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we
    us our ours ourselves they them their theirs themselves one ones
    who whom whose which what when where why how there here
    of in on at by for from with to into onto out up down off over under about as between through during
    before after within upon
    am is are was were be been being have has had having do does did doing will would shall should can
    could may might must
    i'm i've i'd i'll you're you've you'd you'll he's he'd he'll she's she'd she'll it's it'd it'll
    we're we've we'd we'll they're they've they'd they'll
    that's that'd that'll there's here's what's who's where's how's let's would've could've should've
    some any each every both such same other another all also too very just only own again even more
    most much many
  `),
  negations: listWords(`
    no not never none neither nothing nobody
  `),
  fillers: [
    ...listWords(`um uh uhm umm erm er eh ah oh hm hmm mm mhm mm-hmm uh-huh yeah yep yes okay ok well basically
literally actually like`),
    'you know',
    'i mean',
    'sort of',
    'kind of',
    'you see',
    'i guess',
  ],
};
