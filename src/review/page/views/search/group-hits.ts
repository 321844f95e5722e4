import type { SearchView } from '../../../messages/reading.js';

export type Hit = SearchView['hits'][number];
export type HitGroup = {
  readonly transcript: string;
  readonly participants: readonly string[];
  /** With the place of each hit in the whole list, for the keyboard. */
  readonly hits: readonly { readonly hit: Hit; readonly place: number }[];
};

/** Hits by transcript, in the order in which the transcripts first occur; `from` is the place of the first hit. */
export function groupHits(hits: readonly Hit[], from = 0): readonly HitGroup[] {
  const groups = new Map<string, Hit[]>();
  for (const hit of hits) {
    const group = groups.get(hit.transcript) ?? [];
    group.push(hit);
    groups.set(hit.transcript, group);
  }
  let place = from;
  return [...groups].map(([transcript, list]) => ({
    transcript,
    participants: [...new Set(list.map(({ participant }) => participant).filter((id) => id !== ''))],
    hits: list.map((hit) => ({ hit, place: place++ })),
  }));
}

/** The hits in the order in which groups show them. */
export function orderHits(hits: readonly Hit[]): readonly Hit[] {
  return groupHits(hits).flatMap((group) => group.hits.map(({ hit }) => hit));
}

/** Where an arrow leads from a hit: -1 is the field for the words, above the first hit. */
export function moveAmongHits(at: number, step: number, count: number): number {
  return Math.min(count - 1, Math.max(-1, at + step));
}

/** "12 hits in 3 transcripts", and how many more there are than are shown. */
export function describeHits(total: number, hits: readonly Hit[]): string {
  if (total === 0) return 'Nothing found';
  const transcripts = new Set(hits.map(({ transcript }) => transcript)).size;
  const many = (count: number, one: string) =>
    `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`;
  if (total <= hits.length) return `${many(total, 'hit')} in ${many(transcripts, 'transcript')}`;
  return `${many(total, 'hit')}; here are the first ${hits.length.toLocaleString('en')}, in ${many(transcripts, 'transcript')}`;
}

/** Where a hit is read: its quote, or the words themselves, which are then looked for there too. */
export function linkOfHit(
  hit: Hit,
  words: string,
): { view: string; id: string; query: Record<string, string> } {
  const query: Record<string, string> =
    hit.quote === '' ? { utterance: String(hit.utterance), find: words } : { quote: hit.quote };
  return { view: 'read', id: hit.transcript, query };
}
