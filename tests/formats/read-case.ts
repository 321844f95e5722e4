import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceText } from '../../src/formats/format.js';
import { decodeBytes } from '../../src/text/decode-bytes.js';
import { makePackage } from '../packages/make-package.js';

const folder = fileURLToPath(new URL('./cases/', import.meta.url));

/** The names of the cases: a folder each. */
export const caseNames: readonly string[] = readdirSync(folder);

/** Where the expected reading of a case stands. */
export const expectationOf = (name: string) => join(folder, name, 'expected.json');

/** The input of a case; a folder of parts, such as `input.docx/`, is packed to the file that it is called after. */
export function readCaseSource(name: string): SourceText {
  const input = readdirSync(join(folder, name)).find((file) => file.startsWith('input.')) ?? 'input';
  const path = join(folder, name, input);
  if (!statSync(path).isDirectory()) return { name: input, text: decodeBytes(readFileSync(path)).text };
  const parts = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((part) => join(path, part))
    .filter((part) => statSync(part).isFile())
    .sort()
    .map((part) => [relative(path, part).split(sep).join('/'), readFileSync(part)] as const);
  return { text: '', ...makePackage(Object.fromEntries(parts), input) };
}
