import type { Span } from '../../model/span.js';
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
    yea yeah yep aha ahh ohh hooray bingo congratulations correct long short small sweet super nice best interesting anytime cheers ja ag okey okie mm-hm
  `),
);

/** Everyday words that stand before a name where an English sentence begins, and are no part of it: "Ask Rosa". */
export const leadingWords: ReadonlySet<string> = new Set(
  listWords(`
    ask asks asked asking tell tells told telling call calls called calling email emailed mail message messaged text texted
    ping pinged phone phoned ring contact contacted meet meets met meeting meetings see sees saw seeing seen show showed
    give gave giving send sent sending help helped helping thank thanked invite invited join joined joining follow followed
    watch watched watching hear heard hearing bring brought bringing take took taking get got getting put keep kept keeping
    leave left leaving trust trusted love loved hate hated miss missed remember remembered picture bless let make made making
    find found finding work worked working talk talked talking speak spoke speaking go went going come came coming move moved
    moving live lived living visit visited visiting join start started starting stop stopped use used using want wanted need
    needed try tried trying wait waiting write wrote writing read reading interview interviewed hire hired hiring pay paid
    believe feel felt find pick picked choose chose lose lost teach taught train trained support supported assume suppose
    poor boss colleague colleagues friend friends cousin neighbour neighbor classmate teammate roommate coworker manager
    especially particularly including besides regarding concerning apart plus
  `),
);

/** After "and" they make a name a firm's: "Smith and Sons". */
export const firmEndings: ReadonlySet<string> = new Set(
  listWords(`sons son daughters daughter co company partners associates brothers bros sisters cie`),
);

/** The forms of companies: they follow a comma, and a number may stand before such a name. */
export const companyForms: ReadonlySet<string> = new Set(
  listWords(
    `inc incorporated ltd limited llc llp lp plc gmbh corp corporation co pty ag sa nv bv srl spa oy ab kg`,
  ),
);

const employer =
  /\b(?:work(?:s|ed|ing)?|job|jobs|role|position|employed|employee|intern(?:ed|ing|ship)?|hired|internship|career|years|time|consult(?:ed|ing))\s+(?:\p{Ll}+\s+){0,2}?(?:at|for|with)\s+(?:a\s+|the\s+)?$|\b(?:joined|joining|left|leaving|quit)\s+$|\bfired\s+from\s+$|\b(?:I|we|he|she|they|who)(?:\s+(?:was|were|am|is|are)|['’](?:m|re|s)|\s+(?:have|has|had)\s+been)\s+(?:(?:still|also|now|then|only|back|previously|currently)\s+)?at\s+(?:the\s+)?$/iu;
const origin =
  /\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]ho|(?!(?:It|This|That|There|What|Which|Everything|Nothing|Most|Some|All|One|Data|Code)\b)\p{Lu}\p{Ll}+)(?:['’](?:s|re)|\s+(?:is|was|are|were|comes?|came))\s+(?:\p{Ll}+\s+)?from\s+(?:the\s+)?$/u;
const premises =
  /(?:\b(?:office|offices|headquarters|premises|address|staff|employee|employees)\s+of\s+(?:the\s+)?)$/iu;
const premisesAfter = /^(?:['’]s)?\s+(?:offices?|headquarters|premises|staff|employees?)\b/iu;
const introduced =
  /\b(?:(?:my|his|her|their|the|whose) (?:full |first |last |real )?name(?:['’]s| is| was)|name:|called|named|calls? me|i['’]m|i am|this is|it['’]s|meet|dear|hi|hello|hey|thanks|with my (?:boss|wife|husband|friend|son|daughter|colleague|manager|partner)) $/iu;
const ownName =
  /\b(?:(?:my|his|her|their|the|whose) (?:full |first |last |real )?name(?:['’]s| is| was)|name:|named|calls? me|this is|dear|hi|hello|hey) $/iu;
const beforeTime =
  /\b(?:in|on|since|until|till|by|of|last|next|this|every|from|to|between|early|late|mid|before|after|during|around)[\s-]+$/iu;
const beforeDate =
  /\b(?:in|on|since|until|till|by|last|next|this|every|early|late|mid|before|after|during|around)[\s-]+$/iu;
const within = /\b(?:in|from|near|to|around|outside|live[sd]? in|moved to|based in) $/iu;

const rank = /(?:^|[\s("“])((?:L(?:ady|ADY|ord|ORD)|D(?:ame|AME)|S(?:ir|IR)) )$/u;
/** UTF-16 units, with what stands before. */
const LONGEST_RANK = 6;

/** UTF-16 units before a name in which a cue counts. */
const CUE_DISTANCE = 40;

const organisation =
  /(?:^|\s)(?:ltd|inc|llc|llp|plc|gmbh|ag|corp|corporation|company|co|group|university|college|school|institute|hospital|bank|foundation|society|association|council|ministry|department|agency|studios?|labs?|systems|technologies|solutions|partners|holdings|industries|clinic|church|museum|library|trust|s\.?a|b\.?v|oy|ab)\b\.?/iu;

const before = (text: string, start: number) => text.slice(Math.max(0, start - CUE_DISTANCE), start);

/** Whether the words before say that an employer follows. */
export const followsEmployerCue = (text: string, start: number) => employer.test(before(text, start));
/** Whether the words around say that a name is an organisation's, or that somebody comes from it. */
export const hasOrganisationCue = (text: string, { start, end }: Span) =>
  followsEmployerCue(text, start) ||
  origin.test(before(text, start)) ||
  premises.test(before(text, start)) ||
  premisesAfter.test(text.slice(end, end + CUE_DISTANCE));
/** Whether the words before introduce somebody. */
export const followsIntroduction = (text: string, start: number) => introduced.test(before(text, start));
/** Whether the words before can be followed by a person's name alone. */
export const followsOwnName = (text: string, start: number) => ownName.test(before(text, start));
/** Whether the words before say that a month or a day follows. */
export const followsTimeCue = (text: string, start: number) => beforeTime.test(before(text, start));
/** The same where a name follows that word: "to August Lind" is a person's, "since August Lind" is not. */
export const followsDateCue = (text: string, start: number) => beforeDate.test(before(text, start));
/** Whether the words before say where. */
export const followsPlaceCue = (text: string, start: number) => within.test(before(text, start));
/** Whether a name says itself that it is an organisation's. */
export const namesOrganisation = (name: string) => organisation.test(name);
/** Length of the rank before a name, by both of which somebody is known: "Lady Gaga". */
export const measureRank = (text: string, start: number) =>
  rank.exec(text.slice(Math.max(0, start - LONGEST_RANK), start))?.[1]?.length ?? 0;
/** Whether a name ends in the form of a company: "Cole LLP". */
export const endsAsCompany = (name: string) =>
  companyForms.has(/\s(\S+)$/u.exec(name)?.[1]?.replaceAll('.', '').toLowerCase() ?? '');
