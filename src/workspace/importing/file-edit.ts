/** A file of the study that is to hold something else. */
export type FileEdit = { readonly file: string; readonly content: string };
