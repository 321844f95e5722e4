import type { OfficePackage } from '../../packages/open-package.js';
import { joinText, listWithin, readPart, type XmlNode } from '../../packages/read-xml.js';

const core = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';
const extended = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties';

/** The parts with a file's properties, and what in them names a person or an employer. */
const properties: readonly { readonly part: string; readonly names: readonly string[] }[] = [
  { part: 'docProps/core.xml', names: ['dc:creator', `{${core}}lastModifiedBy`] },
  { part: 'docProps/app.xml', names: [`{${extended}}Manager`, `{${extended}}Company`] },
  { part: 'meta.xml', names: ['meta:initial-creator', 'dc:creator', 'meta:printed-by'] },
];

/** Whom the properties of an office file name: who made it, who saved it last, for whom they work. */
export function readPeople(opened: OfficePackage): readonly string[] {
  const found = properties.flatMap(({ part, names }) => {
    const root = opened.has(part) ? readPart(opened, part) : undefined;
    return root === undefined ? [] : names.flatMap((name) => listTexts(root, name));
  });
  return [...new Set(found)];
}

function listTexts(root: XmlNode, name: string): readonly string[] {
  return listWithin(root, name)
    .map((node) => joinText(node).trim())
    .filter((text) => text !== '');
}
