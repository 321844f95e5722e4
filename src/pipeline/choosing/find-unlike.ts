import type { TaggerInput } from '../../taggers/tagger.js';
import { addScaled, dotDense, dotEvery } from '../../text/similarity.js';
import { rowAt, type SparseRows, stackRows, transposeRows } from '../../text/sparse-rows.js';
import { GROUPING_WEIGHTS, weighTerms } from '../../text/weigh-terms.js';
import type { Choice } from './choice.js';

/** An open quote, and how like it is to what is known by now. */
type Candidate = {
  readonly row: number;
  /** Shares no content word with any other quote: there is nothing to compare. */
  readonly isAlone: boolean;
  /** What it has in common with all open quotes together; decides between equally unlike ones. */
  readonly common: number;
  /** Cosine with the likest known quote, and the row of that. */
  likest: number;
  likestRow: number | undefined;
};

/** Everything known that is likest to each open quote. */
function compareWithKnown(rows: SparseRows, known: readonly number[], open: readonly number[]): Candidate[] {
  const common = new Float64Array(rows.width);
  for (const row of open) addScaled(common, rowAt(rows, row), 1);
  const transposed = transposeRows(
    stackRows(
      known.map((row) => rowAt(rows, row)),
      rows.width,
    ),
  );
  const cosines = new Float64Array(known.length);
  return open.map((row) => {
    const vector = rowAt(rows, row);
    dotEvery(vector, transposed, cosines);
    let likest = 0;
    let likestRow: number | undefined;
    for (const [place, cosine] of cosines.entries()) {
      if (cosine > likest) [likest, likestRow] = [cosine, known[place]];
    }
    const isAlone = vector.columns.length === 0;
    return { row, isAlone, common: dotDense(vector, common), likest, likestRow };
  });
}

/** Whether `a` is to be chosen before `b`. */
function isBetter(a: Candidate, b: Candidate): boolean {
  if (a.isAlone !== b.isAlone) return b.isAlone;
  if (a.likest !== b.likest) return a.likest < b.likest;
  return a.common > b.common;
}

function explainChoice({ isAlone, likest, likestRow }: Candidate, { quotes }: TaggerInput): string {
  if (isAlone) return 'shares no telling word with any other quote';
  const nearest = quotes[likestRow ?? -1]?.id;
  if (nearest === undefined) return 'shares no telling word with what is coded or chosen';
  return `unlike what is coded or chosen: the likest is ${nearest}, cosine ${likest.toFixed(2)}`;
}

/**
 * The open quotes that are farthest from all that is known, one after the other (farthest-first, Gonzalez 1985): each one
 * chosen is known from then on. Of equally far ones, the one that has most in common with the others that are open.
 */
export function findUnlike(
  input: TaggerInput,
  {
    known,
    open,
    count,
  }: { readonly known: readonly number[]; readonly open: readonly number[]; readonly count: number },
): readonly Choice[] {
  const { rows } = weighTerms(input.counted, GROUPING_WEIGHTS);
  const left = compareWithKnown(rows, known, open);
  const chosen: Choice[] = [];
  const dense = new Float64Array(rows.width);
  while (chosen.length < count) {
    const [first, ...others] = left;
    if (first === undefined) break;
    const best = others.reduce((kept, candidate) => (isBetter(candidate, kept) ? candidate : kept), first);
    chosen.push({ row: best.row, reason: explainChoice(best, input) });
    left.splice(left.indexOf(best), 1);
    addScaled(dense, rowAt(rows, best.row), 1);
    for (const candidate of left) {
      const cosine = dotDense(rowAt(rows, candidate.row), dense);
      if (cosine > candidate.likest) [candidate.likest, candidate.likestRow] = [cosine, best.row];
    }
    dense.fill(0);
  }
  return chosen;
}
