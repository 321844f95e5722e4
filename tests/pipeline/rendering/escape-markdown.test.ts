import fc from 'fast-check';
import { micromark } from 'micromark';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../../src/pipeline/rendering/escape-markdown.js';

const entities = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&amp;', '&'],
]);
const readText = (html: string) =>
  html.replace(/&(?:lt|gt|quot|amp);/g, (entity) => entities.get(entity) ?? entity);
/** What print makes of white space, and what Markdown makes of a NUL. */
const settle = (text: string) =>
  text
    .replace(/[ \t\n\r\f\v]+/g, ' ')
    .replace(/^ | $/g, '')
    .replaceAll('\0', '\uFFFD');
const wrap = (before: string, text: string, after: string) => (text === '' ? '' : `${before}${text}${after}`);

const signs = fc.string({ unit: fc.constantFrom(...'\\`*_[](){}<>#+-.!|~$&=:^@"\'/1aB é\n\t😀') });
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), signs);

describe('escapeMarkdown', () => {
  it('shows exactly the text as a paragraph, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const html = micromark(escapeMarkdown(text));
        expect(html).toBe(wrap('<p>', html.replace(/^<p>|<\/p>$/g, ''), '</p>'));
        expect(readText(html.replace(/^<p>|<\/p>$/g, ''))).toBe(settle(text));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['# ', '<h1>', '</h1>'],
    ['> ', '<blockquote>\n<p>', '</p>\n</blockquote>'],
    ['- ', '<ul>\n<li>', '</li>\n</ul>'],
  ])('shows exactly the text after "%s"', (mark, before, after) => {
    fc.assert(
      fc.property(
        anyText.filter((text) => settle(text) !== ''),
        (text) => {
          const html = micromark(`${mark}${escapeMarkdown(text)}`);
          expect(html.startsWith(before) && html.endsWith(after)).toBe(true);
          expect(readText(html.slice(before.length, -after.length))).toBe(settle(text));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['https://example.org', 'https\\://example.org'],
    ['www.example.org', 'www\\.example.org'],
    ['a@example.org', 'a\\@example.org'],
    ['[^1] and a|b and ~~c~~', '\\[^1\\] and a\\|b and \\~\\~c\\~\\~'],
    ['{x} costs $5', '\\{x} costs \\$5'],
    ['==marked==', '\\==marked\\=='],
  ])('keeps the Markdown of other tools from reading %s as more than text', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it.each(["Well, I'd say: it's 3.5 (or so)!", 'q_7c1d9e02b4', '1.1'])('leaves %s readable', (text) => {
    expect(escapeMarkdown(text)).toBe(text);
  });
});
