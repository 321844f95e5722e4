import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openPackage } from '../../src/packages/open-package.js';
import {
  findChild,
  joinText,
  listChildren,
  listWithin,
  readPart,
  readXml,
} from '../../src/packages/read-xml.js';
import { makePackage } from './make-package.js';

const read = (xml: string) => readXml({ file: 'a.xml', bytes: strToU8(xml) });
const withCode = (code: string) => expect.objectContaining({ code });
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

describe('XML', () => {
  it('is a tree of elements and texts in the order of the file', () => {
    const root = read('<a x="1" y="&lt;2&#33;">one<b/>t<!-- gone -->wo<![CDATA[ & three]]><?gone too?></a>');
    expect(root).toEqual({
      name: 'a',
      attributes: new Map([
        ['x', '1'],
        ['y', '<2!'],
      ]),
      line: 1,
      children: ['one', { name: 'b', attributes: new Map(), line: 1, children: [] }, 'two & three'],
    });
  });

  it('is called by the same names whatever prefixes the file uses', () => {
    const names = [
      `<w:p xmlns:w="${word}" w:val="1"/>`,
      `<x:p xmlns:x="${word}" x:val="1"/>`,
      `<p xmlns="${word}" xmlns:y="${word}" y:val="1"/>`,
      '<w:p xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main" w:val="1"/>',
    ].map(read);
    for (const { name, attributes } of names) {
      expect([name, [...attributes]]).toEqual(['w:p', [['w:val', '1']]]);
    }
    expect(read('<p xmlns="urn:other"/>').name).toBe('{urn:other}p');
  });

  it('keeps white space and gives every line ending as a line feed', () => {
    expect(joinText(read('<a> one\r\n<b>\ttwo</b>\r </a>'))).toBe(' one\n\ttwo\n ');
  });

  it('is read as UTF-8 or UTF-16, with a byte order mark or without', () => {
    const words = '<a>Zoë 😀</a>';
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${words}`, 'utf16le'));
    const files = [
      strToU8(words),
      strToU8(`\ufeff${words}`),
      utf16,
      utf16.subarray(2),
      new Uint8Array(Buffer.from(utf16).swap16()),
    ];
    for (const bytes of files) expect(joinText(readXml({ file: 'a', bytes }))).toBe('Zoë 😀');
  });

  it('has its elements found by name, at once or at any depth', () => {
    const root = read('<a><b n="1"><b n="2"/></b><c><b n="3"/></c><b n="4"/></a>');
    const numbers = (nodes: ReturnType<typeof listWithin>) =>
      nodes.map(({ attributes }) => attributes.get('n'));
    expect(numbers(listChildren(root, 'b'))).toEqual(['1', '4']);
    expect(numbers(listWithin(root, 'b'))).toEqual(['1', '2', '3', '4']);
    expect(findChild(root, 'b')?.attributes.get('n')).toBe('1');
    expect(findChild(root, 'd')).toBeUndefined();
  });

  it('is the same from pieces as from the whole, wherever these part a character, a tag or a line ending', () => {
    const whole = strToU8('<a b="é😀 &amp; c">Zoë\r\n<b/>😀<![CDATA[<é>]]></a>');
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 2, max: whole.length }), { maxLength: 8 }), (cuts) => {
        const ends = [...new Set([...cuts, whole.length])].sort((one, other) => one - other);
        const pieces = ends.map((end, index) => whole.subarray(ends[index - 1] ?? 0, end));
        expect(readXml({ file: 'a', bytes: pieces })).toEqual(readXml({ file: 'a', bytes: whole }));
      }),
    );
    const half = [whole.subarray(0, 10), whole.subarray(10, 11)];
    expect(() => readXml({ file: 'a', bytes: half })).toThrowError(withCode('damaged-xml'));
  });

  it('leaves out of its tree whatever is taken out, with all that it holds, and keeps the root', () => {
    const taken: string[] = [];
    const xml = strToU8('<a><b n="1">one<c/></b>two<d><b n="2"/></d>three</a>');
    const root = readXml({ file: 'a', bytes: xml }, (node) => {
      if (node.name === 'b') taken.push(`${node.attributes.get('n')} ${joinText(node)}`);
      return node.name === 'b' || node.name === 'a';
    });
    expect(taken).toEqual(['1 one', '2 ']);
    expect(root.name).toBe('a');
    expect(root.children).toMatchObject(['two', { name: 'd', children: [] }, 'three']);
  });

  it('gives back any text that was written escaped', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((words) => !/[\p{Cc}\p{Cs}\p{Cn}]/u.test(words));
    fc.assert(
      fc.property(text, (words) => {
        const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        expect(joinText(read(`<a>${escaped}</a>`))).toBe(words);
      }),
    );
  });
});

describe('XML that is hostile', () => {
  const laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>';
  it.each([
    ['declares entities', laughs],
    ['names a file outside', '<!DOCTYPE a SYSTEM "file:///etc/hosts"><a/>'],
    ['nests its elements a thousand deep', '<a>'.repeat(1001) + '</a>'.repeat(1001)],
  ])('is refused where it %s', (_what, xml) => {
    expect(() => read(xml)).toThrowError(withCode('unsafe-xml'));
  });

  it.each([
    ['is empty', ''],
    ['ends too early', '<a><b>'],
    ['crosses its elements', '<a><b></a></b>'],
    ['uses an entity that nobody declared', '<a>&nbsp;</a>'],
    ['uses a prefix that nobody declared', '<x:a/>'],
    ['has two roots', '<a/><b/>'],
    ['says an attribute twice', '<a b="1" b="2"/>'],
    ['has a character that XML has not', '<a>\u0001</a>'],
  ])('is called damaged where it %s', (_what, xml) => {
    expect(() => read(xml)).toThrowError(withCode('damaged-xml'));
  });

  it('is called damaged where its bytes are no text', () => {
    const bytes = Uint8Array.of(0x3c, 0x61, 0xff, 0x2f, 0x3e);
    expect(() => readXml({ file: 'a', bytes })).toThrowError(withCode('damaged-xml'));
  });

  it('names the file and the part, and the line only where it is one of the file', () => {
    const line = { file: 'a.xml', line: 2 };
    expect(() => read('<a>\n</b>')).toThrowError(expect.objectContaining({ place: line }));
    const opened = openPackage(makePackage({ 'word/a.xml': '<a>\n</b>' }, 'a.docx'));
    expect(() => readPart(opened, 'word/a.xml')).toThrowError(
      expect.objectContaining({ place: { file: 'a.docx' }, message: expect.stringContaining('word/a.xml') }),
    );
    expect(readPart(opened, 'word/b.xml')).toBeUndefined();
  });
});
