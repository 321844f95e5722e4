import type { ExplainedSuggestion, NextPart, NextQuote, Quote, Study } from '../../../index.js';
import type { Suggested } from '../desk.js';
import { listBy } from '../tables/list-by.js';
import type { Look } from '../tables/look.js';
import { recall } from '../tables/recall.js';
import { findQuote, findTheme, listSettled } from '../tables/study-tables.js';

/** A suggestion, and all taggers that make it, its own first. */
export type Proposal = ExplainedSuggestion & { readonly taggers: readonly string[] };
/** A quote and what is proposed for it and not decided by anybody: a theme once, best first. */
export type OpenQuote = { readonly quote: Quote; readonly suggestions: readonly Proposal[] };
/** A place in the queue: the suggestion that is asked about, and why it comes now. */
export type Queued = OpenQuote & { readonly shown: Proposal; readonly why: string };

/** Of several taggers that propose the same theme, the one that can say most: learned before a rule. */
function keepOne(suggestions: readonly ExplainedSuggestion[]): readonly Proposal[] {
  const kept = new Map<string, Proposal>();
  for (const suggestion of suggestions) {
    const { themeId, tagger, rule } = suggestion;
    const known = kept.get(themeId);
    if (known === undefined) kept.set(themeId, { ...suggestion, taggers: [tagger] });
    else if (known.rule && !rule) kept.set(themeId, { ...suggestion, taggers: [tagger, ...known.taggers] });
    else kept.set(themeId, { ...known, taggers: [...known.taggers, tagger] });
  }
  return [...kept.values()];
}

const tabulate = recall(({ suggestions }: Suggested) => ({
  byQuote: new Map(
    Array.from(
      listBy(suggestions, ({ quoteId }) => quoteId),
      ([id, own]) => [id, keepOne(own)],
    ),
  ),
  themes: [...new Set(suggestions.map(({ themeId }) => themeId))],
}));

/** Quotes with suggestions that are still open: on what the study still has, and decided by nobody since, as the coder sees it. */
export function listOpen(suggested: Suggested, study: Study, look: Look): readonly OpenQuote[] {
  const { byQuote, themes } = tabulate(suggested);
  const settled = listSettled(study, look);
  const gone = new Set(themes.filter((id) => findTheme(study, id) === undefined));
  return [...byQuote].flatMap(([quoteId, proposed]) => {
    const quote = findQuote(study, quoteId);
    if (quote === undefined) return [];
    const decided = settled.get(quoteId)?.taggings ?? [];
    // Mostly nothing is: then nothing is made anew.
    if (decided.length === 0 && gone.size === 0) return [{ quote, suggestions: proposed }];
    const suggestions = proposed.filter(
      ({ themeId }) => !gone.has(themeId) && !decided.some((tagging) => tagging.themeId === themeId),
    );
    return suggestions.length === 0 ? [] : [{ quote, suggestions }];
  });
}

/** In this order in turn, so that whoever stops early has some of each. */
const turns: readonly NextPart[] = ['uncertain', 'diverse', 'random'];

function takeTurns(next: readonly NextQuote[]): readonly NextQuote[] {
  const parts = turns.map((turn) => next.filter(({ part }) => part === turn));
  const longest = Math.max(0, ...parts.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => parts.flatMap((part) => part[i] ?? [])).flat();
}

/** How near a suggestion is to not being made, in log-odds; a rule has no such distance and comes last. */
const readMargin = ({ flip }: ExplainedSuggestion): number => flip.over ?? Number.POSITIVE_INFINITY;

// Infinity minus itself is no number.
const byMargin = (a: number, b: number): number => (a === b ? 0 : a - b);

function findDoubtful(suggestions: readonly Proposal[]): Proposal | undefined {
  return suggestions.toSorted((a, b) => byMargin(readMargin(a), readMargin(b)))[0];
}

const asSentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

function explainRest({ rule }: Proposal): string {
  if (rule) return 'A keyword of yours proposes it.';
  return 'Those that teach most came first; now come those that the tagger is least sure of.';
}

function explainPart({ part, reason }: NextQuote): string {
  if (part === 'random') return asSentence(reason);
  if (part === 'diverse')
    return 'Nothing much like it has been coded yet, so it shows what nobody has looked at.';
  return 'The tagger is least sure here, so your answer teaches it most.';
}

/** What is asked about: the theme that is wanted; else the best one, or where doubt is the reason, the least sure one. */
function chooseShown(
  { suggestions }: OpenQuote,
  { theme, part }: { readonly theme: string | undefined; readonly part?: NextPart },
): Proposal | undefined {
  if (theme !== undefined) return suggestions.find(({ themeId }) => themeId === theme);
  return part === 'uncertain' ? findDoubtful(suggestions) : suggestions[0];
}

export type QueueOrder = { readonly theme?: string | undefined; readonly count: number };

/**
 * So many open suggestions, the most informative first: quotes of which nobody decided anything, in turn those the tagger is
 * least sure of, those unlike all that was coded, and some drawn by lot; then all others, those nearest to the cut first.
 */
export function orderQueue(
  { next }: Suggested,
  open: readonly OpenQuote[],
  { theme, count }: QueueOrder,
): readonly Queued[] {
  const byQuote = new Map(open.map((item) => [item.quote.id, item]));
  const first = takeTurns(next).flatMap((one) => {
    const item = byQuote.get(one.quoteId);
    const shown = item === undefined ? undefined : chooseShown(item, { theme, part: one.part });
    return item === undefined || shown === undefined ? [] : [{ ...item, shown, why: explainPart(one) }];
  });
  if (first.length >= count) return first.slice(0, count);
  const taken = new Set(first.map(({ quote }) => quote.id));
  const rest: { readonly item: OpenQuote; readonly shown: Proposal; readonly margin: number }[] = [];
  for (const item of open) {
    const shown = taken.has(item.quote.id) ? undefined : chooseShown(item, { theme });
    if (shown !== undefined) rest.push({ item, shown, margin: readMargin(shown) });
  }
  rest.sort((a, b) => byMargin(a.margin, b.margin));
  const others = rest
    .slice(0, count - first.length)
    .map(({ item, shown }) => ({ ...item, shown, why: explainRest(shown) }));
  return [...first, ...others];
}
