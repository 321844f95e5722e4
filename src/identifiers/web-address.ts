import type { IdentifierKind } from './identifier.js';
import { findLinks } from './links/find-links.js';

export const webAddress: IdentifierKind = {
  id: 'web-address',
  label: 'Web address',
  candidate: false,
  find: (text) => findLinks(text, 'web'),
};
