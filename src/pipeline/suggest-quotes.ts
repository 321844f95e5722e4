import type { Notice } from '../model/notice.js';
import type { PassageEvidence, PassageSuggestion } from '../model/passage-suggestion.js';
import type { Quote } from '../model/quote.js';
import type { Span } from '../model/span.js';
import type { Study } from '../model/study.js';
import { hasCues } from '../text/cues/find-cues.js';
import { type ChosenPassage, choosePassages } from './passages/choose-passages.js';
import { averageStrengths, explainSentence } from './passages/explain-sentence.js';
import { listSentences, listWithdrawn, type PassageSource } from './passages/list-sentences.js';
import { type MeasuredSentences, measureSentences, toScore } from './passages/measure-sentences.js';
import { canLearn, explainRules, type Marks, readMarks } from './passages/read-marks.js';
import { type ScoredSentences, scoreByLearning, scoreByRules } from './passages/score-sentences.js';

const USUAL_LIMIT = 20;
/** No transcript gives more than so many times its even share, unless asked for. */
const SPREAD = 2;

export type PassageInput = PassageSource & {
  /** What is marked already: learned from, and never proposed. */
  readonly quotes: readonly Quote[];
};

export type PassageOptions = {
  /** How many; without it 20. */
  readonly limit?: number;
  /** How many of one transcript; without it twice its even share of `limit`. */
  readonly perTranscript?: number;
};

/** Passages worth marking, best first. */
export type PassageFindings = {
  readonly passages: readonly PassageSuggestion[];
  readonly notices: readonly Notice[];
};

function moveEvidence(evidence: PassageEvidence, by: number): PassageEvidence {
  const move = ({ start, end }: Span) => ({ start: start + by, end: end + by });
  if (evidence.kind === 'cue-words') return { ...evidence, spans: evidence.spans.map(move) };
  return evidence.kind === 'trait' ? { ...evidence, span: move(evidence.span) } : evidence;
}

function presentPassage(
  { transcripts }: PassageSource,
  { sentences }: MeasuredSentences,
  {
    chosen,
    scored,
    evidence,
  }: {
    readonly chosen: ChosenPassage;
    readonly scored: ScoredSentences;
    readonly evidence: readonly PassageEvidence[];
  },
): readonly PassageSuggestion[] {
  const [seed, first, last] = [sentences[chosen.seed], sentences[chosen.from], sentences[chosen.to - 1]];
  if (seed === undefined || first === undefined || last === undefined) return [];
  const span = { start: first.span.start, end: last.span.end };
  const [strongest, ...rest] = evidence.map((item) => moveEvidence(item, seed.span.start - span.start));
  if (strongest === undefined) return [];
  return [
    {
      transcriptId: seed.transcriptId,
      participantId: seed.participantId,
      utterance: seed.utterance + 1,
      span,
      exact: transcripts[seed.transcript]?.text.slice(span.start, span.end) ?? '',
      score: toScore(scored.logOdds[chosen.seed] ?? 0),
      by: scored.by,
      evidence: [strongest, ...rest],
    },
  ];
}

function listNotices({ language }: PassageSource, marks: Marks): readonly Notice[] {
  const place = { file: 'study.yaml' };
  const message = `There are no cue words for the language "${language}" yet: passages are judged by their length, their place in the answer and whether they stand alone, not by what they say. Once enough is marked, words are learned from it.`;
  const cautions: readonly Notice[] = hasCues(language)
    ? []
    : [{ severity: 'caution', code: 'no-cue-words', message, place }];
  return [...cautions, ...explainRules(marks)];
}

/**
 * Passages of participants that are worth marking, best first, each with its evidence. With 30 quotes in three transcripts
 * they follow from what coders marked against what they passed over in the transcripts that hold quotes; before that from
 * rules. What overlaps a quote is never proposed. The same input gives the same passages.
 */
export function suggestQuotes(input: PassageInput, options: PassageOptions = {}): PassageFindings {
  const measured = measureSentences(listSentences(input), input.language);
  const marks = readMarks(measured.sentences, input.quotes);
  const scored = canLearn(marks) ? scoreByLearning(measured, marks.labels) : scoreByRules(measured);
  const means = averageStrengths(measured.strengths);
  const explain = (row: number) => explainSentence(measured, scored, { row, means });
  const transcripts = new Set(measured.sentences.map(({ transcript }) => transcript)).size;
  const { limit = USUAL_LIMIT } = options;
  const { perTranscript = Math.ceil((SPREAD * limit) / Math.max(1, transcripts)) } = options;
  const isTelling = (row: number) => explain(row).length > 0;
  const chosen = choosePassages(
    { measured, logOdds: scored.logOdds, barred: marks.touched, isTelling },
    { limit, perTranscript },
  );
  const passages = chosen.flatMap((passage) =>
    presentPassage(input, measured, { chosen: passage, scored, evidence: explain(passage.seed) }),
  );
  return { passages, notices: listNotices(input, marks) };
}

/** Passages of a study that are worth marking; never of participants who withdrew. */
export function suggestQuotesForStudy(study: Study, options: PassageOptions = {}): PassageFindings {
  const { transcripts, quotes, settings } = study;
  const withdrawn = listWithdrawn(study);
  return suggestQuotes({ transcripts, quotes, language: settings.language, withdrawn }, options);
}

/** What `suggest --passages --json` prints. */
export function listPassages({ passages }: PassageFindings) {
  return {
    passages: passages.map(
      ({ transcriptId, participantId, utterance, span, exact, score, by, evidence }) => ({
        transcript: transcriptId,
        participant: participantId,
        utterance,
        span,
        exact,
        score,
        by,
        evidence,
      }),
    ),
  };
}
