import type { Language } from '../model/settings.js';
import { listWords } from './stop-words/stop-words.js';
import { findWords, foldWord } from './tokenise.js';

/** Fewer words than these say nothing by themselves. */
const FEWEST_WORDS = 4;
/** English passages of this length without a verb are hardly ever met: none is looked for. */
const MOST_VERBLESS = 16;

/** English words after which more has to come. */
const openings = new Set(
  listWords(`
  and or but nor because so that which who whose if when while although though than as the a an my your our their
  his its to of in on at by for from with into about between through during without i'm you're we're they're i we they
`),
);

/** English words that hold or announce a finite verb: pronouns that are subjects, auxiliaries, what is said most. */
const verbs = new Set(
  listWords(`
  i you he she we they it who there that's it's he's she's there's here's what's let's
  am is are was were be been have has had do does did done will would shall should can could may might must ain't
  say says said go goes went gone get gets got make makes made know knows knew think thinks thought take takes took
  come comes came want wants need needs feel feels felt find finds found give gives gave tell tells told become
  becomes became leave leaves left keep keeps kept let lets begin begins began seem seems help helps show shows hear
  hears heard run runs ran hold holds held bring brings brought write writes wrote sit sits sat stand stands stood
  lose loses lost pay pays paid meet meets met set sets put puts mean means meant see sees saw ask asks work works
  try tries call calls use uses look looks like likes love loves hate hates change changes eat eats ate send sends
  sent teach teaches taught learn learns happen happens matter matters stop stops start starts fill fills break
  breaks broke fall falls fell read reads cost costs grow grows grew live lives talk talks wait waits build builds
  built buy buys bought spend spends spent speak speaks spoke understand understands understood win wins won
`),
);
const verbForm = /(?:ed|n['’]t|['’](?:re|ve|ll|d|m))$/;

/**
 * Whether a passage is a piece of a sentence: under four words, broken off at its end or, where that can be told
 * (English, up to 15 words), without a verb. How it opens is told by `leansBack`.
 */
export function isFragment(passage: string, language: Language): boolean {
  const words = findWords(passage).map(({ start, end }) => foldWord(passage.slice(start, end)));
  if (words.length < FEWEST_WORDS || /[,:;–—-]["”’']?\s*$/u.test(passage)) return true;
  if (language !== 'en') return false;
  if (openings.has(words.at(-1) ?? '') && !/[.!?…]["”’']?\s*$/u.test(passage)) return true;
  return words.length < MOST_VERBLESS && !words.some((word) => verbs.has(word) || verbForm.test(word));
}
