import { writeIfChanged } from './write-file.js';

export type WrittenReports = {
  /** Names, relative to the folder. */
  readonly written: readonly string[];
  /** Those that already held the same, left untouched. */
  readonly unchanged: readonly string[];
};

/**
 * Writes reports into a folder, which is made if it is missing, each whole or not at all. Throws `ToolkitError` as
 * `writeFile` does, `outside-folder` for a name that leads out of the folder.
 */
export function writeReports(
  folder: string,
  files: readonly { readonly name: string; readonly content: string }[],
): WrittenReports {
  const outcomes = files.map(({ name, content }) => ({
    name,
    wrote: writeIfChanged({ folder, file: name }, content),
  }));
  return {
    written: outcomes.filter(({ wrote }) => wrote).map(({ name }) => name),
    unchanged: outcomes.filter(({ wrote }) => !wrote).map(({ name }) => name),
  };
}
