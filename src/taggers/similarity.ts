import type { Suggestion } from '../model/suggestion.js';
import type { Theme } from '../model/theme.js';
import { dotEvery, toDense } from '../text/similarity.js';
import { countRows, rowAt, stackRows, transposeRows } from '../text/sparse-rows.js';
import { TAGGING_WEIGHTS, type WeighedTexts, weighTerms } from '../text/weigh-terms.js';
import { type Decided, isDecided, readDecided } from './decided/read-decided.js';
import { buildProfiles, type Profile } from './profiles/build-profiles.js';
import { createQuoteFinder, explainScore } from './profiles/explain-score.js';
import type { Tagger, TaggerInput } from './tagger.js';

/**
 * Cosine below which a quote and a theme have too little in common to say anything. Chosen with `LEAST_SHARE` for a
 * good F1 at 3, 10 and all decided quotes a theme, on two coded interview studies.
 */
const LEAST_SCORE = 0.08;
/** A theme has to come this near to the quote's best theme of the same dimension. */
const LEAST_SHARE = 0.7;

/** A theme for a quote, by position and row. */
type Candidate = { readonly row: number; readonly profile: number; readonly score: number };

/** By dimension: the best score of one quote. */
function findBest(scores: Float64Array, themes: readonly Theme[]): ReadonlyMap<string, number> {
  const best = new Map<string, number>();
  for (const [profile, { dimension }] of themes.entries()) {
    best.set(dimension, Math.max(best.get(dimension) ?? 0, scores[profile] ?? 0));
  }
  return best;
}

function chooseCandidates(profiles: readonly Profile[], weighed: WeighedTexts): readonly Candidate[] {
  const themes = profiles.map(({ theme }) => theme);
  const width = weighed.rows.width;
  const transposed = transposeRows(
    stackRows(
      profiles.map(({ vector }) => vector),
      width,
    ),
  );
  const scores = new Float64Array(profiles.length);
  const candidates: Candidate[] = [];
  for (let row = 0; row < countRows(weighed.rows); row += 1) {
    dotEvery(rowAt(weighed.rows, row), transposed, scores);
    const best = findBest(scores, themes);
    for (const [profile, { dimension }] of themes.entries()) {
      const score = scores[profile] ?? 0;
      if (score >= LEAST_SCORE && score >= LEAST_SHARE * (best.get(dimension) ?? 0)) {
        candidates.push({ row, profile, score });
      }
    }
  }
  return candidates;
}

/** Candidates that nobody has decided, by profile. */
function sortCandidates(
  candidates: readonly Candidate[],
  quoteIds: readonly string[],
  judged: { readonly profiles: readonly Profile[]; readonly decided: Decided },
): readonly (readonly Candidate[])[] {
  const sorted: Candidate[][] = judged.profiles.map(() => []);
  for (const candidate of candidates) {
    const themeId = judged.profiles[candidate.profile]?.theme.id ?? '';
    if (isDecided(judged.decided, quoteIds[candidate.row] ?? '', themeId)) continue;
    sorted[candidate.profile]?.push(candidate);
  }
  return sorted;
}

type Grounds = {
  readonly quoteIds: readonly string[];
  readonly counted: TaggerInput['counted'];
  readonly weighed: WeighedTexts;
};

function suggestTheme(
  profile: Profile,
  candidates: readonly Candidate[],
  { quoteIds, counted, weighed }: Grounds,
): readonly Suggestion[] {
  const dense = toDense(profile.vector, weighed.rows.width);
  const findSimilar = createQuoteFinder(weighed.rows, profile.examples, quoteIds);
  return candidates.flatMap(({ row, score }) => {
    const quote = rowAt(weighed.rows, row);
    const [first, ...rest] = explainScore(score, { quote, profile: dense }, counted);
    if (first === undefined) return [];
    return [
      {
        quoteId: quoteIds[row] ?? '',
        themeId: profile.theme.id,
        tagger: 'similarity',
        confidence: Math.min(score, 1),
        evidence: [first, ...rest, ...findSimilar(quote)] as const,
      },
    ];
  });
}

function suggest({ quotes, counted, taxonomy, decisions }: TaggerInput): readonly Suggestion[] {
  const weighed = weighTerms(counted, TAGGING_WEIGHTS);
  const decided = readDecided(decisions);
  const quoteIds = quotes.map(({ id }) => id);
  const profiles = buildProfiles({ themes: taxonomy.themes, quoteIds, counted, weighed, decided });
  const candidates = sortCandidates(chooseCandidates(profiles, weighed), quoteIds, { profiles, decided });
  return profiles.flatMap((profile, number) =>
    suggestTheme(profile, candidates[number] ?? [], { quoteIds, counted, weighed }),
  );
}

/**
 * Proposes a theme where a quote shares weighty words with what the theme says of itself and with the quotes that coders
 * gave it. The confidence is the cosine of the two, and the weights of its `shared-term` evidence sum to it. Says
 * nothing of a quote that is not enough like any theme.
 */
export const similarityTagger: Tagger = {
  id: 'similarity',
  label: 'Similar wording',
  explanation:
    'Proposes a theme when a quote shares telling words with the theme’s description and with quotes already decided for it.',
  suggest,
};
