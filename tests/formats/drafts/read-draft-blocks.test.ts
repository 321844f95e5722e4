import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLine } from '../../../src/formats/drafts/draft-block.js';
import { readDraftBlocks } from '../../../src/formats/drafts/read-draft-blocks.js';

const read = (name: string, text: string) =>
  readDraftBlocks({ name, text }).map((block) => [
    block.kind,
    block.text.replace(/\s+/g, ' ').trim(),
    findLine(block, 0),
  ]);

describe('a draft in Markdown', () => {
  it('is its paragraphs, headings and list items, each with its line', () => {
    expect(read('a.md', '# Title\n\nOne\ntwo.\n\n- first\n- second\n')).toEqual([
      ['prose', 'Title', 1],
      ['prose', 'One two.', 3],
      ['prose', 'first', 6],
      ['prose', 'second', 7],
    ]);
  });

  it('holds block quotes by sign, with lines that go on without it, and by tag', () => {
    expect(
      read(
        'a.md',
        'Lead:\n> I never\n> know\nwhat is good.\n\n<blockquote>\nNobody says.\n</blockquote>\nEnd.',
      ),
    ).toEqual([
      ['prose', 'Lead:', 1],
      ['block-quote', 'I never know what is good.', 2],
      ['block-quote', 'Nobody says.', 7],
      ['prose', 'End.', 9],
    ]);
  });

  it('leaves out front matter, code, comments, footnote signs and emphasis', () => {
    const text =
      '---\ntitle: x\n---\n```\n"code"\n```\nI *never* <!-- "hidden" --> **know**[^1].\n<!--\n"more"\n-->\n';
    expect(read('a.md', text)).toEqual([['prose', 'I never know.', 7]]);
  });

  it('has quote marks for <q>, and a callout is no block quote', () => {
    expect(read('a.md', 'She said <q>never again</q>.\n\n> [!NOTE]\n> Read on.')).toEqual([
      ['prose', 'She said “never again”.', 1],
      ['prose', '[!NOTE] Read on.', 3],
    ]);
  });

  it('keeps the omission marks of a quotation', () => {
    expect(read('a.md', '"I never […] know \\[...\\] why"')[0]?.[1]).toBe('"I never […] know [...] why"');
  });
});

describe('a draft in HTML', () => {
  it('is its blocks without tags, scripts, styles and comments, each with its line', () => {
    const text =
      '<!doctype html>\n<style>\n"a"\n</style><script>"b"</script>\n<p>I <b>never</b>\nknow.</p><!-- "c" -->\n<p>Again</p>';
    expect(read('a.html', text)).toEqual([
      ['prose', 'I never know.', 5],
      ['prose', 'Again', 7],
    ]);
  });

  it('has quote marks for <q> and entities, and block quotes with their source', () => {
    const text =
      '<p>&ldquo;never&rdquo; <q>again</q></p><blockquote><p>I know.</p><footer>P01</footer></blockquote><p>So</p>';
    expect(read('a.html', text).map(([kind, words]) => [kind, words])).toEqual([
      ['prose', '“never” “again”'],
      ['block-quote', 'I know.'],
      ['block-quote', '— P01'],
      ['prose', 'So'],
    ]);
  });
});

describe('a draft in plain text', () => {
  it('is its paragraphs; lines with > are a block quote', () => {
    expect(read('a.txt', 'One\ntwo\n\n\nThree\n> quoted\n')).toEqual([
      ['prose', 'One two', 1],
      ['prose', 'Three', 5],
      ['block-quote', 'quoted', 6],
    ]);
  });
});

describe('any draft', () => {
  it.each(['a.odt', 'a.pdf', 'a.rtf'])('%s is refused with the way out', (name) => {
    expect(() => readDraftBlocks({ name, text: 'x' })).toThrowError(
      expect.objectContaining({ code: 'unsupported-draft', hint: 'Save it as .docx, .md, .txt or .html.' }),
    );
  });

  it('gives blocks that hold words, at lines of the file in ascending order', () => {
    const piece = fc.constantFrom(
      '"',
      '“',
      '>',
      '<q>',
      '</p>',
      '<blockquote>',
      '<!--',
      '-->',
      '```',
      '\n',
      ' ',
      'word',
      '<',
      '&lt;',
      '---\n',
    );
    const text = fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 40 });
    fc.assert(
      fc.property(text, fc.constantFrom('a.md', 'a.html', 'a.txt'), (pieces, name) => {
        const written = pieces.join('').replace(/\r/g, '');
        const lines = written.split('\n').length;
        let last = 0;
        for (const block of readDraftBlocks({ name, text: written })) {
          expect(block.text).toMatch(/[\p{L}\p{N}]/u);
          for (const { line } of block.lines) {
            expect(line).toBeGreaterThanOrEqual(last);
            expect(line).toBeLessThanOrEqual(lines);
            last = line;
          }
        }
      }),
    );
  });
});
