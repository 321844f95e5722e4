import { Document, FootnoteReferenceRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWord } from '../../../src/formats/office/read-word.js';
import { joinRuns } from '../../../src/formats/office/word-document.js';
import type { SourceBytes } from '../../../src/packages/open-package.js';
import { makePackage } from '../../packages/make-package.js';
import { makeWord, paragraph, run, style } from './make-word.js';

const readTexts = (source: SourceBytes) => readWord(source).paragraphs.map(joinRuns);
const withCode = (code: string) => expect.objectContaining({ code });

describe('the text of a Word document', () => {
  it('is that of its runs, with tabs, breaks, hyphens and symbols as signs', () => {
    const signs =
      '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e\u00adf</w:t>' +
      '<w:sym w:font="Arial" w:char="201C"/><w:sym w:font="Wingdings" w:char="F04A"/><w:sym w:char="x"/></w:r>';
    expect(readTexts(makeWord(paragraph(signs)))).toEqual(['a\tb\nc-def“\ufffd\ufffd']);
  });

  it('holds what was inserted and moved here, and nothing that was deleted or moved away', () => {
    const body = paragraph(
      `${run('I ')}<w:del w:id="1">${run('never')}<w:r><w:delText>once</w:delText></w:r></w:del>` +
        `<w:ins w:id="2">${run('often')}</w:ins><w:moveFrom w:id="3">${run('there')}</w:moveFrom>` +
        `<w:moveTo w:id="4">${run(' slept')}</w:moveTo>`,
    );
    const { paragraphs, leftOut } = readWord(makeWord(body));
    expect(paragraphs.map(joinRuns)).toEqual(['I often slept']);
    expect(leftOut).toEqual({ deletions: 2, hidden: 0, embedded: 0 });
  });

  it('goes on in the next paragraph where the mark between them was deleted', () => {
    const deleted = '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>';
    const body = `${deleted}${run('I ')}</w:p>${deleted}${run('did ')}</w:p>${paragraph(run('sleep'))}${deleted}${run('End')}</w:p>`;
    const { paragraphs } = readWord(makeWord(body));
    expect(paragraphs.map((each) => [each.number, joinRuns(each)])).toEqual([
      [3, 'I did sleep'],
      [4, 'End'],
    ]);
  });

  it('holds no rows and cells of a table that were deleted or are hidden', () => {
    const cell = (text: string, more = '') => `<w:tc><w:tcPr>${more}</w:tcPr>${paragraph(run(text))}</w:tc>`;
    const row = (cells: string, more = '') => `<w:tr><w:trPr>${more}</w:trPr>${cells}</w:tr>`;
    const rows = [
      row(cell('a') + cell('b', '<w:cellDel w:id="1"/>')),
      row(cell('c'), '<w:del w:id="2"/>'),
      row(cell('d'), '<w:hidden/>'),
    ];
    const { paragraphs, leftOut } = readWord(makeWord(`<w:tbl>${rows.join('')}</w:tbl>`));
    expect(paragraphs.map((each) => [each.where, joinRuns(each)])).toEqual([['table', 'a']]);
    expect(leftOut).toEqual({ deletions: 2, hidden: 1, embedded: 0 });
  });

  it('holds no hidden text, be it hidden itself, by its style or by the style of its paragraph', () => {
    const styles = `${style('Secret', 'Secret', '<w:rPr><w:vanish/></w:rPr>')}${style('Child', 'Child', '<w:basedOn w:val="Secret"/>')}`;
    const body =
      paragraph(run('a') + run('b', '<w:vanish/>') + run('c', '<w:rStyle w:val="Secret"/>')) +
      paragraph(run('d') + run('e', '<w:vanish w:val="0"/>'), 'Child');
    const { paragraphs, leftOut } = readWord(makeWord(body, { styles }));
    expect(paragraphs.map(joinRuns)).toEqual(['a', 'e']);
    expect(leftOut.hidden).toBe(3);
  });

  it('holds the result of a field and not its code, also where a field is left open', () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = '<w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r>';
    const nested = mark('begin') + code + mark('begin') + code + mark('separate') + run('n') + mark('end');
    const body =
      paragraph(run('a') + mark('begin') + code + mark('separate') + run('link') + mark('end')) +
      paragraph(`${nested}${mark('separate')}${run('b')}${mark('end')}${run('c')}`) +
      paragraph(mark('end') + run('d') + mark('begin') + run('lost')) +
      paragraph(`<w:fldSimple w:instr="DATE">${run('e')}</w:fldSimple>`);
    expect(readTexts(makeWord(body))).toEqual(['alink', 'bc', 'd', 'e']);
  });

  it('passes through links, smart tags, controls and ruby, of which it reads the base', () => {
    const ruby = `<w:r><w:ruby><w:rt>${run('small')}</w:rt><w:rubyBase>${run('base')}</w:rubyBase></w:ruby></w:r>`;
    const body =
      paragraph(`<w:hyperlink>${run('a')}</w:hyperlink><w:smartTag>${run('b')}</w:smartTag>`) +
      `<w:sdt><w:sdtContent>${paragraph(`<w:sdt><w:sdtContent>${run('c')}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>` +
      paragraph(ruby);
    expect(readTexts(makeWord(body))).toEqual(['ab', 'c', 'base']);
  });

  it('holds a text box once, though the file holds it twice', () => {
    const box = `<w:txbxContent>${paragraph(run('in the box'))}</w:txbxContent>`;
    const drawn = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const { paragraphs } = readWord(makeWord(paragraph(run('before')) + paragraph(run('with') + drawn)));
    expect(paragraphs.map((each) => [each.number, each.where, joinRuns(each)])).toEqual([
      [1, 'body', 'before'],
      [2, 'body', 'with'],
      [2, 'text-box', 'in the box'],
    ]);
  });

  it('holds notes behind the paragraph that refers to them, numbered in that order', () => {
    const note = (kind: string, id: string, text: string) =>
      `<w:${kind} w:id="${id}">${paragraph(run(text))}</w:${kind}>`;
    const separator = `<w:footnote w:type="separator" w:id="0">${paragraph(run('-'))}</w:footnote>`;
    const refer = (kind: string, id: string) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const { paragraphs } = readWord(
      makeWord(
        paragraph(run('a') + refer('footnote', '7') + refer('endnote', '2')) +
          paragraph(run('b') + refer('footnote', '5')),
        {
          footnotes: separator + note('footnote', '5', 'five') + note('footnote', '7', 'seven'),
          endnotes: note('endnote', '2', 'two'),
        },
      ),
    );
    expect(paragraphs.map((each) => [each.number, each.where, each.note, joinRuns(each)])).toEqual([
      [1, 'body', undefined, 'a'],
      [1, 'footnote', 1, 'seven'],
      [1, 'endnote', 1, 'two'],
      [2, 'body', undefined, 'b'],
      [2, 'footnote', 2, 'five'],
    ]);
  });
});

describe('the look of a Word document', () => {
  it('is the style of each paragraph, by id and name, with those that it is based on', () => {
    const styles =
      '<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>' +
      style('Zitat', 'Quote') +
      style('Mein', 'Meins', '<w:basedOn w:val="Zitat"/>') +
      style('A', 'a', '<w:basedOn w:val="B"/>') +
      style('B', 'b', '<w:basedOn w:val="A"/>');
    const body = ['', 'Mein', 'A', 'Gone'].map((id) => paragraph(run('x'), id)).join('');
    expect(readWord(makeWord(body, { styles })).paragraphs.map((each) => each.styles)).toEqual([
      ['Standard', 'Normal'],
      ['Mein', 'Meins', 'Zitat', 'Quote'],
      ['A', 'a', 'B', 'b'],
      ['Gone'],
    ]);
  });

  it('is bold by the run itself, else by its style', () => {
    const styles = style('Strong', 'Strong', '<w:rPr><w:b/></w:rPr>');
    const runs =
      run('a', '<w:b/>') +
      run('b', '<w:rStyle w:val="Strong"/>') +
      run('c', '<w:rStyle w:val="Strong"/><w:b w:val="false"/>') +
      run('d');
    const [first] = readWord(makeWord(paragraph(runs), { styles })).paragraphs;
    expect(first?.runs.map(({ isBold }) => isBold)).toEqual([true, true, false, false]);
  });

  it('is the colour of the text marker, else of the shading', () => {
    const runs =
      run('a', '<w:highlight w:val="yellow"/><w:shd w:fill="FF0000"/>') +
      run('b', '<w:highlight w:val="none"/><w:shd w:fill="FFE699"/>') +
      run('c', '<w:shd w:fill="auto"/>') +
      run('d', '<w:shd w:fill="FFFFFF"/>');
    const [first] = readWord(makeWord(paragraph(runs))).paragraphs;
    expect(first?.runs.map(({ highlight }) => highlight)).toEqual(['yellow', 'FFE699', undefined, undefined]);
  });

  it('is the comments on each run, also over several paragraphs', () => {
    const start = (id: string) => `<w:commentRangeStart w:id="${id}"/>`;
    const end = (id: string) => `<w:commentRangeEnd w:id="${id}"/>`;
    const body =
      paragraph(run('a') + start('1') + run('b') + start('2') + run('c')) +
      paragraph(run('d') + end('1') + run('e') + end('2') + end('9') + run('f'));
    const comments = `<w:comment w:id="1" w:author="ana">${paragraph(run('#fear'))}${paragraph(run('why'))}</w:comment>`;
    const document = readWord(makeWord(body, { comments }));
    expect(
      document.paragraphs.flatMap(({ runs }) =>
        runs.map(({ text, commentIds }) => text + commentIds.join('')),
      ),
    ).toEqual(['a', 'b1', 'c12', 'd12', 'e2', 'f']);
    expect(document.comments).toEqual([{ id: '1', author: 'ana', text: '#fear\nwhy' }]);
  });
});

describe('a Word document', () => {
  it('is found by the relations of its package', () => {
    const plain = makeWord(paragraph(run('words')));
    expect(readTexts(plain)).toEqual(['words']);
    const xml = (target: string, type: string) =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://x/${type}" Target="${target}"/></Relationships>`;
    const word = (root: string, content: string) =>
      `<w:${root} xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">${content}</w:${root}>`;
    const moved = makePackage({
      '_rels/.rels': xml('/word/document2.xml', 'officeDocument'),
      'word/_rels/document2.xml.rels': xml('../other/looks.xml', 'styles'),
      'word/document2.xml': word('document', `<w:body>${paragraph(run('words'), 'Q')}</w:body>`),
      'other/looks.xml': word('styles', style('Q', 'Quote')),
    });
    expect(readWord(moved).paragraphs.map((each) => [joinRuns(each), each.styles])).toEqual([
      ['words', ['Q', 'Quote']],
    ]);
  });

  it.each([
    ['a zip of something else', makePackage({ 'content.xml': '<a/>' }), 'not-a-word-document'],
    ['a body that is no XML', makePackage({ 'word/document.xml': '<w:document' }), 'damaged-xml'],
    ['no zip', { name: 'a.docx', bytes: Uint8Array.of(0x50, 0x4b, 3, 4) }, 'damaged-package'],
    ['nothing', { name: 'a.docx', bytes: new Uint8Array() }, 'damaged-package'],
  ])('is refused where it is %s', (_what, source, code) => {
    expect(() => readWord(source)).toThrowError(withCode(code));
  });

  it('has each note once, also where notes refer to one another without end', () => {
    const refer = (id: string) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const box = `<w:r><w:pict><w:txbxContent>${paragraph(run('box') + refer('1'))}</w:txbxContent></w:pict></w:r>`;
    const note = (id: string, more: string) =>
      `<w:footnote w:id="${id}">${paragraph(run(`note ${id}`) + more)}</w:footnote>`;
    const footnotes = note('1', refer('1') + refer('2') + box) + note('2', refer('1'));
    const source = makeWord(paragraph(run('a') + refer('1') + refer('1') + refer('2')), { footnotes });
    expect(readTexts(source)).toEqual(['a', 'note 1', 'box', 'note 2']);
  });

  it('never ends in anything but paragraphs or an error that says what to do, however its elements are nested', () => {
    const names =
      'p r t tbl tr tc del ins moveFrom pPr rPr pStyle vanish fldChar footnoteReference txbxContent sdt';
    const name = fc.constantFrom(
      ...names.split(' '),
      'commentRangeStart',
      'commentRangeEnd',
      'ruby',
      'sym',
      'br',
    );
    const { node } = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 6 },
        fc.constant('words'),
        fc
          .tuple(
            name,
            fc.constantFrom('', ' w:val="Q"', ' w:id="1"', ' w:fldCharType="begin"'),
            fc.array(tie('node'), { maxLength: 4 }),
          )
          .map(([tag, look, inner]) => `<w:${tag}${look}>${inner.join('')}</w:${tag}>`),
      ),
    }));
    const footnotes = `<w:footnote w:id="1"><w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p></w:footnote>`;
    fc.assert(
      fc.property(fc.array(node, { maxLength: 4 }), (nodes) => {
        for (const each of readWord(makeWord(nodes.join(''), { footnotes })).paragraphs) {
          for (const { text } of each.runs) expect(text).not.toBe('');
        }
      }),
    );
  });

  it('gives back the words of its paragraphs, whatever they are', () => {
    const text = fc
      .string({ unit: 'grapheme' })
      .filter((words) => !/[\p{Cc}\p{Cs}\p{Cn}\u00ad]/u.test(words));
    fc.assert(
      fc.property(fc.array(fc.array(text, { maxLength: 3 }), { maxLength: 4 }), (paragraphs) => {
        const body = paragraphs.map((runs) => paragraph(runs.map((words) => run(words)).join(''))).join('');
        expect(readTexts(makeWord(body))).toEqual(paragraphs.map((runs) => runs.join('')));
      }),
    );
  });
});

describe('a Word document by another program', () => {
  it('is read as it was written', async () => {
    const written = new Document({
      styles: { paragraphStyles: [{ id: 'Zitat', name: 'Quote', basedOn: 'Normal' }] },
      footnotes: { 1: { children: [new Paragraph('A note.')] } },
      sections: [
        {
          children: [
            new Paragraph({
              children: [new TextRun('I never '), new TextRun({ text: 'sleep', bold: true })],
            }),
            new Paragraph({ style: 'Zitat', children: [new TextRun('Words'), new FootnoteReferenceRun(1)] }),
            new Table({
              rows: [new TableRow({ children: [new TableCell({ children: [new Paragraph('In a cell')] })] })],
            }),
          ],
        },
      ],
    });
    const bytes = new Uint8Array(await Packer.toBuffer(written));
    const read = readWord({ name: 'a.docx', bytes }).paragraphs;
    expect(read.map((each) => [each.where, joinRuns(each).trim()])).toEqual([
      ['body', 'I never sleep'],
      ['body', 'Words'],
      ['footnote', 'A note.'],
      ['table', 'In a cell'],
    ]);
    expect(read[0]?.runs.map(({ isBold }) => isBold)).toEqual([false, true]);
    expect(read[1]?.styles).toContain('Quote');
  });
});
