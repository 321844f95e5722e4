import type { XmlNode } from '../../packages/read-xml.js';
import type { ExchangedTheme } from '../exchange.js';
import { attributeOf, findNode, guidOf, listNodes, listTargets, textOf } from './read-node.js';
import { readDimension, readTheme } from './theme-description.js';

export type ReadCodes = {
  readonly themes: readonly ExchangedTheme[];
  /** The notes on each theme, by its key. */
  readonly notes: readonly { readonly theme: string; readonly note: string }[];
  /** Number of codes with a colour. */
  readonly coloured: number;
  /** Number of codes that are categories for others, but no dimension of ours. */
  readonly categories: number;
  /** Number of codes whose GUID another has too. */
  readonly repeated: number;
};

type Found = { readonly theme: ExchangedTheme; readonly node: XmlNode };
type Inside = Pick<ExchangedTheme, 'parent'> & { readonly dimension?: { id: string; label: string } };

/** The codes under `CodeBook`, parents before their children. */
export function readCodes(codeBook: XmlNode | undefined): ReadCodes {
  const top = listNodes(findNode(codeBook, 'Codes'), 'Code');
  const all = top.flatMap((node) => readTop(node));
  const seen = new Set<string>();
  const kept = all.filter(({ theme }) => !seen.has(theme.key) && seen.add(theme.key));
  return {
    themes: kept.map(({ theme }) => theme),
    notes: kept.flatMap(({ theme, node }) =>
      listTargets(node, 'NoteRef').map((note) => ({ theme: theme.key, note })),
    ),
    coloured: kept.filter(({ node }) => attributeOf(node, 'color') !== '').length,
    categories: kept.filter(({ node }) => /^(?:false|0)$/.test(attributeOf(node, 'isCodable'))).length,
    repeated: all.length - kept.length,
  };
}

/** A dimension of ours is no theme itself. */
function readTop(node: XmlNode): readonly Found[] {
  const id = readDimension(textOf(node, 'Description'));
  if (id === undefined) return readCode(node, { parent: null });
  const dimension = { id, label: attributeOf(node, 'name') };
  return listNodes(node, 'Code').flatMap((child) => readCode(child, { parent: null, dimension }));
}

function readCode(node: XmlNode, inside: Inside): readonly Found[] {
  const key = guidOf(node);
  const label = attributeOf(node, 'name').normalize('NFC').replace(/\s+/g, ' ').trim();
  const theme = { key, label, ...inside, ...readTheme(textOf(node, 'Description')) };
  return [
    { theme, node },
    ...listNodes(node, 'Code').flatMap((child) => readCode(child, { ...inside, parent: key })),
  ];
}
