/** A quote by its row, and why it was chosen. */
export type Choice = { readonly row: number; readonly reason: string };
