import type { Quote } from '../model/quote.js';
import type { Evidence, ExplainedSuggestion, Flip, Suggestion } from '../model/suggestion.js';
import { inverseDocumentFrequency } from '../text/weigh-terms.js';
import { type Decided, isDecided, readDecided } from './decided/read-decided.js';
import { rateStrength } from './evidence/rate-strength.js';
import { compileKeywords, type Keyword, readKeywords } from './keywords/compile-keywords.js';
import { type KeywordHit, matchKeywords } from './keywords/match-keywords.js';
import type { Tagger, TaggerInput } from './tagger.js';

/** What the rarest keyword is worth on its own: a word is a hint, not a reading. */
const STRONGEST_KEYWORD = 0.6;
/** Words alone never make a theme certain. */
const HIGHEST_CONFIDENCE = 0.99;
/** One keyword that stands in few quotes is medium, two such are strong: 1 − (1 − 0.4)². */
export const BANDS = { strong: 0.64, medium: 0.4 };

/** By keyword: its weight as a hint, 0 to `STRONGEST_KEYWORD`; the fewer quotes hold it, the higher. */
export function weighKeywords(
  keywords: readonly Keyword[],
  hits: readonly (readonly KeywordHit[])[],
): Float64Array {
  const quotesWith = new Uint32Array(keywords.length);
  for (const { keyword } of hits.flat()) quotesWith[keyword] = (quotesWith[keyword] ?? 0) + 1;
  const rarest = inverseDocumentFrequency(1, hits.length);
  return Float64Array.from(
    quotesWith,
    (quotes) => (STRONGEST_KEYWORD * inverseDocumentFrequency(Math.max(quotes, 1), hits.length)) / rarest,
  );
}

/** Hits that rest on words no stronger hit rests on already: "success" adds nothing to "success*" in one place. */
function dropEchoes(hits: readonly KeywordHit[], weights: Float64Array): readonly KeywordHit[] {
  const weightOf = ({ keyword }: KeywordHit): number => weights[keyword] ?? 0;
  const kept: KeywordHit[] = [];
  const taken = new Set<number>();
  for (const hit of [...hits].sort((a, b) => weightOf(b) - weightOf(a) || a.keyword - b.keyword)) {
    if (hit.spans.every(({ start }) => taken.has(start))) continue;
    for (const { start } of hit.spans) taken.add(start);
    kept.push(hit);
  }
  return kept;
}

/** Keywords as independent hints (noisy-or): 1 − Π(1 − weight). Grows with every further and every rarer keyword. */
export function rateHits(hits: readonly KeywordHit[], weights: Float64Array): number {
  const doubt = dropEchoes(hits, weights).reduce(
    (left, { keyword }) => left * (1 - (weights[keyword] ?? 0)),
    1,
  );
  return Math.min(1 - doubt, HIGHEST_CONFIDENCE);
}

export function listEvidence(hits: readonly KeywordHit[], keywords: readonly Keyword[]): readonly Evidence[] {
  const evidence = hits.flatMap(({ keyword, spans }) =>
    spans.map((span) => ({
      kind: 'matched-words' as const,
      keyword: keywords[keyword]?.text ?? '',
      span,
    })),
  );
  return evidence.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

export function groupByTheme(
  hits: readonly KeywordHit[],
  keywords: readonly Keyword[],
): ReadonlyMap<string, readonly KeywordHit[]> {
  const themes = new Map<string, KeywordHit[]>();
  for (const hit of hits) {
    const themeId = keywords[hit.keyword]?.themeId ?? '';
    const known = themes.get(themeId);
    if (known === undefined) themes.set(themeId, [hit]);
    else known.push(hit);
  }
  return themes;
}

/** The words that matched, as they are written and each once: without them nothing of the rule is left. */
function explainRule(hits: readonly KeywordHit[], exact: string): Flip {
  const spans = hits.flatMap((hit) => hit.spans).toSorted((a, b) => a.start - b.start || a.end - b.end);
  const words = spans.map(({ start, end }) => exact.slice(start, end));
  return { over: null, without: [...new Set(words)], changes: true, leaves: null, runnerUp: null };
}

type Weighed = {
  readonly keywords: readonly Keyword[];
  readonly weights: Float64Array;
  readonly decided: Decided;
};

function explainForQuote(
  { id: quoteId, exact }: Quote,
  hits: readonly KeywordHit[],
  weighed: Weighed,
): readonly ExplainedSuggestion[] {
  const { keywords, weights, decided } = weighed;
  return [...groupByTheme(hits, keywords)].flatMap(([themeId, ofTheme]) => {
    const [first, ...rest] = listEvidence(ofTheme, keywords);
    const confidence = rateHits(ofTheme, weights);
    if (first === undefined || isDecided(decided, quoteId, themeId)) return [];
    return [
      {
        quoteId,
        themeId,
        tagger: 'keyword',
        confidence,
        evidence: [first, ...rest] as const,
        strength: rateStrength(confidence, BANDS),
        calibrated: false,
        rule: true,
        measured: null,
        flip: explainRule(ofTheme, exact),
      },
    ];
  });
}

function explain({ quotes, counted, taxonomy, decisions }: TaggerInput): readonly ExplainedSuggestion[] {
  const keywords = taxonomy.themes.flatMap(readKeywords);
  const index = compileKeywords(keywords, counted);
  const hits = quotes.map(({ exact }, row) => matchKeywords(index, { counted, row, text: exact }));
  const weighed = { keywords, weights: weighKeywords(keywords, hits), decided: readDecided(decisions) };
  return quotes.flatMap((quote, row) => explainForQuote(quote, hits[row] ?? [], weighed));
}

function suggest(input: TaggerInput): readonly Suggestion[] {
  return explain(input).map(({ flip: _, ...suggestion }) => suggestion);
}

/** Proposes a theme where a quote holds its keywords. Needs no decided quote and shows every word that it rests on. */
export const keywordTagger: Tagger = {
  id: 'keyword',
  label: 'Keywords',
  explanation: 'Proposes a theme when a quote contains one of the keywords that the taxonomy lists for it.',
  suggest,
  explain,
};
