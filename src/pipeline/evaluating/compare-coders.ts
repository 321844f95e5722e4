import { CONSENSUS } from '../../model/decision.js';
import { countHits, rateOverall } from './count-hits.js';
import type { CoderFigures } from './evaluation.js';
import { APPLIES, countJudged, readTruth, type Truth, type TruthInput, UNKNOWN } from './read-truth.js';

/** What the second coder says, where the first judged too. */
function keepShared(of: Truth, against: Truth): Truth {
  const verdicts = against.verdicts.map((verdict, pair) =>
    of.verdicts[pair] === UNKNOWN ? UNKNOWN : verdict,
  );
  return { verdicts, width: against.width };
}

function compareCoder(of: Truth, against: Truth): Omit<CoderFigures, 'coder' | 'against'> {
  const shared = keepShared(of, against);
  const proposed = Uint8Array.from(of.verdicts, (verdict) => (verdict === APPLIES ? 1 : 0));
  const rows = shared.width === 0 ? 0 : shared.verdicts.length / shared.width;
  const hits = countHits(shared, proposed, { interviewOf: new Int32Array(rows), interviews: 1 });
  return { quotes: countJudged(shared), ...rateOverall(hits, shared) };
}

/**
 * The human ceiling: every coder as if a tagger against every other one, on the quotes that both judged in the same
 * dimension. Empty where no two coders judged the same quote.
 */
export function compareCoders(input: TruthInput): readonly CoderFigures[] {
  const people = input.decisions.map(({ coder }) => coder).filter((coder) => coder !== CONSENSUS);
  const coders = [...new Set(people)].sort();
  const truths = coders.map((coder) => {
    const decisions = input.decisions.filter((decision) => decision.coder === coder);
    return { coder, truth: readTruth({ ...input, decisions }) };
  });
  return truths
    .flatMap(({ coder, truth }) =>
      truths
        .filter((other) => other.coder !== coder)
        .map((other) => ({ coder, against: other.coder, ...compareCoder(truth, other.truth) })),
    )
    .filter(({ quotes }) => quotes > 0);
}
