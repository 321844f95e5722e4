import { listWords } from '../../text/stop-words/stop-words.js';

/** Before a person's name, in the languages of a study, without their dots. */
export const honorifics: ReadonlySet<string> = new Set(
  listWords(`
    mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend father sister brother aunt uncle
    herr frau fräulein señor señora señorita sr sra srta monsieur madame mademoiselle mme mlle
    signor signora signorina mevrouw meneer dhr mevr senhor senhora
  `),
);

/** Words that open English sentences and are neither function words nor names there. */
export const openers: ReadonlySet<string> = new Set(
  listWords(`
    yesterday today tomorrow tonight maybe perhaps sometimes often usually always once twice now later soon still already
    anyway anyways however therefore meanwhile moreover furthermore finally firstly secondly lastly first second third
    hello hi hey thanks thank please sorry welcome cool great good nice fine sure right exactly totally absolutely
    definitely probably certainly honestly obviously clearly apparently interestingly unfortunately fortunately
    hopefully wow whoa haha gosh alright alrighty yup nope nah hmm um uh mm mhm oh ah like well actually basically
    let lets let's gonna gotta wanna dear ladies gentlemen everyone everybody someone somebody anyone anybody nobody something
    everything nothing anything lots most many few several another others oftentimes nowadays overall otherwise
    imagine look listen say see think mean know guess remember consider given excuse c'mon cmon gotcha huh yay ooh oooh meh dang holy boom hah ha bye goodbye geez jeez gee yikes oops ouch ugh
    yea yeah yep aha ahh ohh hooray bingo congratulations correct long short small sweet super nice best interesting anytime cheers ja ag okey okie
  `),
);

const employer =
  /\b(?:work(?:s|ed|ing)?|job|jobs|role|position|employed|employee|intern(?:ed|ing|ship)?|hired|internship|career|years|time|consult(?:ed|ing))\s+(?:\p{Ll}+\s+){0,2}?(?:at|for|with)\s+(?:a\s+|the\s+)?$|\b(?:joined|joining|left|leaving|quit)\s+$|\bfired\s+from\s+$/iu;
const introduced =
  /\b(?:(?:my|his|her|their|the|whose) (?:full |first |last |real )?name(?:['’]s| is| was)|name:|called|named|calls? me|i['’]m|i am|this is|it['’]s|meet|dear|hi|hello|hey|thanks|with my (?:boss|wife|husband|friend|son|daughter|colleague|manager|partner)) $/iu;
const ownName =
  /\b(?:(?:my|his|her|their|the|whose) (?:full |first |last |real )?name(?:['’]s| is| was)|name:|named|calls? me|this is|dear|hi|hello|hey) $/iu;
const within = /\b(?:in|from|near|to|around|outside|live[sd]? in|moved to|based in) $/iu;

/** UTF-16 units before a name in which a cue counts. */
const CUE_DISTANCE = 40;

const organisation =
  /(?:^|\s)(?:ltd|inc|llc|llp|plc|gmbh|ag|corp|corporation|company|co|group|university|college|school|institute|hospital|bank|foundation|society|association|council|ministry|department|agency|studios?|labs?|systems|technologies|solutions|partners|holdings|industries|clinic|church|museum|library|trust|s\.?a|b\.?v|oy|ab)\b\.?/iu;

const before = (text: string, start: number) => text.slice(Math.max(0, start - CUE_DISTANCE), start);

/** Whether the words before say that an employer follows. */
export const followsEmployerCue = (text: string, start: number) => employer.test(before(text, start));
/** Whether the words before introduce somebody. */
export const followsIntroduction = (text: string, start: number) => introduced.test(before(text, start));
/** Whether the words before can be followed by a person's name alone. */
export const followsOwnName = (text: string, start: number) => ownName.test(before(text, start));
/** Whether the words before say where. */
export const followsPlaceCue = (text: string, start: number) => within.test(before(text, start));
/** Whether a name says itself that it is an organisation's. */
export const namesOrganisation = (name: string) => organisation.test(name);
