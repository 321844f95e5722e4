import type { Failure } from '../../messages/study.js';

/** What the server answered: the value, or why there is none. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly failure: Failure;
      /** Whether the very same may succeed later: the disk is full, another program writes, nobody answers. */
      readonly passes?: boolean;
    };

/** No server was reached. The work is kept, and asked for again. */
export const UNREACHABLE: Failure = {
  code: 'unreachable',
  message: 'Themeloom does not answer.',
  hint: 'Start “themeloom review” again; this page goes on where it was.',
};

/** The server is there, and does not know this window (any more). */
export const SIGNED_OUT: Failure = {
  code: 'signed-out',
  message: 'This window is no longer signed in.',
  hint: 'Open the address that “themeloom review” printed last.',
};
