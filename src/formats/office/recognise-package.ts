import { ToolkitError } from '../../errors.js';
import { type OfficePackage, openPackage } from '../../packages/open-package.js';
import type { Format, SourceText } from '../format.js';

type KnownPackage = Pick<Format, 'extensions'> & { readonly holds: (opened: OfficePackage) => boolean };

/**
 * How surely a source is a package that holds what a format reads. One that cannot be opened counts by its name, so that
 * reading it says what is wrong with it.
 */
export function recognisePackage(source: SourceText, { extensions, holds }: KnownPackage): number {
  if (source.bytes === undefined) return 0;
  const isNamed = extensions.some((extension) => source.name.toLowerCase().endsWith(extension));
  try {
    const opened = openPackage({ name: source.name, bytes: source.bytes });
    if (holds(opened)) return 1;
    return isNamed ? 0.1 : 0;
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    return isNamed ? 0.1 : 0.01;
  }
}

/** The bytes of a package that a format was asked to read. Throws `ToolkitError` `not-an-office-file` where it is text. */
export function takeBytes({ name, bytes }: SourceText): {
  readonly name: string;
  readonly bytes: Uint8Array;
} {
  if (bytes !== undefined) return { name, bytes };
  throw new ToolkitError('not-an-office-file', `${name} is text and no office document`, {
    hint: 'Give it the extension of what it is, such as .txt or .md.',
    place: { file: name },
  });
}
