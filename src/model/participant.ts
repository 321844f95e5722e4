import { z } from 'zod';

export const consentScopeSchema = z.literal(['research', 'publication', 'teaching', 'public-web']);
export type ConsentScope = z.infer<typeof consentScopeSchema>;

/** A day as `participants.csv` has it, e.g. 2028-12-31. */
export const daySchema = z.iso.date();

/** What a participant agreed to. `known` is false where no `participants.csv` says anything. */
export type Consent = {
  readonly known: boolean;
  readonly scopes: readonly ConsentScope[];
  /** ISO day, the last on which the consent holds. */
  readonly until?: string;
  /** ISO day of withdrawal. */
  readonly withdrawn?: string;
};

/** A person interviewed, known by a code: there is no place for a name. */
export type Participant = {
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly consent: Consent;
};
