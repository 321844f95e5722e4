import type { Study } from '../../model/study.js';
import { findAreaUnderCurve, findRecallAtMarked } from '../../text/measures/area-under-curve.js';
import { listSentences, listWithdrawn } from '../passages/list-sentences.js';
import { type MeasuredSentences, measureSentences } from '../passages/measure-sentences.js';
import { canLearn, explainRules, type Marks, readMarks } from '../passages/read-marks.js';
import { scoreByLearning, scoreByRules } from '../passages/score-sentences.js';
import type { PassageFigures, RankFigures } from './evaluation.js';

const MOST_FOLDS = 10;
/** Nobody's passage is known to be worth marking, or to be none. */
const UNKNOWN = -1;

/** How well scores put marked sentences first, all transcripts that were read together. */
function rateRank(scores: Float64Array, { labels }: Marks): RankFigures {
  const known = [...labels.keys()].filter((row) => labels[row] !== UNKNOWN);
  const ranked = known.map((row) => scores[row] ?? 0);
  const truth = known.map((row) => labels[row] ?? 0);
  return { auc: findAreaUnderCurve(ranked, truth), recallAtMarked: findRecallAtMarked(ranked, truth) };
}

/** By sentence: what it scores when nothing was learned from its transcript. */
function scoreHeldOut(measured: MeasuredSentences, { labels, read }: Marks): Float64Array {
  const count = Math.min(MOST_FOLDS, read.length);
  const folds = new Map(read.map((id, number) => [id, number % count]));
  const foldOf = Int32Array.from(
    measured.sentences,
    ({ transcriptId }) => folds.get(transcriptId) ?? UNKNOWN,
  );
  const scores = new Float64Array(labels.length);
  for (let fold = 0; fold < count; fold += 1) {
    const taught = labels.map((label, row) => (foldOf[row] === fold ? UNKNOWN : label));
    const { logOdds } = scoreByLearning(measured, taught);
    for (const [row, own] of foldOf.entries()) if (own === fold) scores[row] = logOdds[row] ?? 0;
  }
  return scores;
}

/**
 * How far proposed passages match what people marked: the rank of the marked sentences among all that participants say in
 * the transcripts that hold quotes. What is learned is measured on transcripts that nothing was learned from; the rules
 * learn nothing. A sentence counts as marked from half of it on. What cannot be told is `null`, with the reason.
 */
export function rankPassages(study: Study): PassageFigures {
  const { transcripts, quotes, settings } = study;
  const { language } = settings;
  const measured = measureSentences(
    listSentences({ transcripts, language, withdrawn: listWithdrawn(study) }),
    language,
  );
  const marks = readMarks(measured.sentences, quotes);
  const [sentences, marked] = [0, 1].map((least) => marks.labels.filter((label) => label >= least).length);
  const rules = rateRank(scoreByRules(measured).logOdds, marks);
  const counts = { sentences: sentences ?? 0, marked: marked ?? 0, rules };
  if (canLearn(marks)) return { ...counts, learned: rateRank(scoreHeldOut(measured, marks), marks) };
  return { ...counts, learned: null, undefinedBecause: explainUnknown(marks) };
}

function explainUnknown(marks: Marks): string {
  if (!marks.labels.includes(1)) return 'No sentence of a participant is marked: mark some passages first.';
  if (!marks.labels.includes(0)) return 'Every sentence of the transcripts that hold quotes is marked.';
  return explainRules(marks)
    .map(({ message }) => message)
    .join(' ');
}
