import type { SourceMark } from '../formats/format.js';
import type { Decision } from '../model/decision.js';
import type { Notice } from '../model/notice.js';
import type { Quote } from '../model/quote.js';
import type { Span } from '../model/span.js';
import type { Transcript } from '../model/transcript.js';
import { makeQuote } from './make-quote.js';

/** A mark with its place in the transcript's text. */
export type PlacedMark = { readonly mark: SourceMark; readonly span: Span };

export type MarkedQuotes = {
  readonly quotes: readonly Quote[];
  readonly decisions: readonly Decision[];
  readonly notices: readonly Notice[];
};

/** Makes a quote of each mark, and a decision of `coder` for each theme that it names. An interviewer's words are no quote. */
export function readMarkedQuotes(
  marks: readonly PlacedMark[],
  { transcript, coder }: { readonly transcript: Transcript; readonly coder: string },
): MarkedQuotes {
  const isInterviewers = findInterviewerWords(transcript);
  const kept = marks.filter(({ span }) => !isInterviewers(span));
  const counts = new Map<string, number>();
  const made = kept.map(({ mark, span }) => {
    const exact = transcript.text.slice(span.start, span.end);
    const occurrence = counts.get(exact) ?? 0;
    counts.set(exact, occurrence + 1);
    return { quote: makeQuote({ transcript, span, occurrence }), themes: mark.themes };
  });
  return {
    quotes: made.map(({ quote }) => quote),
    decisions: made.flatMap(({ quote, themes }) =>
      themes.map((themeId) => ({ quoteId: quote.id, themeId, coder, applies: true, decidedAt: '' })),
    ),
    notices: marks
      .filter(({ span }) => isInterviewers(span))
      .map(({ mark }) => explainInterviewer(mark, transcript.file)),
  };
}

/** Whether a span touches words of an interviewer. */
function findInterviewerWords({ utterances }: Transcript): (span: Span) => boolean {
  const spoken = utterances.filter(({ speaker }) => speaker.kind === 'interviewer').map(({ span }) => span);
  return ({ start, end }) => {
    const next = findFirst(spoken, (span) => span.end > start);
    return next !== undefined && next.start < end;
  };
}

/** First of a sorted list for which `holds`, by halving. */
function findFirst(spans: readonly Span[], holds: (span: Span) => boolean): Span | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (span !== undefined && holds(span)) high = middle;
    else low = middle + 1;
  }
  return spans[low];
}

function explainInterviewer({ line }: SourceMark, file: string): Notice {
  return {
    severity: 'caution',
    code: 'mark-on-interviewer',
    message:
      'this mark holds words of an interviewer, which are never a quote: mark the participant alone, or correct "interviewers" in study.yaml',
    place: { file, line },
  };
}
