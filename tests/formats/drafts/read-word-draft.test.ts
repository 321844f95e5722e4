import { describe, expect, it } from 'vitest';
import { readWordDraft } from '../../../src/formats/drafts/read-word-draft.js';
import { makeWord, paragraph, run, style } from '../office/make-word.js';

const read = (source: Parameters<typeof readWordDraft>[0]) =>
  readWordDraft(source).blocks.map(({ kind, text, lines }) => [kind, text, lines[0]?.line]);

describe('a draft in Word', () => {
  it('is its paragraphs, each with its number, empty ones counted', () => {
    expect(
      read(makeWord(paragraph(run('Title')) + paragraph('') + paragraph(run('One') + run(' two')))),
    ).toEqual([
      ['prose', 'Title', 1],
      ['prose', 'One two', 3],
    ]);
  });

  it.each([
    ['Quote', 'Quote', 'block-quote'],
    ['Zitat', 'Quote', 'block-quote'],
    ['IntensivesZitat', 'Intense Quote', 'block-quote'],
    ['Quotations', 'Quotations', 'block-quote'],
    ['a1', 'Citation', 'block-quote'],
    ['a2', 'Citaat', 'block-quote'],
    ['a3', 'Цитата', 'block-quote'],
    ['BlockText', 'Block Text', 'block-quote'],
    ['Standard', 'Normal', 'prose'],
    ['Bibliography', 'Citation Bibliography', 'prose'],
    ['a4', 'Heading 1', 'prose'],
  ])('has block quotes by style: %s, called "%s", is %s', (id, name, kind) => {
    expect(read(makeWord(paragraph(run('words'), id), { styles: style(id, name) }))).toEqual([
      [kind, 'words', 1],
    ]);
  });

  it('has block quotes by a style that is based on one', () => {
    const styles = style('Quote', 'Quote') + style('Mine', 'Interview', '<w:basedOn w:val="Quote"/>');
    expect(read(makeWord(paragraph(run('words'), 'Mine'), { styles }))).toEqual([
      ['block-quote', 'words', 1],
    ]);
  });

  it('has its notes and text boxes behind the text, so that they cut no quotation in two', () => {
    const refer = '<w:r><w:footnoteReference w:id="1"/></w:r>';
    const box = `<w:r><w:pict><w:txbxContent>${paragraph(run('box'))}</w:txbxContent></w:pict></w:r>`;
    const footnotes = `<w:footnote w:id="1">${paragraph(run('note'))}</w:footnote>`;
    const cell = `<w:tbl><w:tr><w:tc>${paragraph(run('cell'))}</w:tc></w:tr></w:tbl>`;
    const source = makeWord(paragraph(run('one') + refer + box) + paragraph(run('two')) + cell, {
      footnotes,
    });
    expect(read(source)).toEqual([
      ['prose', 'one', 1],
      ['prose', 'two', 2],
      ['prose', 'cell', 3],
      ['prose', 'note', 1],
      ['prose', 'box', 1],
    ]);
  });

  it('is composed (NFC)', () => {
    expect(read(makeWord(paragraph(run('Zoe\u0308'))))).toEqual([['prose', 'Zo\u00eb', 1]]);
  });

  it('tells what was left out, and nothing where nothing was', () => {
    const body = paragraph(
      `<w:del w:id="1">${run('a')}</w:del><w:del w:id="2">${run('b')}</w:del>${run('c', '<w:vanish/>')}${run('d')}`,
    );
    const comments = `<w:comment w:id="1" w:author="ana">${paragraph(run('why'))}</w:comment>`;
    const { notices } = readWordDraft(makeWord(`${body}<w:altChunk/>`, { comments }));
    expect(notices.map(({ code, message }) => [code, message.replace(/ left out.*/, '')])).toEqual([
      ['deletions-left-out', '2 tracked deletions were'],
      ['hidden-left-out', '1 stretch of hidden text was'],
      ['comments-left-out', '1 comment was'],
      ['embedded-left-out', '1 embedded document was'],
    ]);
    expect(readWordDraft(makeWord(paragraph(run('d')))).notices).toEqual([]);
  });
});
