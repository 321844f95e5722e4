/** For whom an answer is. In blind mode it holds nothing that other coders decided. */
export type Look = { readonly coder: string; readonly blind?: boolean };

/** For whom nothing is hidden. */
export const EVERYBODY: Look = { coder: '' };
