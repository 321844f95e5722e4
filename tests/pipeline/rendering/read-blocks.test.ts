import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, joinInlines } from '../../../src/pipeline/rendering/block.js';
import { escapeMarkdown } from '../../../src/pipeline/rendering/escape-markdown.js';
import { readBlocks } from '../../../src/pipeline/rendering/read-blocks.js';

const text = (words: string) => ({ kind: 'text', text: words });
const paragraph = (words: string) => ({ kind: 'paragraph', inlines: [text(words)] });

function readAll(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'quote') return readAll(block.blocks);
      if (block.kind === 'list') return block.items.map(readAll).join('');
      return 'inlines' in block ? joinInlines(block.inlines) : '';
    })
    .join('');
}

describe('readBlocks', () => {
  it('reads headings, quotes with their source, and lists within lists', () => {
    expect(readBlocks('## One\n\n> Words.\n>\n> — lead\n\n- a\n  1. b\n')).toEqual([
      { kind: 'heading', level: 2, inlines: [text('One')] },
      { kind: 'quote', blocks: [paragraph('Words.'), paragraph('— lead')] },
      {
        kind: 'list',
        ordered: false,
        start: 1,
        items: [[paragraph('a'), { kind: 'list', ordered: true, start: 1, items: [[paragraph('b')]] }]],
      },
    ]);
  });

  it('reads a table, with its escaped strokes and its columns of numbers', () => {
    const [table] = readBlocks('| a | b |\n| --- | ---: |\n| x\\|y | **1** |\n| z |\n\nAfter.');
    expect(table).toEqual({
      kind: 'table',
      columns: [
        { header: [text('a')], isRight: false },
        { header: [text('b')], isRight: true },
      ],
      rows: [
        [[text('x|y')], [{ ...text('1'), bold: true }]],
        [[text('z')], []],
      ],
    });
  });

  it('takes no table out of code', () => {
    expect(readBlocks('```\n| a |\n| - |\n```')).toEqual([{ kind: 'code', text: '| a |\n| - |' }]);
  });

  it('shows HTML as text, and drops addresses that could run', () => {
    const [first, second] = readBlocks('a <b>c</b>\n\n[x](javascript:alert) [y](https://example.org/)');
    expect(first).toEqual(paragraph('a <b>c</b>'));
    expect(second).toMatchObject({
      inlines: [text('x'), text(' '), { ...text('y'), link: 'https://example.org/' }],
    });
  });

  it('cannot be made to print a table where none stands', () => {
    const [, forged] = readBlocks('| a |\n| - |\n\n\ue0000\ue000');
    expect(forged).toEqual(paragraph('\ufffd0\ufffd'));
  });

  it('shows every text just as it is once it is escaped', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(words, (given) => {
        fc.pre(!/[^\u0020-\ud7ff\uf900-\ufffd\u{10000}-\u{10ffff}]/u.test(given));
        const shown = given.replace(/\s+/g, ' ').trim();
        expect(readAll(readBlocks(`> ${escapeMarkdown(given)}`)).trim()).toBe(shown);
      }),
    );
  });

  it('ends on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        expect(Array.isArray(readBlocks(given))).toBe(true);
      }),
    );
  });
});
