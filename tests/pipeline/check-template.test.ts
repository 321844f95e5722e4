import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkTemplate } from '../../src/pipeline/check-template.js';
import { markdownSchema } from '../../src/reporting/contract/data-shape.js';

const report = {
  schema: z.strictObject({
    study: z.strictObject({ name: z.string() }),
    memo: markdownSchema.optional(),
    themes: z.array(
      z.strictObject({
        label: z.string(),
        quotes: z.array(z.strictObject({ words: z.string(), speaker: z.strictObject({ code: z.string() }) })),
        tags: z.array(z.string()),
      }),
    ),
  }),
};
const partials = new Map([
  [
    'partials/quote.md.hbs',
    { file: 'templates/partials/quote.md.hbs', text: '{{words}}{{#if heading}}{{heading}}{{/if}}' },
  ],
  ['partials/label.md.hbs', { file: 'templates/partials/label.md.hbs', text: '\n{{label}}' }],
  ['partials/loop.md.hbs', { file: 'templates/partials/loop.md.hbs', text: '{{> loop.md}}' }],
]);
const check = (text: string) =>
  checkTemplate({ file: 'themes.md.hbs', text }, { report, templates: partials });

describe('checkTemplate', () => {
  it.each([
    ['a path', '{{study.name}}'],
    ['a list with its places', '{{#each themes}}{{@index}}{{@first}}{{@last}}{{@key}}{{label}}{{/each}}'],
    ['the way up', '{{#each themes}}{{#each quotes}}{{../label}} {{../../study.name}}{{/each}}{{/each}}'],
    [
      'a condition, which is no step on the way up',
      '{{#each themes}}{{#if tags}}{{../study.name}}{{/if}}{{/each}}',
    ],
    ['the root', '{{#each themes}}{{@root.study.name}}{{/each}}'],
    ['this', '{{#each themes}}{{this.label}}{{./label}}{{#each tags}}{{this}}{{/each}}{{/each}}'],
    [
      'names for items',
      '{{#each themes as |theme i|}}{{i}}{{#each theme.quotes as |q|}}{{q.words}}{{theme.label}}{{/each}}{{/each}}',
    ],
    ['a group of fields', '{{#with study}}{{name}}{{else}}{{study.name}}{{/with}}'],
    ['a named group', '{{#with study as |s|}}{{s.name}}{{/with}}'],
    ['how long a list is', '{{themes.length}}'],
    ['else if', '{{#if study.name}}a{{else if memo}}{{memo}}{{/if}}'],
    [
      'a partial in its place',
      '{{#each themes}}{{> label.md}}{{#each quotes}}{{> quote.md heading=../label}}{{/each}}{{/each}}',
    ],
    ['a partial with a subject', '{{#each themes}}{{> label.md this}}{{/each}}'],
    ['prose', '{{prose memo under=3}}'],
    ['a count', '{{plural themes.length "theme" "themes"}} {{#if (plural 1 "a" "b")}}{{/if}}'],
    ['comments and white space control', '{{!-- {{no}} --}}{{~study.name~}}'],
  ])('accepts %s', (_name, text) => {
    expect(() => check(text)).not.toThrow();
  });

  it.each([
    ['a field that is not there', 'a\n  {{study.nam}}', 2, 5, 'Did you mean "name"?'],
    [
      'a field in a branch never taken',
      '{{#if memo}}{{else}}\n{{studdy.name}}{{/if}}',
      2,
      3,
      'Did you mean "study"?',
    ],
    ['the condition itself', '{{#if mmo}}{{/if}}', 1, 7, undefined],
    ['an unless', '{{#unless nothing}}{{/unless}}', 1, 11, undefined],
    ['a field of the parent without the way up', '{{#each themes}}{{study.name}}{{/each}}', 1, 19, undefined],
    ['a way up that is too long', '{{../study}}', 1, 3, undefined],
    ['@index outside of a list', '{{@index}}', 1, 3, undefined],
    ['a loop over what is no list', '{{#each study}}{{/each}}', 1, 1, undefined],
    ['a list printed whole', '{{themes}}', 1, 1, undefined],
    ['a group printed whole', '{{study}}', 1, 1, undefined],
    ['a field of a text', '{{study.name.first}}', 1, 3, undefined],
    ['the prototype', '{{constructor}}', 1, 3, undefined],
    ['the prototype of the prototype', '{{study.__proto__}}', 1, 3, undefined],
    ['an item’s name outside of its list', '{{#each themes as |t|}}{{/each}}{{t.label}}', 1, 35, undefined],
    ['an argument', '{{plural themes.size "a" "b"}}', 1, 10, undefined],
    [
      'a named argument of a partial',
      '{{#each themes}}{{> label.md heading=../nam}}{{/each}}',
      1,
      38,
      undefined,
    ],
  ])('refuses %s and names its place', (_name, text, line, column, hint) => {
    expect(() => check(text)).toThrow(
      expect.objectContaining({
        code: 'unknown-template-path',
        place: { file: 'themes.md.hbs', line, column },
        ...(hint === undefined ? {} : { hint }),
      }),
    );
  });

  it('names the partial in which a path is unknown', () => {
    expect(() => check('{{> label.md}}')).toThrow(
      expect.objectContaining({
        code: 'unknown-template-path',
        place: { file: 'templates/partials/label.md.hbs', line: 2, column: 3 },
      }),
    );
  });

  it.each([
    ['three braces', '{{{study.name}}}', 'unsafe-template'],
    ['an ampersand', '{{&study.name}}', 'unsafe-template'],
    ['prose of what is no Markdown', '{{prose study.name}}', 'unsafe-template'],
    ['an unknown helper', '{{shout study.name}}', 'unknown-template-helper'],
    ['lookup, whose path nobody can check', '{{lookup study name}}', 'unknown-template-helper'],
    ['an unknown block', '{{#repeat themes}}{{/repeat}}', 'unknown-template-helper'],
    ['a block on a path', '{{#themes}}{{/themes}}', 'unknown-template-helper'],
    ['too few arguments', '{{plural 1}}', 'unknown-template-helper'],
    ['an unknown option', '{{prose memo deep=1}}', 'unknown-template-helper'],
    ['an unknown partial', '{{> quot.md}}', 'unknown-partial'],
    ['a partial by a computed name', '{{> (plural 1 "a" "b")}}', 'unknown-partial'],
    ['a partial that calls itself', '{{> loop.md}}', 'unknown-partial'],
    ['a partial with a block', '{{#> label.md}}{{/label.md}}', 'unsupported-template'],
    ['a decorator', '{{#*inline "x"}}{{/inline}}', 'unsupported-template'],
    ['a block that is not closed', 'a\n{{#if memo}}', 'template-syntax'],
    ['a block that is closed as another', '{{#if memo}}{{/each}}', 'template-syntax'],
    ['half a brace', '{{study.name}', 'template-syntax'],
  ])('refuses %s', (_name, text, code) => {
    expect(() => check(text)).toThrow(
      expect.objectContaining({ code, place: expect.objectContaining({ line: expect.any(Number) }) }),
    );
  });

  it('names the line of a syntax error', () => {
    expect(() => check('a\nb\n{{#if memo}}{{/each}}')).toThrow(
      expect.objectContaining({ place: { file: 'themes.md.hbs', line: 3 } }),
    );
  });
});
