import type { IdentifierKind } from './identifier.js';

const handlePattern = /(?<![\p{L}\p{N}._-])@[\p{L}\p{N}_][\p{L}\p{N}_.-]{1,38}[\p{L}\p{N}_]/gu;

/** `@name`, as in social media; the part of an e-mail address after its `@` is none. */
export const handle: IdentifierKind = {
  id: 'handle',
  label: 'Handle',
  candidate: false,
  find: (text) =>
    [...text.matchAll(handlePattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    })),
};
