import { ToolkitError } from '../../errors.js';

const signature = '%PDF-';

/** Throws `pdf-not-imported` for a PDF: its text is taken out once, by a command, so that a person reads it through. */
export function refusePdf({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): void {
  if (![...signature].every((letter, at) => bytes[at] === letter.charCodeAt(0))) return;
  throw new ToolkitError('pdf-not-imported', `${name} is a PDF, which is not read where it lies.`, {
    hint: `Run themeloom import "transcripts/${name}" to write its text beside it, and move the PDF out of transcripts/.`,
    place: { file: name },
  });
}
