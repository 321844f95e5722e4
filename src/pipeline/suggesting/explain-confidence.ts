import type { Notice } from '../../model/notice.js';
import type { Suggestion } from '../../model/suggestion.js';
import { readDecided } from '../../taggers/decided/read-decided.js';
import { countKeywords } from '../../taggers/keywords/count-keywords.js';
import type { TaggerInput } from '../../taggers/tagger.js';

/** Coded quotes from which on a share of them can be an honest percentage. */
const WANTED_QUOTES = 50;
/** A keyword in more than half of the quotes tells none of them apart. */
const COMMON_SHARE = 0.5;
/** Of a handful of quotes, half is no sign of a common word. */
const FEWEST_QUOTES = 10;

/** By dimension that has themes: how many of the quotes something was decided of in it. */
function countCoded({ quotes, taxonomy, decisions }: TaggerInput): ReadonlyMap<string, number> {
  const decided = readDecided(decisions);
  const dimensionOf = new Map(taxonomy.themes.map(({ id, dimension }) => [id, dimension]));
  const coded = new Map(taxonomy.themes.map(({ dimension }) => [dimension, 0]));
  for (const { id } of quotes) {
    const judged = [...(decided.get(id)?.keys() ?? [])].map((themeId) => dimensionOf.get(themeId));
    for (const dimension of new Set(judged)) {
      if (dimension !== undefined) coded.set(dimension, (coded.get(dimension) ?? 0) + 1);
    }
  }
  return coded;
}

function tellMissing(coded: number): string {
  if (coded === 0) return `coded quotes: 0 of about ${WANTED_QUOTES}; nothing was held out yet`;
  if (coded < WANTED_QUOTES) return `coded quotes: ${coded} of about ${WANTED_QUOTES}`;
  return `coded quotes: ${coded}, but on those held out the percentages were more than ten points off`;
}

/** What is missing for percentages, in one line for all dimensions; none where all of them have percentages. */
function explainRanks(input: TaggerInput, suggestions: readonly Suggestion[]): readonly Notice[] {
  const dimensionOf = new Map(input.taxonomy.themes.map(({ id, dimension }) => [id, dimension]));
  const calibrated = new Set(
    suggestions.filter((one) => one.calibrated).map(({ themeId }) => dimensionOf.get(themeId)),
  );
  const learned = new Set(
    suggestions.filter(({ rule }) => !rule).map(({ themeId }) => dimensionOf.get(themeId)),
  );
  const missing = [...countCoded(input)].filter(
    ([dimension, coded]) => !calibrated.has(dimension) && (learned.has(dimension) || coded < WANTED_QUOTES),
  );
  if (missing.length === 0) return [];
  const reasons = missing.map(([dimension, coded]) => `${dimension}: ${tellMissing(coded)}`);
  const message = `Suggestions are ranked and carry no percentages yet (${reasons.join('; ')}). "themeloom suggest --next 10" says which quotes to code.`;
  return [{ severity: 'info', code: 'no-percentages', message, place: { file: 'decisions' } }];
}

function explainCommonKeywords(input: TaggerInput): readonly Notice[] {
  const total = input.quotes.length;
  if (total < FEWEST_QUOTES) return [];
  return countKeywords(input)
    .filter(({ quotes }) => quotes > COMMON_SHARE * total)
    .map(({ themeId, text, quotes }) => ({
      severity: 'caution',
      code: 'common-keyword',
      message: `the keyword "${text}" of the theme "${themeId}" stands in ${quotes} of ${total} quotes and tells none of them apart. Make it a phrase or take it out`,
      place: { file: 'taxonomy.yaml' },
    }));
}

/** What a reader of suggestions has to know of them: what is missing for percentages, and which rules say nothing. */
export function explainConfidence(input: TaggerInput, suggestions: readonly Suggestion[]): readonly Notice[] {
  return [...explainRanks(input, suggestions), ...explainCommonKeywords(input)];
}
