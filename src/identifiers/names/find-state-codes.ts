import type { Span } from '../../model/span.js';
import type { FoundSpan } from '../identifier.js';

/** The states of the USA and the provinces of Canada, by their postal codes: many are everyday words too. */
const state =
  /^, ((?:A[BKLRZ]|BC|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ABDEINOST]|N[BCDEHJLMSVY]|O[HKNR]|P[AE]|QC|RI|S[CDK]|T[NX]|UT|V[AT]|W[AIVY])(?![\p{L}\p{N}]))/u;
/** UTF-16 units: what stands after a name to tell its state. */
const REACH = 5;

/** The codes of states after names, as in "Greenville, OH". */
export function findStateCodes(text: string, names: readonly Span[]): readonly FoundSpan[] {
  return names.flatMap(({ end }) => {
    const code = state.exec(text.slice(end, end + REACH))?.[1];
    return code === undefined ? [] : [{ start: end + 2, end: end + 2 + code.length, hint: 'place' as const }];
  });
}
