import type { OfficePackage } from '../../packages/open-package.js';
import type { XmlNode } from '../../packages/read-xml.js';
import { noOwnNote, type OwnNote, ownNoteName, readOwnNote } from './own-note.js';
import { attributeOf, findNode, guidOf, listNodes } from './read-node.js';
import { findWords, readWords } from './source-words.js';

export type ReadNotes = {
  /** Their texts by GUID, without the one for our own import and without empty ones. */
  readonly texts: ReadonlyMap<string, string>;
  readonly own: OwnNote;
};

export function readNotes(project: XmlNode, from: OfficePackage): ReadNotes {
  const texts = new Map<string, string>();
  let own: OwnNote | undefined;
  for (const node of listNodes(findNode(project, 'Notes'), 'Note')) {
    const words = findWords(node, from);
    const text = unify(words === undefined ? '' : readWords(words, from));
    const found = attributeOf(node, 'name') === ownNoteName ? readOwnNote(text) : undefined;
    if (found !== undefined) own = found;
    else if (text.trim() !== '') texts.set(guidOf(node), text);
  }
  return { texts, own: own ?? noOwnNote };
}

const unify = (text: string) => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
