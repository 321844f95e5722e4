import { describePassage, type PassageSuggestion, type Span, type Study } from '../../index.js';
import type { PassagesView } from '../messages/reading.js';
import type { Desk } from './desk.js';
import { listQuotesOf } from './tables/study-tables.js';
import { requireTranscript } from './transcript.js';

const meets = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

/** What was not marked since, and still says what it said. */
function listOpen(study: Study, text: string, passages: readonly PassageSuggestion[]) {
  return passages.filter(
    ({ transcriptId, span, exact }) =>
      text.slice(span.start, span.end) === exact &&
      !listQuotesOf(study, transcriptId).some((quote) => meets(quote.span, span)),
  );
}

/** What a machine thinks worth marking in a transcript, best first. Throws `ToolkitError` `unknown-transcript`. */
export function answerPassages({ reading: { study }, made }: Desk, id: string): PassagesView {
  const { text } = requireTranscript(study, id);
  if (made?.passages === undefined) return { ready: false, passages: [] };
  const passages = listOpen(study, text, made.passages.byTranscript.get(id) ?? []);
  return {
    ready: true,
    passages: passages.map((passage) => ({
      span: passage.span,
      score: passage.score,
      why: describePassage(passage),
    })),
  };
}
