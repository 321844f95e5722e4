import { signal } from '@preact/signals';

/** Grows whenever anything in the study changed, from whomever. Counted by this page, so that a restarted server cannot set it back. */
export const version = signal(0);

/** Grows when suggestions and clusters were made anew. */
export const suggestedVersion = signal(0);
