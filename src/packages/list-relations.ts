import type { OfficePackage } from './open-package.js';
import { listChildren, readPart } from './read-xml.js';

/** What one part of an OOXML package says of another (ECMA-376 part 2, §9.3). */
export type Relation = {
  readonly id: string;
  /** The last word of its type: `officeDocument`, `styles`, `footnotes`, `worksheet`. */
  readonly kind: string;
  /** A part's name within the package, or an address where `isExternal`. Never fetched. */
  readonly target: string;
  readonly isExternal: boolean;
};

/** The relations of a part, or of the package itself where `part` is empty; none where it has none. */
export function listRelations(from: OfficePackage, part = ''): readonly Relation[] {
  const cut = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, cut);
  const root = readPart(from, `${folder}_rels/${part.slice(cut)}.rels`);
  return listChildren(root, 'rel:Relationship').map(({ attributes }) => {
    const isExternal = attributes.get('TargetMode') === 'External';
    const target = attributes.get('Target') ?? '';
    return {
      id: attributes.get('Id') ?? '',
      kind: attributes.get('Type')?.split('/').at(-1) ?? '',
      target: isExternal ? target : resolveName(folder, target),
      isExternal,
    };
  });
}

/** The part that a relation of this kind names, or the usual one where none does. */
export function findRelated(
  from: OfficePackage,
  part: string,
  { kind, usual }: { readonly kind: string; readonly usual: string },
): string {
  const found = listRelations(from, part).find((one) => one.kind === kind && !one.isExternal);
  return found === undefined || !from.has(found.target) ? usual : found.target;
}

function resolveName(folder: string, target: string): string {
  const names: string[] = [];
  for (const name of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names.join('/');
}
