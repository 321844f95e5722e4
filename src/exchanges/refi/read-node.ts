import { detachText } from '../../packages/detach-text.js';
import { joinText, type XmlNode } from '../../packages/read-xml.js';
import { remember } from '../../text/remember.js';
import { foldGuid } from './make-guid.js';

/** Files differ in namespaces (`codebook:0:4`, `1.0`, none): elements are told by their local names. */
const localName = remember((name) => name.replace(/^\{.*\}|^.*:/s, ''));

/** Whether a node is an element of that local name. */
export function isNamed(node: XmlNode, name: string): boolean {
  return localName(node.name) === name;
}

/** The elements of a local name that a node holds at once. */
export function listNodes(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  const found: XmlNode[] = [];
  for (const child of node?.children ?? [])
    if (typeof child !== 'string' && localName(child.name) === name) found.push(child);
  return found;
}

/** The first element of a local name that a node holds at once. */
export function findNode(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return listNodes(node, name)[0];
}

/** An attribute as it stands; empty where there is none. */
export const attributeOf = (node: XmlNode, name: string) => node.attributes.get(name) ?? '';

/** The GUID under an attribute, in the one form for all spellings; empty where there is none. */
export const guidOf = (node: XmlNode, name = 'guid') => takeGuid(attributeOf(node, name));

/** One text for all mentions of a code or coder: a project names them a hundred thousand times. */
const takeGuid = remember((guid) => (guid === '' ? '' : detachText(foldGuid(guid))));

/** What is written in a child of that name; empty where there is none. */
export function textOf(node: XmlNode, name: string): string {
  const found = findNode(node, name);
  return found === undefined ? '' : joinText(found);
}

/** The GUIDs that children of that name refer to: a project says `targetGUID`, a codebook's set `guid`. */
export function listTargets(node: XmlNode, name: string): readonly string[] {
  return listNodes(node, name).map((child) => guidOf(child, 'targetGUID') || guidOf(child));
}
