import { detachText } from '../../packages/detach-text.js';
import type { OfficePackage } from '../../packages/open-package.js';
import type { XmlNode } from '../../packages/read-xml.js';
import { attributeOf, findNode, guidOf, isNamed, listNodes } from './read-node.js';
import { type ReadSelection, readCodings, readSelections } from './read-selections.js';
import { type ReadValue, readValues } from './read-values.js';
import { findWords, nameOfPath, type SourceWords } from './source-words.js';

/** A text that passages can be marked in. */
export type ReadText = {
  readonly key: string;
  /** GUIDs under which the file refers to it: its own, and that of the recording or PDF that it represents. */
  readonly keys: readonly string[];
  readonly name: string;
  readonly words: SourceWords;
  readonly selections: readonly ReadSelection[];
  readonly values: readonly ReadValue[];
};

/** What a source holds; its words stay where they are. */
export type ReadSource = {
  readonly texts: readonly ReadText[];
  /** What was found beside texts: `PictureSource`, `PDFSelection` … */
  readonly others: readonly { readonly name: string; readonly count: number }[];
  /** Texts whose words are not in the file: names, with where the words should be. */
  readonly missing: readonly string[];
};

const kinds = ['TextSource', 'PDFSource', 'PictureSource', 'AudioSource', 'VideoSource'];

/** Whether an element is a source: what `readSource` reads. */
export const isSource = (node: XmlNode) => kinds.some((kind) => isNamed(node, kind));

/** The texts of a source: itself, what stands for a PDF, or the transcripts of a recording. */
export function readSource(node: XmlNode, from: OfficePackage): ReadSource {
  const texts: ReadText[] = [];
  const missing: string[] = [];
  for (const text of listTexts(node)) {
    const words = findWords(text, from);
    const name = detachText(attributeOf(text, 'name') || attributeOf(node, 'name') || nameFromPath(text));
    if (words === undefined) {
      const path = detachText(attributeOf(text, 'plainTextPath'));
      missing.push(path === '' ? name : `${name} (${path})`);
      continue;
    }
    const key = guidOf(text);
    const selections = readSelections(text);
    texts.push({ key, keys: [key, guidOf(node)], name, words, selections, values: readValues(node) });
  }
  return { texts, missing, others: listOthers(node).filter(({ count }) => count > 0) };
}

function listTexts(node: XmlNode): readonly XmlNode[] {
  if (isNamed(node, 'TextSource')) return [node];
  if (isNamed(node, 'PDFSource')) return listNodes(node, 'Representation');
  return isNamed(node, 'PictureSource') ? [] : listNodes(node, 'Transcript');
}

const drawn = ['PDFSelection', 'AudioSelection', 'VideoSelection', 'PictureSelection'];

/** A source without words, passages that are areas or stretches of a recording, and codings of a whole source. */
function listOthers(node: XmlNode): ReadSource['others'] {
  const kind = kinds.find((name) => isNamed(node, name)) ?? '';
  const wordless =
    kind === 'PictureSource' ||
    (kind === 'PDFSource' && findNode(node, 'Representation') === undefined) ||
    (/^(?:Audio|Video)/.test(kind) && findNode(node, 'Transcript') === undefined);
  return [
    { name: kind, count: wordless ? 1 : 0 },
    ...drawn.map((name) => ({ name, count: listNodes(node, name).length })),
    { name: 'coding of a whole source', count: readCodings(node).length },
  ];
}

function nameFromPath(node: XmlNode): string {
  return nameOfPath(attributeOf(node, 'plainTextPath') || attributeOf(node, 'richTextPath'));
}
