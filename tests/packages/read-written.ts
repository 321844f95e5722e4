import { openPackage } from '../../src/packages/open-package.js';
import { readXml, type XmlNode } from '../../src/packages/read-xml.js';

/** A package that was written here: every part of XML is well-formed, else this throws. */
export function readWritten(bytes: Uint8Array): {
  readonly names: readonly string[];
  readonly part: (name: string) => XmlNode;
  readonly text: (name: string) => string;
} {
  const opened = openPackage({ name: 'written', bytes });
  const read = (name: string) => {
    const part = opened.read(name);
    if (part === undefined) throw new Error(`there is no part ${name}`);
    return part;
  };
  const part = (name: string) => readXml({ file: 'written', part: name, bytes: read(name) });
  const names = opened.parts.map(({ name }) => name);
  for (const name of names) if (/\.(?:xml|rels|svg)$/.test(name)) part(name);
  return { names, part, text: (name) => new TextDecoder().decode(read(name)) };
}
