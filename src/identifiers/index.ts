import { emailAddress } from './email-address.js';
import { handle } from './handle.js';
import type { IdentifierKind } from './identifier.js';
import { longNumber } from './long-number.js';
import { webAddress } from './web-address.js';

/** Every kind of identifier, surest first. */
export const identifierKinds: readonly IdentifierKind[] = [emailAddress, webAddress, longNumber, handle];
