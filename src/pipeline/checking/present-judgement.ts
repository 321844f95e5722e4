import type { Quote } from '../../model/quote.js';
import type { Span } from '../../model/span.js';
import type { CheckedQuotation, FoundPassage } from './checked-quotation.js';
import type { DraftQuotation } from './draft-quotation.js';
import type { Judgement } from './judge-passage.js';
import { listDifferences } from './list-differences.js';

const signsAtEnd = /[^\p{L}\p{N}\p{M}\s]+$/u;

/** Finds the study's quote that shares most with a place, by its id. */
export type NameQuote = (transcriptId: string, span: Span) => string | null;

export function prepareQuoteNames(quotes: readonly Quote[]): NameQuote {
  const byTranscript = new Map<string, Quote[]>();
  for (const quote of quotes) {
    const own = byTranscript.get(quote.transcriptId);
    if (own === undefined) byTranscript.set(quote.transcriptId, [quote]);
    else own.push(quote);
  }
  return (transcriptId, { start, end }) => {
    const countShared = ({ span }: Quote) => Math.min(span.end, end) - Math.max(span.start, start);
    const sharing = (byTranscript.get(transcriptId) ?? []).filter((quote) => countShared(quote) > 0);
    return sharing.toSorted((a, b) => countShared(b) - countShared(a))[0]?.id ?? null;
  };
}

/** What is told of a quotation; `judged` is missing where no word of it is in any transcript. */
export function presentJudgement(
  quotation: DraftQuotation,
  judged: Judgement | undefined,
  context: { readonly file: string; readonly nameQuote: NameQuote },
): Omit<CheckedQuotation, 'problems'> {
  const told = {
    text: quotation.parts.join(' '),
    isMarked: quotation.kind !== 'none',
    place: { file: context.file, line: quotation.line },
  };
  if (judged === undefined)
    return {
      ...told,
      verdict: 'not-found',
      quote: null,
      passage: null,
      others: [],
      score: 0,
      differences: [],
    };
  const { laid, verdict, others } = judged;
  const isFound = verdict !== 'not-found';
  const isExact = verdict === 'verbatim' || verdict === 'edited-within-rules';
  return {
    ...told,
    verdict,
    quote: isFound ? context.nameQuote(laid.source.transcript.id, laid.span) : null,
    passage: describePassage(judged, told.text),
    others: others.map((other) => describePassage(other, '')),
    score: laid.likeness,
    differences: isExact ? [] : listDifferences(laid),
  };
}

function describePassage({ laid, speakers }: Judgement, quoted: string): FoundPassage {
  const { source } = laid;
  const [speaker, second] = speakers;
  const isOne = second === undefined && speaker?.kind === 'participant';
  const span = {
    start: laid.span.start,
    end: laid.span.end + countSharedSigns(source.text, laid.span, quoted),
  };
  return {
    transcript: source.transcript.id,
    participant: isOne ? speaker.participantId : null,
    span,
    exact: source.text.slice(span.start, span.end),
  };
}

/** How many of the signs behind the last word the quotation has as well. */
function countSharedSigns(text: string, { end }: Span, quoted: string): number {
  const signs = signsAtEnd.exec(quoted)?.[0] ?? '';
  let count = 0;
  while (count < signs.length && signs.charAt(count) === text.charAt(end + count)) count += 1;
  return count;
}
