import { LinkifyIt } from 'linkify-it';
import type { Span } from '../../model/span.js';

const linkify = new LinkifyIt();

/** Spans of e-mail addresses (`mailto:`) or of all other links in a text. */
export function findLinks(text: string, wanted: 'e-mail' | 'web'): readonly Span[] {
  const matches = linkify.match(text) ?? [];
  return matches
    .filter(({ schema }) => (schema === 'mailto:') === (wanted === 'e-mail'))
    .map(({ index, lastIndex }) => ({ start: index, end: lastIndex }));
}
