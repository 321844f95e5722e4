import { z } from 'zod';
import type { Quote } from '../../model/quote.js';
import type { Span } from '../../model/span.js';
import type { Transcript, Utterance } from '../../model/transcript.js';
import { groupBy } from '../coding/group-by.js';
import type { ReportInput } from '../report.js';
import { findPlace, findUtterance } from './find-place.js';

/** Enough for a question and a few sentences of the answer, in UTF-16 units to each side. */
export const CONTEXT_UNITS = 320;

const piecesSchema = z.array(
  z.strictObject({
    interviewer: z.boolean().describe('true where the interviewer speaks, false for the one who is quoted'),
    words: z.string().describe('word for word; "…" where more was said'),
  }),
);

/** What was said around a quote. */
export const contextSchema = z
  .strictObject({
    before: piecesSchema,
    after: piecesSchema,
    withheld: z
      .literal(true)
      .optional()
      .describe('where some of it may tell who somebody is: then none of it is printed'),
  })
  .describe(
    'what the same person and the interviewer said around it; nobody else, and nothing with an edited wording',
  );
export type Context = z.infer<typeof contextSchema>;
type Piece = Context['before'][number];

type Ground = { readonly transcript: Transcript; readonly closed: readonly Span[] };

/**
 * Makes the function that cuts what stands around a quote: up to 320 UTF-16 units to each side, by the quoted person and
 * the interviewer only. It stops where somebody else speaks, and at quotes that may not be printed or whose published
 * wording differs from the transcript, so that no context tells what an edit took out. Where any of it would keep the
 * report from being written, it is withheld whole.
 */
export function createContextCutter({
  study,
  publishable,
  mayIdentify,
}: ReportInput): (quote: Quote) => Context {
  const byTranscript = groupBy(study.quotes, ({ transcriptId }) => transcriptId);
  const grounds = new Map<string, Ground>(
    study.transcripts.map((transcript) => [
      transcript.id,
      {
        transcript,
        closed: (byTranscript.get(transcript.id) ?? [])
          .filter(({ id, wording }) => wording !== undefined || !publishable.has(id))
          .map(({ span }) => span),
      },
    ]),
  );
  return (quote) => {
    const ground = grounds.get(quote.transcriptId);
    if (ground === undefined) return { before: [], after: [] };
    const context = cutContext(quote, ground);
    const isWithheld = [...context.before, ...context.after].some(({ words }) => mayIdentify(words));
    return isWithheld ? { before: [], after: [], withheld: true } : context;
  };
}

function cutContext(quote: Quote, { transcript, closed }: Ground): Context {
  const { start, end } = quote.span;
  let from = start - CONTEXT_UNITS;
  let to = end + CONTEXT_UNITS;
  for (const span of closed) {
    if (span.start === start && span.end === end) continue;
    if (span.start < start) from = Math.max(from, Math.min(span.end, start));
    if (span.end > end) to = Math.min(to, Math.max(span.start, end));
  }
  const who = findPlace(quote, transcript)?.participantId;
  return {
    before: listBack(transcript, { start: from, end: start }, who),
    after: listOn(transcript, { start: end, end: to }, who),
  };
}

function listBack(transcript: Transcript, span: Span, who: string | undefined): Piece[] {
  const pieces: Piece[] = [];
  for (let at = findUtterance(transcript, span.end - 1); at >= 0; at -= 1) {
    const utterance = transcript.utterances[at];
    if (utterance === undefined || utterance.span.end <= span.start || !isHeard(utterance, who)) break;
    const words = cutWords(transcript.text, utterance.span, span);
    const more = utterance.span.start < span.start ? '… ' : '';
    pieces.unshift(...makePiece(utterance, more, words));
  }
  return pieces;
}

function listOn(transcript: Transcript, span: Span, who: string | undefined): Piece[] {
  const pieces: Piece[] = [];
  for (let at = Math.max(0, findUtterance(transcript, span.start)); ; at += 1) {
    const utterance = transcript.utterances[at];
    if (utterance === undefined || utterance.span.start >= span.end || !isHeard(utterance, who)) break;
    const words = cutWords(transcript.text, utterance.span, span);
    const more = utterance.span.end > span.end ? ' …' : '';
    pieces.push(...makePiece(utterance, words, more));
  }
  return pieces;
}

function isHeard({ speaker }: Utterance, who: string | undefined): boolean {
  if (speaker.kind === 'interviewer') return true;
  return speaker.kind === 'participant' && speaker.participantId === who;
}

/** Nothing where no word is left, such as a lone full stop behind a quote. */
function makePiece({ speaker }: Utterance, ...parts: readonly string[]): Piece[] {
  const words = parts.join('');
  return /[\p{L}\p{N}]/u.test(words) ? [{ interviewer: speaker.kind === 'interviewer', words }] : [];
}

/** What two spans have in common, whole words only. */
function cutWords(text: string, one: Span, other: Span): string {
  const start = Math.max(one.start, other.start);
  const end = Math.min(one.end, other.end);
  if (start >= end) return '';
  return text
    .slice(start, end)
    .replace(start > one.start && !isEdge(text, start) ? /^\S*/ : '', '')
    .replace(end < one.end && !isEdge(text, end) ? /\S*$/ : '', '')
    .trim();
}

/** Whether a text may be cut at an offset without cutting a word. */
function isEdge(text: string, offset: number): boolean {
  return /\s/.test(text.charAt(offset - 1)) || /\s/.test(text.charAt(offset));
}
