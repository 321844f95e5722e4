import type { CueWords } from './cue-words.js';

export const englishCues: CueWords = {
  'first-person': {
    words: `
      i me my mine myself we us our ours ourselves i'm i've i'd i'll we're we've we'd we'll
    `,
  },
  feeling: {
    words: `
      afraid angry annoyed anxious ashamed awful bored calm comfortable confident confused cry dread
      embarrassed enjoy envy exciting excited exhausted exhausting fear feel feeling felt frightened frustrated
      frustrating glad grateful grief guilty happy hate hated horrible hurt joy jealous laugh lonely lost love
      lovely miserable nervous overwhelmed overwhelming pain painful panic proud regret relief relieved resent sad
      scared scary shame shock shocked sick sorry stress stressed stressful stuck surprised surprising terrible
      terrified terrifying tired trust unhappy upset worried worry
    `,
    phrases: 'burned out, burnt out, fed up, keeps me up, in tears, what scares me',
  },
  judgement: {
    words: `
      annoying bad best better boring broken clear clever complex complicated confusing convenient cool cumbersome
      difficult easier easy fair fine funny good great handy hard harder helpful ideal impossible interesting
      intuitive issue limitation misleading nice obvious odd perfect pointless poor problem rubbish simple slow strange
      straightforward tricky unclear unfair unusual useful useless valuable weird worse worst worth wrong
    `,
    phrases: "makes sense, make sense, doesn't work, don't like, didn't like, don't understand",
  },
  wish: {
    words: 'dream hope need prefer should want wanted wish expect',
    phrases:
      "i'd like, i would like, would be nice, would be good, would be better, would be great, i'd love, would love, if only, looking for, have to, had to",
  },
  contrast: {
    words: 'although but despite except however instead nevertheless otherwise though unless whereas yet',
    phrases:
      'even though, even if, on the other, rather than, used to, not only, no longer, and yet, the opposite',
  },
  reason: {
    words: 'because cause depends hence reason since therefore why',
    phrases: 'so that, that is why, which means, that means, due to, in order to',
  },
  emphasis: {
    words: `
      absolutely actually always completely constantly definitely ever every everybody everyone everything extremely
      honestly literally most never nobody nothing only really so too totally truly very whole
    `,
    phrases: 'at all, all the time, every time, the thing is, to be honest, in fact',
  },
  concreteness: {
    words: `
      afternoon christmas day evening hour last minute monday month morning night o'clock once said says summer
      thursday today tomorrow tuesday twice wednesday week weekend winter year yesterday friday saturday sunday asked
      told called wrote
    `,
    phrases: 'for example, for instance, one time, let us say',
  },
};
