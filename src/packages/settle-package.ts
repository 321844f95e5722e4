import { strFromU8, strToU8, unzipSync } from 'fflate';
import { writePackage } from './write-package.js';

/** Parts that a reader looks for first. */
const opening = ['[Content_Types].xml', '_rels/.rels'];

export type Settling = {
  /** A part of XML as it is to be. */
  readonly settle: (xml: string, part: string) => string;
  /** What a part is to be called; the XML has to agree. */
  readonly rename?: (part: string) => string;
};

/**
 * A package that a library wrote here, without what differs between two runs: its parts in a fixed order, with a fixed
 * time, and each part of XML settled. For our own packages only: nothing is bounded.
 */
export function settlePackage(bytes: Uint8Array, { settle, rename = (part) => part }: Settling): Uint8Array {
  const parts = Object.entries(unzipSync(bytes));
  const rank = (name: string) => (opening.indexOf(name) + opening.length + 1) % (opening.length + 1);
  const inOrder = parts.toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return writePackage(
    inOrder.map(([name, part]) => {
      const isXml = /\.(?:xml|rels)$/.test(name);
      return [rename(name), isXml ? strToU8(settle(strFromU8(part), name)) : part] as const;
    }),
  );
}
