import type { PassageEvidence, WordCue } from '../../model/passage-suggestion.js';
import type { Span } from '../../model/span.js';
import { WORD_CUES } from '../../text/cues/cue-words.js';
import type { DenseRows } from '../../text/learning/fit-pooled.js';
import { rowAt } from '../../text/sparse-rows.js';
import { findWords } from '../../text/tokenise.js';
import type { MeasuredSentences } from './measure-sentences.js';
import { COLUMNS, TRAITS } from './rules.js';
import type { ScoredSentences } from './score-sentences.js';

/** As many as a reader takes in. */
const MOST_SHOWN = 6;
/** In log-odds: what adds less, a reader would not see. */
const LEAST_WEIGHT = 0.05;

/** By column: the mean of all rows, 0 where there is none. */
export function averageStrengths({ width, values }: DenseRows): Float64Array {
  const rows = Math.max(1, values.length / width);
  const means = new Float64Array(width);
  for (let at = 0; at < values.length; at += 1) {
    means[at % width] = (means[at % width] ?? 0) + (values[at] ?? 0) / rows;
  }
  return means;
}

function placeCue({ sentences, hits }: MeasuredSentences, row: number, cue: WordCue): readonly Span[] {
  const exact = sentences[row]?.exact ?? '';
  const words = findWords(exact);
  return (hits[row] ?? [])
    .filter((hit) => hit.cue === cue)
    .map((hit) => ({
      start: words[hit.words.start]?.start ?? 0,
      end: words[hit.words.end - 1]?.end ?? exact.length,
    }));
}

/** What of a sentence is stronger than in the average one, and counts in its favour. */
function listCues(
  measured: MeasuredSentences,
  { cues }: ScoredSentences,
  { row, means }: { readonly row: number; readonly means: Float64Array },
): readonly PassageEvidence[] {
  const weigh = (column: number) => {
    const worth = Math.max(0, cues.weights[column] ?? 0);
    return worth * ((measured.strengths.values[row * COLUMNS.length + column] ?? 0) - (means[column] ?? 0));
  };
  const span = { start: 0, end: measured.sentences[row]?.exact.length ?? 0 };
  return [
    ...WORD_CUES.map((cue, column) => ({
      kind: 'cue-words' as const,
      cue,
      spans: placeCue(measured, row, cue),
      weight: weigh(column),
    })),
    ...TRAITS.map((trait, column) => ({
      kind: 'trait' as const,
      trait,
      span,
      weight: weigh(WORD_CUES.length + column),
    })),
  ];
}

/** The words of a sentence that coders marked more often than not. */
function listTerms(
  { counted }: MeasuredSentences,
  { words }: ScoredSentences,
  row: number,
): readonly PassageEvidence[] {
  if (words === undefined) return [];
  const weights = words.models[words.modelOf[row] ?? 0]?.weights;
  const { columns, values } = rowAt(words.rows, row);
  return Array.from(columns).flatMap((term, j) => {
    const isTelling = counted.termKinds[term] === 'content' || counted.termKinds[term] === 'negation';
    const weight = words.worth * (values[j] ?? 0) * (weights?.[term] ?? 0);
    return isTelling && weight > 0
      ? [{ kind: 'term' as const, term: counted.surfaces[term] ?? '', weight }]
      : [];
  });
}

/**
 * Why a sentence scores as it does, the strongest first and all the rest as one, so that the weights sum to its log-odds.
 * Spans lie in the sentence. Empty where nothing speaks for it: then there is nothing to show.
 */
export function explainSentence(
  measured: MeasuredSentences,
  scored: ScoredSentences,
  at: { readonly row: number; readonly means: Float64Array },
): readonly PassageEvidence[] {
  const shown = [...listCues(measured, scored, at), ...listTerms(measured, scored, at.row)]
    .filter(({ weight }) => weight >= LEAST_WEIGHT)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_SHOWN);
  if (shown.length === 0) return [];
  const rest = (scored.logOdds[at.row] ?? 0) - shown.reduce((sum, { weight }) => sum + weight, 0);
  return [...shown, { kind: 'other', weight: rest }];
}
