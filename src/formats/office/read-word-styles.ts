import { findChild, listChildren, type XmlNode } from '../../packages/read-xml.js';

/** What a style says of the text that has it, with what it takes from those that it is based on. */
export type WordStyle = {
  /** Ids and names, nearest first. */
  readonly names: readonly string[];
  readonly isHidden: boolean;
  readonly isBold: boolean;
};

/** Finds a style by its id; the default one of paragraphs where none is named. */
export type FindStyle = (id: string | undefined) => WordStyle;

const noStyle: WordStyle = { names: [], isHidden: false, isBold: false };
/** Word itself allows a dozen. */
const LONGEST_CHAIN = 50;

/** The styles of a Word document, from its part `styles.xml`. */
export function readWordStyles(root: XmlNode | undefined): FindStyle {
  const nodes = new Map<string, XmlNode>();
  let usual: string | undefined;
  for (const node of listChildren(root, 'w:style')) {
    const id = node.attributes.get('w:styleId') ?? '';
    nodes.set(id, node);
    const isDefault = isOn(node.attributes.get('w:default') ?? '0');
    if (isDefault && node.attributes.get('w:type') === 'paragraph') usual = id;
  }
  const known = new Map<string, WordStyle>();
  return (id = usual) => {
    if (id === undefined) return noStyle;
    const style = known.get(id) ?? joinChain(listChain(nodes, id), id);
    known.set(id, style);
    return style;
  };
}

/** Whether a switch of OOXML such as `<w:b/>` is on; undefined where it is not there. */
export function readSwitch(properties: XmlNode | undefined, name: string): boolean | undefined {
  const node = findChild(properties, name);
  return node === undefined ? undefined : isOn(node.attributes.get('w:val') ?? '1');
}

function isOn(value: string): boolean {
  return value !== '0' && value !== 'false' && value !== 'off';
}

function listChain(nodes: ReadonlyMap<string, XmlNode>, id: string): readonly XmlNode[] {
  const chain: XmlNode[] = [];
  let node = nodes.get(id);
  while (node !== undefined && chain.length < LONGEST_CHAIN && !chain.includes(node)) {
    chain.push(node);
    node = nodes.get(findChild(node, 'w:basedOn')?.attributes.get('w:val') ?? '');
  }
  return chain;
}

/** The nearest style that says something of a switch decides it. */
function joinChain(chain: readonly XmlNode[], id: string): WordStyle {
  const names = chain.flatMap((node) => [
    node.attributes.get('w:styleId') ?? '',
    findChild(node, 'w:name')?.attributes.get('w:val') ?? '',
  ]);
  const decide = (name: string) =>
    chain.map((node) => readSwitch(findChild(node, 'w:rPr'), name)).find((value) => value !== undefined) ??
    false;
  return {
    names: chain.length === 0 ? [id] : names.filter((name) => name !== ''),
    isHidden: decide('w:vanish'),
    isBold: decide('w:b'),
  };
}
