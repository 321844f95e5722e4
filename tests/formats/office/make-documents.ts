import type { SourceBytes } from '../../../src/packages/open-package.js';
import { makePackage } from '../../packages/make-package.js';
import { makeWord, paragraph, run } from './make-word.js';

/** A stretch of words; a marked one is highlighted in yellow. */
export type Said = { readonly text: string; readonly isMarked?: boolean };

/** An invented interview: each turn has a label and paragraphs of stretches, which a space parts. */
export type Told = readonly {
  readonly label: string;
  readonly paragraphs: readonly (readonly Said[])[];
}[];

const encode = (text: string) => new TextEncoder().encode(text);
const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

type Writer = {
  /** The label before the first paragraph of a turn; empty before the others. */
  readonly label: (label: string) => string;
  readonly said: (text: string, isMarked: boolean) => string;
  readonly paragraph: (content: string) => string;
};

function write(told: Told, { label, said, paragraph: wrap }: Writer): string {
  const lines = told.flatMap((turn) =>
    turn.paragraphs.map((stretches, index) => {
      const words = stretches
        .map(({ text, isMarked = false }) => said(text, isMarked))
        .join(said(' ', false));
      return wrap((index === 0 ? label(turn.label) : '') + words);
    }),
  );
  return lines.join('');
}

const bold = '<w:b/>';

export const toWord = (told: Told): SourceBytes =>
  makeWord(
    write(told, {
      label: (label) => run(`${label}:`, bold) + run(' '),
      said: (text, isMarked) => run(text, isMarked ? '<w:highlight w:val="yellow"/>' : ''),
      paragraph: (content) => paragraph(content),
    }),
    {},
    'P07.docx',
  );

const openDocument = 'urn:oasis:names:tc:opendocument:xmlns';
const looks =
  '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>' +
  '<style:style style:name="Y" style:family="text"><style:text-properties fo:background-color="#ffff00"/></style:style>';

/** An OpenDocument text of this body, with the looks `B` (bold) and `Y` (on yellow). */
export function makeOpenDocument(body: string, more: Readonly<Record<string, string>> = {}): SourceBytes {
  const names = ['office', 'text', 'style', 'table'].map(
    (name) => `xmlns:${name}="${openDocument}:${name}:1.0"`,
  );
  const content =
    `<office:document-content ${names.join(' ')} xmlns:fo="${openDocument}:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    `<office:automatic-styles>${looks}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  const mimetype = 'application/vnd.oasis.opendocument.text';
  return makePackage({ mimetype, 'content.xml': content, ...more }, 'P07.odt');
}

export const toOpenDocument = (told: Told): SourceBytes =>
  makeOpenDocument(
    write(told, {
      label: (label) => `<text:span text:style-name="B">${escapeXml(label)}:</text:span><text:s/>`,
      said: (text, isMarked) =>
        isMarked ? `<text:span text:style-name="Y">${escapeXml(text)}</text:span>` : escapeXml(text),
      paragraph: (content) => `<text:p>${content}</text:p>`,
    }),
  );

/** Text of RTF: its signs escaped, and every letter beyond ASCII as UTF-16 units. */
const escapeRichText = (text: string) =>
  text
    .replace(/[\\{}]/g, (sign) => `\\${sign}`)
    .replace(/[^\x20-\x7e]/g, (unit) => unit.split('').map(toUnit).join(''));

const toUnit = (unit: string) => `\\u${((unit.charCodeAt(0) + 0x8000) % 0x10000) - 0x8000}?`;

export const toRichText = (told: Told): SourceBytes => {
  const body = write(told, {
    label: (label) => `{\\b ${escapeRichText(label)}:} `,
    said: (text, isMarked) => (isMarked ? `{\\highlight1 ${escapeRichText(text)}}` : escapeRichText(text)),
    paragraph: (content) => `\\pard\\plain ${content}\\par\n`,
  });
  return { name: 'P07.rtf', bytes: encode(`{\\rtf1\\ansi{\\colortbl;\\red255\\green255\\blue0;}${body}}`) };
};

export const toHtml = (told: Told): SourceBytes => {
  const body = write(told, {
    label: (label) => `<b>${escapeXml(label)}:</b> `,
    said: (text, isMarked) => (isMarked ? `<mark>${escapeXml(text)}</mark>` : escapeXml(text)),
    paragraph: (content) => `<p>${content}</p>\n`,
  });
  return { name: 'P07.html', bytes: encode(`<!doctype html><body>\n${body}</body>`) };
};

export const toPlainText = (told: Told): SourceBytes => {
  const body = write(told, {
    label: (label) => `${label}: `,
    said: (text, isMarked) => (isMarked ? `==${text}==` : text),
    paragraph: (content) => `${content}\n\n`,
  });
  return { name: 'P07.txt', bytes: encode(body) };
};

export const toMarkdown = (told: Told): SourceBytes => {
  const body = write(told, {
    label: (label) => `**${label}:** `,
    said: (text, isMarked) => (isMarked ? `==${text}==` : text),
    paragraph: (content) => `${content}\n\n`,
  });
  return { name: 'P07.md', bytes: encode(body) };
};

const sheets = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of one sheet with these rows, given as XML. */
export function makeWorkbook(rows: string, more: Readonly<Record<string, string>> = {}): SourceBytes {
  return makePackage(
    {
      'xl/workbook.xml': `<workbook xmlns="${sheets}" xmlns:r="${office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${sheets}"><sheetData>${rows}</sheetData></worksheet>`,
      ...more,
    },
    'P07.xlsx',
  );
}

/** Each turn in a row; a sheet has no highlights. */
export const toWorkbook = (told: Told): SourceBytes => {
  const rows = [
    ['Speaker', 'Words'],
    ...told.map(({ label, paragraphs }) => [
      label,
      paragraphs.map((said) => said.map(({ text }) => text).join(' ')).join('\n'),
    ]),
  ];
  const cell = (text: string) =>
    `<c t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
  return makeWorkbook(rows.map((cells) => `<row>${cells.map(cell).join('')}</row>`).join(''));
};
