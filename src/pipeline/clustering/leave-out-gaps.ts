import type { CountedTexts } from '../../text/count-texts.js';

/** What transcribers write in the place of words that they could not hear, or had to hide. */
const GAP = /^(?:x{2,}|inaudible|unintelligible|indistinct|crosstalk|redacted)$/iu;

/** The same texts, in which gaps of the transcript count as fillers: that words are missing makes no quotes alike. */
export function leaveOutGaps(counted: CountedTexts): CountedTexts {
  const { surfaces, termKinds } = counted;
  if (!surfaces.some((surface) => GAP.test(surface))) return counted;
  return {
    ...counted,
    termKinds: termKinds.map((kind, term) => (GAP.test(surfaces[term] ?? '') ? 'filler' : kind)),
  };
}
