import type { Language } from '../model/settings.js';
import { findWords, foldWord } from './tokenise.js';

/** Opening words that point at something said before, which the reader of a lone passage has not read. */
const pointers: Readonly<Record<Language, string>> = {
  en: "it it's that that's this these those they they're he she him her them and but so because which then also",
  de: 'es das dies diese dieser dieses jene er sie ihn ihm ihnen und aber also weil denn dann auch',
  es: 'eso esto esa ese estos estas ello ellos ellas él ella y pero porque entonces también',
  fr: "il elle ils elles ça cela ceci c'est ce cette ces et mais donc parce alors aussi",
  it: 'esso essa essi questo questa questi quello quella lui lei loro e ma perché quindi allora anche',
  nl: 'het dat dit deze die hij zij ze hem haar hen en maar dus omdat want dan ook',
  no: 'det den dette disse de han hun ham henne dem og men så fordi da også',
  pt: 'isso isto aquilo esse essa este esta ele ela eles elas e mas porque então também',
  ru: 'это этот эта эти тот та те он она оно они и но а потому поэтому тогда также',
  sv: 'det den detta dessa de han hon honom henne dem och men så för då också',
};

/**
 * Whether a passage opens in the middle of something: with a small letter, or with a word that points back ("it",
 * "that", "and").
 */
export function leansBack(passage: string, language: Language): boolean {
  const [first] = findWords(passage);
  if (first === undefined) return false;
  const word = passage.slice(first.start, first.end);
  return /^\p{Ll}/u.test(word) || pointers[language].split(' ').includes(foldWord(word));
}
