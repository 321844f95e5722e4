import { parseDocument } from 'yaml';
import type { ThemeChange } from '../../pipeline/reviewing/change-parts.js';
import { holdsEntry, readBytes, readText } from '../read-file.js';
import { readYaml } from '../read-yaml.js';
import { studyFiles } from '../study-files.js';
import { editDocument } from './edit-document.js';
import { editLines } from './edit-lines.js';
import type { Step } from './step.js';

const file = studyFiles.taxonomy;

/**
 * `taxonomy.yaml` with changes made to its themes, one after the other. Every line that they do not concern stays to the
 * byte; comments and order stay. Throws `ToolkitError` `yaml-syntax` or `taxonomy-unusable` where the file is no taxonomy,
 * and as `readText` does.
 */
export function editTaxonomy(folder: string, changes: readonly ThemeChange[]): Step {
  const text = readText(folder, file)?.text ?? '';
  readYaml(file, text);
  const { mark, lineEnd } = holdsEntry(folder, file) ? readManner(readBytes(folder, file)) : plainManner;
  const content = mark + editText(text, changes).replaceAll('\n', lineEnd);
  return { kind: 'write', file, content };
}

/**
 * The text with changes made in its lines. What came of it is held against the same changes in the tree of nodes; where they
 * differ (a layout that the lines are not prepared for) the tree is printed, which may lay out other lines anew.
 */
export function editText(text: string, changes: readonly ThemeChange[]): string {
  const document = parseDocument(text);
  for (const change of changes) editDocument(document, change);
  const edited = changes.reduce<string | undefined>(
    (lines, change) => (lines === undefined ? undefined : editLines(lines, change)),
    text,
  );
  if (edited !== undefined && saysSame(edited, document.toJS())) return edited;
  return document.toString({ lineWidth: 0 });
}

function saysSame(text: string, wanted: unknown): boolean {
  const document = parseDocument(text, { stringKeys: true });
  return document.errors.length === 0 && writeSorted(document.toJS()) === writeSorted(wanted);
}

/** As JSON in which the order of keys does not count. */
const writeSorted = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );

const plainManner = { mark: '', lineEnd: '\n' };

/** How a file is written: whether it begins with a byte order mark, and how its lines end, if all in the same way. */
function readManner(bytes: Buffer): typeof plainManner {
  const text = bytes.toString('utf8');
  const feeds = text.match(/\r?\n/g) ?? [];
  const isReturned = feeds.length > 0 && feeds.every((feed) => feed === '\r\n');
  return { mark: text.startsWith('\uFEFF') ? '\uFEFF' : '', lineEnd: isReturned ? '\r\n' : '\n' };
}
