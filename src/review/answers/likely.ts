import { type Evidence, type FittedModel, prepareModel, type Strength, type Study } from '../../index.js';
import type { Language } from '../../model/settings.js';
import type { LikelyView } from '../messages/reading.js';
import type { Desk, Made, Suggested } from './desk.js';
import { countThemes } from './tables/count-themes.js';
import { listBy } from './tables/list-by.js';
import { EVERYBODY, type Look } from './tables/look.js';
import { recall } from './tables/recall.js';
import { requireQuote } from './tables/require.js';
import { findTheme, listTaggings } from './tables/study-tables.js';
import { requireTranscript } from './transcript.js';
import { isSmallWord } from './views/is-small-word.js';

export type LikelyRequest =
  | { readonly quote: string }
  | { readonly transcript: string; readonly start: number; readonly end: number };

type Proposal = {
  readonly themeId: string;
  readonly rule: boolean;
  readonly strength: Strength;
  readonly evidence: readonly Evidence[];
};
type LikelyTheme = LikelyView['themes'][number];

const openModel = recall((model: FittedModel) => prepareModel(model));

/** As many words as a glance takes in. */
const MOST_WORDS = 3;

const quoteWords = (words: readonly string[]) => words.map((word) => `“${word}”`).join(', ');
const countOf = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

/** Words that say something; small ones only where there are no others. */
function chooseTelling(terms: readonly string[], language: Language): readonly string[] {
  const telling = terms.filter((term) => !isSmallWord(term, language));
  return telling.length === 0 ? terms : telling;
}

/** In a few words what speaks for a theme. */
function explain(evidence: readonly Evidence[], language: Language): string {
  const keywords = evidence.flatMap((item) => (item.kind === 'matched-words' ? [item.keyword] : []));
  const terms = evidence.flatMap((item) =>
    item.kind === 'shared-term' && item.weight > 0 && !item.term.startsWith('(') ? [item.term] : [],
  );
  const telling = chooseTelling(terms, language);
  const alike = evidence.filter(({ kind }) => kind === 'similar-quote').length;
  const parts = [
    keywords.length === 0 ? '' : `keyword ${quoteWords([...new Set(keywords)].slice(0, MOST_WORDS))}`,
    terms.length === 0 ? '' : `the words ${quoteWords(telling.slice(0, MOST_WORDS))}`,
    alike === 0 ? '' : `like ${countOf(alike, 'quote')} that coders gave it`,
  ];
  return parts.filter((part) => part !== '').join('; ');
}

const groupByQuote = recall(({ suggestions }: Suggested) => listBy(suggestions, ({ quoteId }) => quoteId));

/** Whether what was learned was asked about the quote: at first, only some are, and keywords speak for the others. */
const isJudged = (suggested: Suggested | undefined, own: readonly Proposal[]) =>
  suggested?.basis.stage === 'whole' || own.some(({ rule }) => !rule);

/**
 * What is proposed for a quote, or for words that nobody marked yet. In blind mode a quote is read as words alone: what is not
 * proposed for it would tell what others decided.
 */
function listProposals(
  study: Study,
  { suggestions, model }: Made,
  { request, look }: { readonly request: LikelyRequest; readonly look: Look },
): readonly Proposal[] {
  const own =
    'quote' in request && suggestions !== undefined && look.blind !== true
      ? groupByQuote(suggestions).get(request.quote)
      : undefined;
  if (own !== undefined && (model === undefined || isJudged(suggestions, own))) return own;
  return model === undefined ? [] : openModel(model.fitted).tag(readWords(study, request));
}

/** The words asked about. Throws `ToolkitError` `unknown-quote` or `unknown-transcript`. */
function readWords(study: Study, request: LikelyRequest): string {
  if ('quote' in request) return requireQuote(study, request.quote).exact;
  const { text } = requireTranscript(study, request.transcript);
  return text.slice(request.start, request.end);
}

function listDecided(study: Study, request: LikelyRequest, look: Look): ReadonlySet<string> {
  if (!('quote' in request)) return new Set();
  return new Set(listTaggings(study, request.quote, look).map(({ themeId }) => themeId));
}

function showProposed(study: Study, proposals: readonly Proposal[]): readonly LikelyTheme[] {
  const shown = new Map<string, LikelyTheme>();
  for (const { themeId, strength, evidence } of proposals) {
    if (shown.has(themeId) || findTheme(study, themeId) === undefined) continue;
    shown.set(themeId, { theme: themeId, strength, why: explain(evidence, study.settings.language) });
  }
  return [...shown.values()];
}

/** Every theme, the most used first and equals in the order of the taxonomy. */
function listByUse(study: Study, look: Look): readonly LikelyTheme[] {
  const counts = countThemes(study, look);
  const uses = study.taxonomy.themes.map(({ id }) => ({ id, quotes: counts.get(id)?.quotes ?? 0 }));
  return uses
    .toSorted((a, b) => b.quotes - a.quotes)
    .map(({ id, quotes }) => ({
      theme: id,
      strength: 'none',
      why: quotes === 0 ? '' : `on ${countOf(quotes, 'quote')}`,
    }));
}

/**
 * Every theme once, for a person to choose from: those that the taggers propose for a quote or for words that are not marked
 * yet, best first and with the reason; then all others by use. Until something was learned, by use alone. Throws
 * `ToolkitError` `unknown-quote` or `unknown-transcript`.
 */
export function answerLikely(desk: Desk, request: LikelyRequest, look: Look = EVERYBODY): LikelyView {
  const { study } = desk.reading;
  readWords(study, request);
  const decided = listDecided(study, request, look);
  const proposals = desk.made === undefined ? [] : listProposals(study, desk.made, { request, look });
  const proposed = showProposed(
    study,
    proposals.filter(({ themeId }) => !decided.has(themeId)),
  );
  const taken = new Set(proposed.map(({ theme }) => theme));
  return { themes: [...proposed, ...listByUse(study, look).filter(({ theme }) => !taken.has(theme))] };
}
