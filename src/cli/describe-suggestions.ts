import type {
  Evidence,
  ExplainedSuggestion,
  Flip,
  GatheredSuggestions,
  MeasuredPrecision,
  NextQuote,
  Study,
  Suggestion,
} from '../index.js';
import { inOneLine } from './describe-findings.js';

/** How many words of evidence a terminal line shows; `--json` has all. */
const SHOWN_TERMS = 5;

/** `(everything else: …)`, which sums up what is not named. */
const REST = /^\(.*\)$/u;

const countOf = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

function describeEvidence(evidence: readonly Evidence[]): string {
  const keywords = evidence.flatMap((item) => (item.kind === 'matched-words' ? [item.keyword] : []));
  const terms = evidence.flatMap((item) =>
    item.kind === 'shared-term' && item.weight > 0 && !REST.test(item.term)
      ? [`${item.term} +${item.weight.toFixed(2)}`]
      : [],
  );
  const quotes = evidence.flatMap((item) => (item.kind === 'similar-quote' ? [item.quoteId] : []));
  const parts = [
    ['keywords', [...new Set(keywords)]] as const,
    ['words', terms] as const,
    ['like', quotes] as const,
  ];
  return parts
    .filter(([, list]) => list.length > 0)
    .map(([name, list]) => `${name}: ${list.slice(0, SHOWN_TERMS).join(', ')}`)
    .join('; ');
}

/** Whole percent, never 0 and never 100: a machine is not certain. */
const showPercent = (share: number) => `${Math.min(Math.max(Math.round(share * 100), 1), 99)} %`;

/** A percentage only where it is one; else how it ranks among what is proposed for the quote. */
function describeTrust({ rule, calibrated, strength, confidence }: Suggestion, rank: number): string {
  if (rule) return `${rank}. ${strength}, a rule`;
  return calibrated ? `${rank}. ${strength}, ${showPercent(confidence)}` : `${rank}. ${strength}`;
}

function describePrecision(measured: MeasuredPrecision | null): string {
  if (measured === null) return 'unmeasured';
  const { precision, n, interval } = measured;
  const range = interval === null ? '' : ` (${interval.map((share) => share.toFixed(2)).join('–')})`;
  return `right in ${Math.round(precision * n)} of ${n} held-out cases${range}`;
}

/** How what would have changed a suggestion is told. The library is not loaded before a command needs it. */
type TellFlip = (flip: Flip) => string;

function describeSuggestion(
  suggestion: ExplainedSuggestion,
  rank: number,
  tellFlip: TellFlip,
): readonly string[] {
  const { themeId, tagger, evidence, measured, flip } = suggestion;
  return [
    `    ${themeId}  ${describeTrust(suggestion, rank)}, by ${tagger}, ${describePrecision(measured)}`,
    `        ${describeEvidence(evidence)}`,
    `        ${tellFlip(flip)}`,
  ];
}

function groupByQuote(
  suggestions: readonly ExplainedSuggestion[],
): ReadonlyMap<string, readonly ExplainedSuggestion[]> {
  const byQuote = new Map<string, ExplainedSuggestion[]>();
  for (const suggestion of suggestions) {
    const own = byQuote.get(suggestion.quoteId);
    if (own === undefined) byQuote.set(suggestion.quoteId, [suggestion]);
    else own.push(suggestion);
  }
  return byQuote;
}

/**
 * Each quote that has suggestions, and below it three lines for each: how far to trust it, why, and what would have
 * changed it. Quotes of which the answer is none of these themes say so. A count of all at the end.
 */
export function describeSuggestions(
  { suggestions, none, noneOf }: GatheredSuggestions,
  study: Study,
  tellFlip: TellFlip,
): readonly string[] {
  const byQuote = groupByQuote(suggestions);
  const unthemed = new Set(none);
  const lines = study.quotes.flatMap(({ id, transcriptId, exact }) => {
    const own = byQuote.get(id) ?? [];
    if (own.length === 0 && !unthemed.has(id)) return [];
    return [
      `${id}  ${transcriptId}  “${inOneLine(exact)}”`,
      ...own.flatMap((suggestion, i) => describeSuggestion(suggestion, i + 1, tellFlip)),
      ...(unthemed.has(id) ? [`    none of these themes (${noneOf})`] : []),
    ];
  });
  const proposed = `${countOf(suggestions.length, 'suggestion')} for ${countOf(byQuote.size, 'quote')}`;
  return [...lines, `${proposed}; none of these themes for ${countOf(none.length, 'quote')}`];
}

/** Each quote to code next, and below it which part of the choice it belongs to and why. */
export function describeNext(next: readonly NextQuote[], study: Study): readonly string[] {
  const quotes = new Map(study.quotes.map((quote) => [quote.id, quote]));
  return next.flatMap(({ quoteId, part, reason }) => {
    const quote = quotes.get(quoteId);
    if (quote === undefined) return [];
    return [`${quoteId}  ${quote.transcriptId}  “${inOneLine(quote.exact)}”`, `    ${part}: ${reason}`];
  });
}
