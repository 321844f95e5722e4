import { z } from 'zod';
import type { Evidence, Suggestion } from '../../model/suggestion.js';
import type { Tagging } from '../../model/tagging.js';
import { tellEvidence } from '../coding/tell-evidence.js';
import { type PrintQuote, printedQuoteSchema } from '../printing/printed-quote.js';
import type { ReportInput } from '../report.js';

/** So many suggested quotes are shown; the rest is a count. */
const MOST_EXAMPLES = 3;

export const suggestionsSchema = z
  .strictObject({
    quotes: z.int().min(0).describe('quotes that machines propose and nobody has decided'),
    precision: z
      .string()
      .describe('how often such suggestions were right on interviews held out, or "unmeasured"'),
    examples: z.array(
      z.strictObject({
        quote: printedQuoteSchema,
        taggers: z
          .array(z.string())
          .describe('labels of the taggers that propose it, with how strongly, or that it is a rule'),
        evidence: z.array(z.string()).describe('why, in sentences'),
      }),
    ),
  })
  .describe('what machines would add: never counted, always apart');

export type SuggestionParts = { readonly input: ReportInput; readonly print: PrintQuote };

/** What machines would add to a theme: how many quotes, and those they are surest of with the reason in words. */
export function describeSuggestions(taggings: readonly Tagging[], { input, print }: SuggestionParts) {
  const labels = new Map(input.taggers.map(({ id, label }) => [id, label]));
  const ranked = taggings.toSorted((a, b) => findConfidence(b) - findConfidence(a));
  const examples = ranked.flatMap(({ quoteId, suggestions }) => {
    const quote = input.publishable.get(quoteId);
    const printed = print(quoteId);
    if (quote === undefined || printed === undefined) return [];
    const evidence = tellEvidence(mergeEvidence(suggestions), quote);
    const taggers = suggestions.map((suggestion) => nameTagger(suggestion, labels));
    return [{ quote: printed, taggers, evidence }];
  });
  return {
    quotes: taggings.length,
    precision: tellPrecision(
      taggings.flatMap(({ suggestions }) => suggestions),
      labels,
    ),
    examples: examples.slice(0, MOST_EXAMPLES),
  };
}

type Labels = ReadonlyMap<string, string>;

function nameTagger({ tagger, rule, strength }: Suggestion, labels: Labels): string {
  return `${labels.get(tagger) ?? tagger} (${rule ? 'a rule' : strength})`;
}

/** By tagger, how often it was right about this theme; "unmeasured" where that is known of none. */
function tellPrecision(suggestions: readonly Suggestion[], labels: Labels): string {
  const measured = new Map(
    suggestions.flatMap(({ tagger, measured: found }) => (found === null ? [] : [[tagger, found] as const])),
  );
  const known = Array.from(
    measured,
    ([tagger, { precision, n }]) =>
      `${labels.get(tagger) ?? tagger} in ${Math.round(precision * n)} of ${n} held-out cases`,
  );
  return known.length === 0 ? 'unmeasured' : known.join(', ');
}

function findConfidence({ suggestions }: Tagging): number {
  return Math.max(0, ...suggestions.map(({ confidence }) => confidence));
}

/** The evidence of several taggers without what they say twice; shared terms are those of the surest alone. */
function mergeEvidence(suggestions: readonly Suggestion[]): readonly Evidence[] {
  const merged = new Map<string, Evidence>();
  let terms = '';
  for (const { tagger, evidence } of suggestions.toSorted((a, b) => b.confidence - a.confidence)) {
    for (const item of evidence) {
      if (item.kind === 'shared-term') terms ||= tagger;
      if (item.kind !== 'shared-term' || terms === tagger) merged.set(nameEvidence(item), item);
    }
  }
  return [...merged.values()];
}

function nameEvidence(item: Evidence): string {
  if (item.kind === 'matched-words') return `${item.span.start} ${item.span.end} ${item.keyword}`;
  return item.kind === 'similar-quote' ? `like ${item.quoteId}` : `term ${item.term}`;
}
