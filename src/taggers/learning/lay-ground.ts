import type { Quote } from '../../model/quote.js';
import type { Span } from '../../model/span.js';
import type { Theme } from '../../model/theme.js';
import type { CountedTexts } from '../../text/count-texts.js';
import { averageRows } from '../../text/learning/lessons.js';
import { listGrams, type WeighedGrams, weighGrams } from '../../text/learning/weigh-grams.js';
import { type WeighedWordPairs, weighWordPairs } from '../../text/learning/weigh-word-pairs.js';
import { type Company, placeByCompany } from '../../text/meaning/place-by-company.js';
import { readTerm } from '../../text/read-term.js';
import { normalise, toSparse } from '../../text/similarity.js';
import type { SparseRows, SparseVector } from '../../text/sparse-rows.js';
import { untieWord } from '../../text/stem.js';
import { foldWord } from '../../text/tokenise.js';
import { TAGGING_WEIGHTS, weighTerms } from '../../text/weigh-terms.js';
import type { Decided } from '../decided/read-decided.js';
import { compileKeywords, type Keyword, readKeywords } from '../keywords/compile-keywords.js';
import { type KeywordHit, matchKeywords } from '../keywords/match-keywords.js';
import { visitThemeWords } from '../profiles/visit-theme-words.js';
import { weighThemeText } from '../profiles/weigh-theme-text.js';
import { linkNearby } from './link-nearby.js';

/** A keyword of a theme, and where a quote holds it. */
type HeldKeyword = { readonly keyword: string; readonly spans: readonly Span[] };

/** What every dimension learns from: the same for all of them. */
export type Ground = {
  readonly quotes: readonly Quote[];
  readonly counted: CountedTexts;
  readonly words: SparseRows;
  readonly grams: WeighedGrams;
  readonly pairs: WeighedWordPairs;
  /** The average quote, in words, grams and pairs. */
  readonly meanWords: Float64Array;
  readonly meanGrams: Float64Array;
  readonly meanPairs: Float64Array;
  /** By quote: the quotes near it in its transcript. */
  readonly nearby: SparseRows;
  /** By place in the taxonomy: what the theme says of itself, in words and in grams; empty where that is nothing. */
  readonly themeWords: readonly SparseVector[];
  readonly themeGrams: readonly SparseVector[];
  /** By row, then by theme id: the keywords that a quote holds. Rows and themes without any are missing. */
  readonly keywordHits: ReadonlyMap<number, ReadonlyMap<string, readonly HeldKeyword[]>>;
  /** Where quotes stand by the company that their words keep; missing where it tells no more than the words. */
  readonly company?: Company;
  /** Whether each text is judged by itself, without asking which coded quotes it is like. */
  readonly alone?: true;
};

export function weighThemeGrams(theme: Theme, counted: CountedTexts, grams: WeighedGrams): SparseVector {
  const vector = new Float64Array(grams.rows.width);
  visitThemeWords(theme, (word, weight) => {
    const folded = foldWord(word);
    if (readTerm(folded, counted.lexicon).kind !== 'content') return;
    for (const gram of listGrams(untieWord(folded, counted.lexicon.language))) {
      const id = grams.gramIds.get(gram);
      if (id !== undefined) vector[id] = (vector[id] ?? 0) + weight * (grams.gramWeights[id] ?? 0);
    }
  });
  normalise(vector);
  return toSparse(vector);
}

/** By row, then by theme id: the keywords that were found. `hits` by row, places in `keywords`. */
export function groupHits(
  hits: readonly (readonly KeywordHit[])[],
  keywords: readonly Keyword[],
): Ground['keywordHits'] {
  const rows = new Map<number, ReadonlyMap<string, readonly HeldKeyword[]>>();
  for (const [row, ofRow] of hits.entries()) {
    const held = new Map<string, HeldKeyword[]>();
    for (const { keyword, spans } of ofRow) {
      const { themeId = '', text = '' } = keywords[keyword] ?? {};
      held.set(themeId, [...(held.get(themeId) ?? []), { keyword: text, spans }]);
    }
    if (held.size > 0) rows.set(row, held);
  }
  return rows;
}

function findKeywords(
  themes: readonly Theme[],
  quotes: readonly Quote[],
  counted: CountedTexts,
): Ground['keywordHits'] {
  const keywords = themes.flatMap(readKeywords);
  const index = compileKeywords(keywords, counted);
  const hits = quotes.map(({ exact }, row) => matchKeywords(index, { counted, row, text: exact }));
  return groupHits(hits, keywords);
}

/**
 * Fewer quotes do not show what company words keep. Of more it would tell as much, but learning it takes a quarter of the
 * time that all else takes, and a thousand quotes are to be tagged within a second.
 */
const COMPANY_QUOTES = { fewest: 300, most: 900 };
/** Quotes a theme from which on the words themselves tell as much (held out by interview, on three coded studies). */
const COMPANY_UNTIL = 25;

/** Whether a few decisions are to go a long way: without any, nothing is known of alike quotes. */
function needsCompany(quotes: readonly Quote[], themes: readonly Theme[], decided: Decided): boolean {
  if (quotes.length < COMPANY_QUOTES.fewest || quotes.length > COMPANY_QUOTES.most) return false;
  const verdicts = [...decided.values()].flatMap((ofQuote) => [...ofQuote.values()]);
  const given = verdicts.filter((verdict) => verdict === 'applies').length;
  return given > 0 && given < COMPANY_UNTIL * themes.length;
}

/** Weighs words, grams and pairs of quotes and themes. */
export function layGround(
  { quotes, counted }: Pick<Ground, 'quotes' | 'counted'>,
  themes: readonly Theme[],
  decided: Decided,
): Ground {
  const weighed = weighTerms(counted, TAGGING_WEIGHTS);
  const grams = weighGrams(counted);
  const coded = quotes.flatMap(({ id }, row) => (decided.has(id) ? [row] : []));
  const pairs = weighWordPairs(counted, coded);
  return {
    quotes,
    counted,
    words: weighed.rows,
    grams,
    pairs,
    meanWords: averageRows(weighed.rows),
    meanGrams: averageRows(grams.rows),
    meanPairs: averageRows(pairs.rows),
    nearby: linkNearby(quotes),
    themeWords: themes.map((theme) => toSparse(weighThemeText(theme, counted, weighed.termWeights))),
    themeGrams: themes.map((theme) => weighThemeGrams(theme, counted, grams)),
    keywordHits: findKeywords(themes, quotes, counted),
    ...(needsCompany(quotes, themes, decided) ? { company: placeByCompany(weighed.rows) } : {}),
  };
}
