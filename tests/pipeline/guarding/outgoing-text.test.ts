import { describe, expect, it } from 'vitest';
import { findByForm } from '../../../src/pipeline/guarding/find-leaks.js';
import { joinTexts } from '../../../src/pipeline/guarding/join-texts.js';
import { listLines, listOutgoing } from '../../../src/pipeline/guarding/outgoing-text.js';

const find = (content: string) =>
  findByForm(joinTexts(listLines(content, 'page.html')).text, () => true).map(({ kind }) => kind);

describe('listOutgoing', () => {
  it('gives every string of any data once, keys too, with its place', () => {
    expect(listOutgoing({ a: ['x', { 'B 1': 'y' }], b: 'x', c: 7, d: null, e: ' ' }, 'themes')).toEqual([
      { text: 'a', place: 'themes, a key' },
      { text: 'x', place: 'themes.a[1]' },
      { text: 'B 1', place: 'themes.a[2], a key' },
      { text: 'y', place: 'themes.a[2]' },
      { text: 'b', place: 'themes, a key' },
      { text: 'c', place: 'themes, a key' },
      { text: 'd', place: 'themes, a key' },
      { text: 'e', place: 'themes, a key' },
    ]);
  });
});

describe('listLines', () => {
  it('takes neither the rules of a style sheet nor the figures of a drawing for identifiers', () => {
    const style = '<style>\n@media print { a { b: c } }\n@page{ @bottom-right { d: e } }\n</style>';
    const drawing =
      '<svg><path d="M020 7946 0958 4111 1111 1111 1111"/><text x="1">5</text><text>2000</text></svg>';
    expect(find(`${style}\n${drawing}`)).toEqual([]);
  });

  it('keeps what a style sheet, a comment, an attribute or a drawing says in words', () => {
    expect(find('<style>a::after { content: "sam@example.org" }</style>')).toContain('email-address');
    expect(find('<!-- sam@example.org -->')).toContain('email-address');
    expect(find('<p title="+44 20 7946 0958">so</p>')).toContain('phone-number');
    expect(find('<svg><text>@priya_builds</text></svg>')).toContain('handle');
    expect(find('<p>as <b>@media</b> (print) says</p>')).toContain('handle');
  });
});
