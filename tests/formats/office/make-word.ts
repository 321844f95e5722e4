import type { SourceBytes } from '../../../src/packages/open-package.js';
import { makePackage } from '../../packages/make-package.js';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const namespaces = [
  `xmlns:w="${word}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A run of text; `look` is what stands in its properties: `<w:vanish/>`. */
export const run = (text: string, look = '') =>
  `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

/** A paragraph of XML, in a style by its id. */
export const paragraph = (content: string, style = '') =>
  `<w:p><w:pPr>${style === '' ? '' : `<w:pStyle w:val="${escapeXml(style)}"/>`}</w:pPr>${content}</w:p>`;

/** A style of paragraphs; `name` is what the user reads. */
export const style = (id: string, name: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${escapeXml(id)}"><w:name w:val="${escapeXml(name)}"/>${more}</w:style>`;

export type WordParts = {
  readonly styles?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
};

/** A Word document of this body, given as XML in the usual prefixes. */
export function makeWord(body: string, parts: WordParts = {}, name = 'a.docx'): SourceBytes {
  const wrap = (root: string, content: string) =>
    `<?xml version="1.0"?><w:${root} ${namespaces}>${content}</w:${root}>`;
  const more = Object.entries(parts).map(
    ([part, content]) => [`word/${part}.xml`, wrap(part, content)] as const,
  );
  return makePackage(
    { 'word/document.xml': wrap('document', `<w:body>${body}</w:body>`), ...Object.fromEntries(more) },
    name,
  );
}
