import { LinkifyIt } from 'linkify-it';
import type { Span } from '../../model/span.js';

const linkify = new LinkifyIt();

/** Most speech holds neither, and looking closely takes longer than this. */
const MAY_HOLD = { 'e-mail': /@/, web: /:\/\/|[\p{L}\p{N}]\.[\p{L}\p{N}]/u } as const;

/** Spans of e-mail addresses (`mailto:`) or of all other links in a text. */
export function findLinks(text: string, wanted: 'e-mail' | 'web'): readonly Span[] {
  if (!MAY_HOLD[wanted].test(text)) return [];
  const matches = linkify.match(text) ?? [];
  return matches
    .filter(({ schema }) => (schema === 'mailto:') === (wanted === 'e-mail'))
    .map(({ index, lastIndex }) => ({ start: index, end: lastIndex }));
}
