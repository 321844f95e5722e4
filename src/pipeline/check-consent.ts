import type { ConsentScope, Participant } from '../model/participant.js';

/** `known` is false where nobody recorded what the participant agreed to: reports then say so. */
export type ConsentVerdict =
  | { readonly allowed: true; readonly known: boolean }
  | { readonly allowed: false; readonly reason: string };

/**
 * Whether a participant's words may be used for `scope` on the ISO day `today`. A withdrawal counts whatever its
 * date; a consent holds to the end of its last day.
 */
export function checkConsent(
  participant: Participant | undefined,
  scope: ConsentScope,
  today: string,
): ConsentVerdict {
  if (participant === undefined) return refuse('its speaker is not among the participants');
  const { id, consent } = participant;
  if (consent.withdrawn !== undefined) return refuse(`${id} withdrew`);
  if (!consent.known) return { allowed: true, known: false };
  if (!consent.scopes.includes(scope)) return refuse(`${id} gave no consent for ${scope}`);
  if (consent.until !== undefined && consent.until < today) {
    return refuse(`${id}'s consent has ended`);
  }
  return { allowed: true, known: true };
}

/** A verdict against, with the reason. */
export function refuse(reason: string): ConsentVerdict {
  return { allowed: false, reason };
}
