import { hashText } from '../../text/hash-text.js';

export type GuidKind =
  | 'project'
  | 'coder'
  | 'dimension'
  | 'theme'
  | 'attribute'
  | 'participant'
  | 'transcript'
  | 'utterance'
  | 'quote'
  | 'decision'
  | 'memo'
  | 'note';

/**
 * A GUID made of what it names, so that the same study gives the same file: version 8 of RFC 9562, in upper case, since
 * some tools refuse lower case.
 */
export function makeGuid(kind: GuidKind, ...names: readonly string[]): string {
  const hex = hashText(['themeloom', kind, ...names].join('\n')).toUpperCase();
  const variant = '89AB'[Number.parseInt(hex.charAt(16), 16) % 4];
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
  ];
  return [...groups, hex.slice(20, 32)].join('-');
}

/** One form for all spellings of a GUID: files differ in case and braces. */
export function foldGuid(guid: string): string {
  return guid
    .trim()
    .replace(/^\{|\}$/g, '')
    .toUpperCase();
}
