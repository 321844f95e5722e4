import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ToolkitError } from '../../../src/errors.js';
import type { SourceBytes } from '../../../src/packages/open-package.js';
import { parseTranscript } from '../../../src/pipeline/parse-transcript.js';
import { makePackage } from '../../packages/make-package.js';
import { makeOpenDocument, makeWorkbook } from './make-documents.js';
import { makeWord, paragraph, run } from './make-word.js';

const rules = {
  settings: { coder: 'ana', speakers: {}, transcripts: {} },
  participantIds: new Set<string>(),
};
const parse = (source: SourceBytes) => parseTranscript(source, rules);
const withCode = (code: string) => expect.objectContaining({ code, place: expect.objectContaining({}) });
const named = (name: string, text: string): SourceBytes => ({ name, bytes: new TextEncoder().encode(text) });

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const document = (body: string, before = '') =>
  `<?xml version="1.0"?>${before}<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`;

/** All bytes of one value: packed a thousandfold. */
const zeros = (size: number) => new Uint8Array(size);

describe('a document that would harm', () => {
  it('is refused where a part of it inflates a thousandfold', () => {
    const bomb = makePackage({ 'word/document.xml': zeros(20_000_000) }, 'P07.docx');
    expect(bomb.bytes.length).toBeLessThan(100_000);
    expect(() => parse(bomb)).toThrow(withCode('package-too-large'));
  });

  it('is refused where a part says that it is small and is not', () => {
    const { name, bytes } = makePackage({ 'word/document.xml': zeros(20_000_000) }, 'P07.docx');
    const lying = bytes.slice();
    const view = new DataView(lying.buffer);
    for (let at = 0; at + 4 <= lying.length; at++)
      if (view.getUint32(at, true) === 20_000_000) view.setUint32(at, 1000, true);
    expect(() => parse({ name, bytes: lying })).toThrow(withCode('damaged-package'));
  });

  it.each([
    ['paragraphs', 'a\\par\n', 200_001],
    ['changes of look', '{\\b x}y ', 500_001],
  ])('is refused where it has more %s than anybody speaks', (what, piece, times) => {
    const source = named('P07.rtf', `{\\rtf1\\ansi ${piece.repeat(times)}}`);
    const error = { code: 'document-too-long', message: expect.stringContaining(what) };
    expect(() => parse(source)).toThrow(expect.objectContaining(error));
  });

  it('is read without what is packed within it', () => {
    const { bytes } = makePackage({ 'a.bin': zeros(50_000_000) });
    const outer = makePackage(
      { 'word/document.xml': document(paragraph(run('P07: Quiet.'))), 'word/embeddings/a.zip': bytes },
      'P07.docx',
    );
    expect(parse(outer).transcripts[0]?.transcript.text).toBe('Quiet.');
  });

  it.each(['../../etc/passwd', '..\\evil.xml', 'word/../../x'])(
    'is refused where it holds a file called %s',
    (part) => {
      const source = makePackage({ 'word/document.xml': document(''), [part]: 'x' }, 'P07.docx');
      expect(() => parse(source)).toThrow(withCode('damaged-package'));
    },
  );

  it('is refused where two of its files have one name', () => {
    const source = makePackage({ 'word/document.xml': document(''), 'Word/Document.xml': 'x' }, 'P07.docx');
    expect(() => parse(source)).toThrow(withCode('damaged-package'));
  });

  it('is refused where it declares entities, be they expanded or fetched', () => {
    const laughs = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>';
    const file = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
    for (const doctype of [laughs, file]) {
      const body = paragraph('<w:r><w:t>P07: &a;</w:t></w:r>');
      const asWord = makePackage({ 'word/document.xml': document(body, doctype) }, 'P07.docx');
      expect(() => parse(asWord)).toThrow(withCode('unsafe-xml'));
    }
    const content = `${file}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>`;
    expect(() => parse(makePackage({ 'content.xml': content }, 'P07.odt'))).toThrow(withCode('unsafe-xml'));
  });

  it('is refused where a million elements stand within each other', () => {
    const deep = document('<w:a>'.repeat(1_000_000));
    expect(() => parse(makePackage({ 'word/document.xml': deep }, 'P07.docx'))).toThrow(
      withCode('unsafe-xml'),
    );
    expect(() => parse(makeOpenDocument('<text:span>'.repeat(5000)))).toThrow(withCode('unsafe-xml'));
    const groups = named('P07.rtf', `{\\rtf1 ${'{'.repeat(1_000_000)}`);
    expect(() => parse(groups)).toThrow(withCode('unsafe-rich-text'));
  });

  it('is read to its end where HTML nests a hundred thousand elements', () => {
    const deep = named('P07.html', `<html>${'<div><b>'.repeat(100_000)}P07: Quiet.`);
    expect(parse(deep).transcripts[0]?.transcript.text).toBe('Quiet.');
  });

  it('is read where one paragraph, one attribute or one table is far longer than any person writes', () => {
    const long = 'a'.repeat(300_000);
    expect(
      parse(makeWord(paragraph(run(`P07: ${long}`)), {}, 'P07.docx')).transcripts[0]?.transcript.text,
    ).toBe(long);
    const classes = named('P07.html', `<html><p class="${' a'.repeat(300_000)}">P07: Quiet.`);
    expect(parse(classes).transcripts[0]?.transcript.text).toBe('Quiet.');
    const tables = named('P07.html', `<html>${'<table><tr><td>P07<td>x</table>'.repeat(20_000)}`);
    expect(parse(tables).transcripts).toHaveLength(1);
  });

  it('is refused where it has 200 MB', () => {
    expect(() => parse({ name: 'P07.docx', bytes: zeros(200_000_000) })).toThrow(withCode('file-too-large'));
  });

  it('is refused where a sheet says one long text in a hundred thousand cells', () => {
    const sheets = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const rows = '<row><c t="s"><v>0</v></c></row>'.repeat(100_000);
    const shared = `<sst xmlns="${sheets}"><si><t>${'so '.repeat(10_000)}</t></si></sst>`;
    const book = makeWorkbook(rows, { 'xl/sharedStrings.xml': shared });
    expect(() => parse(book)).toThrow(withCode('sheet-too-large'));
  });

  it('takes no room for cells and spaces that are only counted', () => {
    const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const rows = `<row>${cell('A1', 'Speaker')}${cell('B1', 'Words')}</row><row r="1048576">${cell('A1048576', 'P07')}${cell('B1048576', 'Quiet.')}${cell('XFD1048576', 'far')}</row>`;
    expect(parse(makeWorkbook(rows)).transcripts[0]?.transcript.text).toBe('Quiet.');
    const spaced = makeOpenDocument('<text:p>P07: So<text:s text:c="999999999"/>quiet.</text:p>');
    expect(parse(spaced).transcripts[0]?.transcript.text).toBe('So quiet.');
    const jump = named('P07.rtf', '{\\rtf1 P07: Quiet.\\bin999999999 x}');
    expect(parse(jump).transcripts[0]?.transcript.text).toBe('Quiet.');
  });

  it('is refused with an error of ours, or read, wherever it was cut or bent', () => {
    const sources = [
      makeWord(paragraph(run('P07: Quiet.')), {}, 'P07.docx'),
      makeOpenDocument('<text:p>P07: Quiet.</text:p>'),
      makeWorkbook('<row><c t="str"><v>Words</v></c></row>'),
      named('P07.rtf', "{\\rtf1{\\colortbl;\\red1;}{\\*\\annotation{\\b P07:}\\u-1?\\'e9\\cell}\\row\\par}"),
      named(
        'P07.html',
        '<html><table><td><p style="background:#ff0">P07: Quiet.</mark></table></b>&#x110000;',
      ),
    ];
    const bent = fc.record({
      source: fc.constantFrom(...sources),
      at: fc.nat(),
      by: fc.uint8Array({ maxLength: 8 }),
      cut: fc.boolean(),
    });
    fc.assert(
      fc.property(bent, ({ source, at, by, cut }) => {
        const from = at % source.bytes.length;
        const bytes = cut ? source.bytes.slice(0, from) : source.bytes.slice();
        if (!cut) bytes.set(by.subarray(0, bytes.length - from), from);
        try {
          parse({ name: source.name, bytes });
        } catch (error) {
          expect(error).toBeInstanceOf(ToolkitError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
