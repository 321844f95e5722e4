import type { Span } from '../../model/span.js';
import { findWords } from '../../text/tokenise.js';
import { parseKeyword } from '../keywords/parse-keyword.js';
import type { Ground } from '../learning/lay-ground.js';

type Hits = NonNullable<ReturnType<Ground['keywordHits']['get']>>;

/** Whether enough of the places is left in which a keyword was found: of two words near each other, both. */
function isStillHeld(keyword: string, before: readonly Span[], left: readonly Span[]): boolean {
  return parseKeyword(keyword)?.kind === 'near' ? left.length === before.length : left.length > 0;
}

/** Whether one of the places, which ascend, lies in the span. */
function holdsPlace({ start, end }: Span, places: readonly number[]): boolean {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return (places[low] ?? end) < end;
}

/** The keywords that a quote holds without the words that are gone, which are numbered among all words. */
export function keepKeywords(
  { counted, quotes, keywordHits }: Ground,
  row: number,
  gone: readonly number[],
): Hits {
  const hits = keywordHits.get(row);
  if (hits === undefined || gone.length === 0) return hits ?? new Map();
  const first = counted.textStarts[row] ?? 0;
  const spans = findWords(quotes[row]?.exact ?? '');
  const places = gone.map((word) => spans[word - first]?.start ?? 0);
  return new Map(
    Array.from(hits, ([themeId, held]) => [
      themeId,
      held
        .map(({ keyword, spans: before }) => ({
          keyword,
          before,
          spans: before.filter((span) => !holdsPlace(span, places)),
        }))
        .filter(({ keyword, before, spans: left }) => isStillHeld(keyword, before, left)),
    ]),
  );
}
