/** One step on the disk: records for the end of a file, its new content, or its removal. */
export type Step =
  | { readonly kind: 'append'; readonly file: string; readonly records: readonly object[] }
  | { readonly kind: 'write'; readonly file: string; readonly content: string | Uint8Array }
  | { readonly kind: 'remove'; readonly file: string };
