import { readdirSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { formats } from '../../src/formats/index.js';

/** One file below the folder that is looked through. */
export type FoundFile = {
  /** First folder of the path; the folder itself for files that lie in it. */
  readonly set: string;
  readonly path: string;
  readonly name: string;
  /** Lower case, with the dot. */
  readonly extension: string;
  /** Whether a format has this extension. */
  readonly supported: boolean;
};

const notTranscripts = /^(?:readme|licen[cs]e|source|changelog|contributing)(?:\.|$)/i;
const supportedExtensions = new Set(formats.flatMap(({ extensions }) => extensions));

/** Finds what may be a transcript anywhere below a folder, sorted by path. */
export function findTranscripts(folder: string): readonly FoundFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
    .sort()
    .flatMap((path) => toFoundFile(folder, path));
}

function toFoundFile(folder: string, path: string): FoundFile[] {
  const parts = relative(folder, path).split(sep);
  const name = parts.at(-1) ?? '';
  if (name.startsWith('.') || notTranscripts.test(name)) return [];
  const extension = extname(name).toLowerCase();
  const set = parts.length > 1 ? (parts[0] ?? '') : '.';
  return [{ set, path, name, extension, supported: supportedExtensions.has(extension) }];
}
