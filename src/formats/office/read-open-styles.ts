import { findChild, listChildren, type XmlNode } from '../../packages/read-xml.js';
import { readColour } from '../../text/read-colour.js';

/** What a style of an OpenDocument says of text; undefined where neither it nor those that it is based on say anything. */
export type OpenStyle = {
  /** Of the style and those that it is based on, nearest first. */
  readonly names: readonly string[];
  /** Bold, in italics, underlined or of another colour. */
  readonly isSet: boolean | undefined;
  readonly isHidden: boolean | undefined;
  /** `none` where it is told to have no colour. */
  readonly colour: string | undefined;
};

export type FindOpenStyle = (family: 'text' | 'paragraph', name: string | undefined) => OpenStyle;

const noStyle: OpenStyle = { names: [], isSet: undefined, isHidden: undefined, colour: undefined };
/** LibreOffice's own styles are based on each other half a dozen times. */
const LONGEST_CHAIN = 50;

/** The styles of an OpenDocument, from the parts that hold some (`content.xml` and `styles.xml`). */
export function readOpenStyles(roots: readonly (XmlNode | undefined)[]): FindOpenStyle {
  const nodes = new Map<string, XmlNode>();
  for (const root of roots) {
    for (const list of ['office:styles', 'office:automatic-styles']) {
      for (const node of listChildren(findChild(root, list), 'style:style')) {
        const name = node.attributes.get('style:name') ?? '';
        const key = `${node.attributes.get('style:family') ?? ''} ${name}`;
        if (!nodes.has(key)) nodes.set(key, node);
      }
    }
  }
  const known = new Map<string, OpenStyle>();
  return (family, name) => {
    if (name === undefined) return noStyle;
    const key = `${family} ${name}`;
    const style = known.get(key) ?? joinChain(listChain(nodes, family, name));
    known.set(key, style);
    return style;
  };
}

function listChain(nodes: ReadonlyMap<string, XmlNode>, family: string, name: string): readonly XmlNode[] {
  const chain: XmlNode[] = [];
  let node = nodes.get(`${family} ${name}`);
  while (node !== undefined && chain.length < LONGEST_CHAIN && !chain.includes(node)) {
    chain.push(node);
    node = nodes.get(`${family} ${node.attributes.get('style:parent-style-name') ?? ''}`);
  }
  return chain;
}

/** The nearest style that says something of a look decides it. */
function joinChain(chain: readonly XmlNode[]): OpenStyle {
  const looks = chain.map((node) => findChild(node, 'style:text-properties')?.attributes);
  const find = (name: string) => looks.map((look) => look?.get(name)).find((value) => value !== undefined);
  const display = find('text:display');
  const background = find('fo:background-color');
  return {
    names: chain.map((node) => node.attributes.get('style:name') ?? ''),
    isSet: readSet(find),
    isHidden: display === undefined ? undefined : display === 'none',
    colour: background === undefined ? undefined : (readColour(background) ?? 'none'),
  };
}

function readSet(find: (name: string) => string | undefined): boolean | undefined {
  const weight = find('fo:font-weight');
  const isBold = weight === undefined ? undefined : weight === 'bold' || Number(weight) >= 600;
  const slant = find('fo:font-style');
  const line = find('style:text-underline-style');
  const colour = find('fo:color');
  const others = [
    slant === undefined ? undefined : slant === 'italic',
    line === undefined ? undefined : line !== 'none',
    colour === undefined ? undefined : colour !== '#000000',
  ];
  const known = [isBold, ...others].filter((value) => value !== undefined);
  return known.length === 0 ? undefined : known.includes(true);
}
