const omission = /\s*(?:\[\s*(?:…|\.{3})\s*\]|…|\.{3,4})\s*/u;
const insertion = /\[[^[\]]*\]/gu;
const endPunctuation = /[.,;:!?…–—-]+$/u;
const wordInside = /[\p{L}\p{M}\p{N}]/u;

/**
 * Whether the published `wording` of a quote differs from its `exact` words by marked edits alone: omissions (`[…]`,
 * `…`, `...`), insertions (`[word]`), the case of the first letter, the punctuation at the end, and white space.
 * An omission takes whole words out; an insertion adds to the words around it and replaces none.
 */
export function checkWording(wording: string, exact: string): boolean {
  if (wording === exact && exact.trim() !== '') return true;
  const source = tightenPunctuation(collapseSpace(exact));
  const segments = cutAtOmissions(wording, source);
  if (segments.every((segment) => segment === '')) return false;
  const open = { start: segments[0] === '', end: segments.at(-1) === '' };
  return findInOrder(
    segments.filter((segment) => segment !== ''),
    source,
    open,
  );
}

const collapseSpace = (text: string) => text.replace(/\s+/gu, ' ').trim();

/** The wording's own words between its omissions; brackets that stand in the transcript itself are words. */
function cutAtOmissions(wording: string, source: string): readonly string[] {
  const withoutInsertions = collapseSpace(wording).replace(insertion, (bracket) =>
    source.includes(bracket) || omission.test(bracket) ? bracket : '',
  );
  return withoutInsertions.split(omission).map((segment) => tightenPunctuation(collapseSpace(segment)));
}

/** `word , next` is left where an insertion stood before a comma. */
const tightenPunctuation = (text: string) => text.replace(/ (?=[,.;:!?])/gu, '');

type OpenEnds = { readonly start: boolean; readonly end: boolean };

function findInOrder(segments: readonly string[], source: string, open: OpenEnds): boolean {
  let from = 0;
  for (const [index, segment] of segments.entries()) {
    const isFirst = index === 0;
    const isLast = index === segments.length - 1;
    const at = findSegment({
      segment,
      source,
      from,
      atStart: isFirst && !open.start,
      atEnd: isLast && !open.end,
      isFirst,
    });
    if (at < 0) return false;
    from = at + segment.replace(endPunctuation, '').length;
  }
  return true;
}

type SegmentSearch = {
  readonly segment: string;
  readonly source: string;
  readonly from: number;
  readonly atStart: boolean;
  readonly atEnd: boolean;
  readonly isFirst: boolean;
};

/** Where a segment stands from `from` on, or -1. Its end punctuation is free, as is the first letter's case. */
function findSegment({ segment, source, from, atStart, atEnd, isFirst }: SegmentSearch): number {
  const bare = segment.replace(endPunctuation, '');
  const end = source.replace(endPunctuation, '').length;
  const places = (isFirst ? [bare, flipFirstCase(bare)] : [bare])
    .map((spelling) => findWhole(source, spelling, atEnd ? Math.max(from, end - spelling.length) : from))
    .filter((at) => at >= 0 && (!atStart || at === 0) && (!atEnd || at + bare.length === end));
  return places.length === 0 ? -1 : Math.min(...places);
}

/** The first place from `from` on where the words stand without cutting a word of the source, or -1. */
function findWhole(source: string, words: string, from: number): number {
  let at = source.indexOf(words, from);
  while (at >= 0 && !isWhole(source, at, words.length)) at = source.indexOf(words, at + 1);
  return at;
}

function flipFirstCase(text: string): string {
  const [first = ''] = text;
  const flipped = first === first.toUpperCase() ? first.toLowerCase() : first.toUpperCase();
  return flipped + text.slice(first.length);
}

/** Whether a place cuts no word of the source at either end. */
function isWhole(source: string, at: number, length: number): boolean {
  const cutsBefore = wordInside.test(source[at - 1] ?? '') && wordInside.test(source[at] ?? '');
  const end = at + length;
  const cutsAfter = wordInside.test(source[end - 1] ?? '') && wordInside.test(source[end] ?? '');
  return !cutsBefore && !cutsAfter;
}
