import { age } from './age.js';
import { cardNumber } from './card-number.js';
import { dateOfBirth } from './date-of-birth.js';
import { emailAddress } from './email-address.js';
import { fullDate } from './full-date.js';
import { handle } from './handle.js';
import { iban } from './iban.js';
import type { IdentifierKind } from './identifier.js';
import { ipAddress } from './ip-address.js';
import { longNumber } from './long-number.js';
import { name } from './name.js';
import { phoneNumber } from './phone-number.js';
import { postcode } from './postcode.js';
import { streetAddress } from './street-address.js';
import { webAddress } from './web-address.js';

/** Every kind of identifier, surest first: where two claim the same words, the first has them. */
export const identifierKinds: readonly IdentifierKind[] = [
  emailAddress,
  ipAddress,
  webAddress,
  iban,
  cardNumber,
  dateOfBirth,
  fullDate,
  phoneNumber,
  longNumber,
  handle,
  streetAddress,
  postcode,
  age,
  name,
];
