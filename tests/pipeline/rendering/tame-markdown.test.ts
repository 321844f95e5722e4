import fc from 'fast-check';
import { micromark } from 'micromark';
import { describe, expect, it } from 'vitest';
import { renderMarkdown, tameMarkdown } from '../../../src/pipeline/rendering/tame-markdown.js';

const pieces = fc.array(
  fc.constantFrom(
    '# a\n',
    '## b\n',
    'c\n===\n',
    'd\n---\n',
    '<div>\n',
    '<b>',
    '</b>',
    '```\n',
    '> ',
    '- ',
    '\n',
    '\\',
    '`',
  ),
);
const links = fc.constantFrom(
  '[x](javascript:a)',
  '<javascript:a>',
  '[x]\n\n[x]: vbscript:a\n',
  '[x](data:a)',
);
const memo = fc
  .tuple(pieces, links, pieces)
  .map(([before, link, after]) => [...before, link, ...after].join(''));

const plainPieces = [
  'a',
  'b ',
  '\n',
  '\r\n',
  '\n\n',
  '- ',
  '> ',
  '* ',
  '1. ',
  '\t',
  '   ',
  '--',
  '==',
  '`',
  '_',
  '\\',
];

describe('tameMarkdown', () => {
  it('leaves a text as it is only where it holds no heading, whatever stands at the ends of its lines', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...plainPieces), { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        if (/<h[1-6]>/.test(micromark(text))) expect(tameMarkdown(text, 3)).not.toBe(text);
        else expect(tameMarkdown(text, 3)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['# A\n\n### B\n\n# C', 3, '#### A\n\n##### B\n\n#### C'],
    ['A\n===\n\ntext', 2, '### A\n\ntext'],
    ['A\nB\n===\n- c', 2, '### A B\n- c'],
    ['> ## A', 4, '> ##### A'],
    ['# A', 6, '###### A'],
    ['```\n# not a heading\n```', 3, '```\n# not a heading\n```'],
    ['Nothing *to* do: 1 < 2', 3, 'Nothing *to* do: 1 < 2'],
  ])('puts the headings of %j under level %d', (markdown, under, expected) => {
    expect(tameMarkdown(markdown, under)).toBe(expected);
  });

  it('turns raw HTML into text and dangerous links into links to nowhere', () => {
    expect(tameMarkdown('a <b>c</b> [x](javascript:alert(1)) [y](https://example.org)', 1)).toBe(
      'a &lt;b>c&lt;/b> [x](#) [y](https://example.org)',
    );
  });

  it('leaves no HTML, no dangerous link and no heading that is too high, whatever the memo', () => {
    fc.assert(
      fc.property(memo, (markdown) => {
        const html = micromark(tameMarkdown(markdown, 3), {
          allowDangerousHtml: true,
          allowDangerousProtocol: true,
        });
        expect(html).not.toMatch(/<(?:div|b)>|<\/b>|href="(?:javascript|vbscript|data)/);
        expect(html).not.toMatch(/<h[123]>/);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('renderMarkdown', () => {
  it('loads no picture', () => {
    expect(renderMarkdown('![a garden](https://example.org/a.png)', 2)).not.toContain('<img');
  });
});
