import type { IdentifierKind } from './identifier.js';
import { findLinks } from './links/find-links.js';

export const emailAddress: IdentifierKind = {
  id: 'email-address',
  label: 'E-mail address',
  candidate: false,
  find: (text) => findLinks(text, 'e-mail'),
};
