import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { renderReport } from '../../src/pipeline/render-report.js';
import { markdownSchema } from '../../src/reporting/contract/data-shape.js';
import type { Report, ReportFormat } from '../../src/reporting/report.js';

const schema = z.strictObject({
  name: z.string(),
  memo: markdownSchema.optional(),
  words: z.array(z.string()),
  empty: z.string(),
});
const report: Report = {
  id: 'words',
  label: 'Words',
  formats: ['md', 'html', 'json'],
  schema,
  build: () => ({}),
};
const data = { name: '# *one* <b>', memo: '# Big\n\n<i>it</i>', words: ['a_', '<'], empty: '' };
const render = (format: ReportFormat, text: string, given: unknown = data) =>
  renderReport({
    report,
    format,
    data: given,
    templates: new Map([[`words.${format}.hbs`, { file: `words.${format}.hbs`, text }]]),
  });

describe('renderReport', () => {
  it('escapes HTML in HTML', () => {
    expect(render('html', '<p title="{{name}}">{{name}}</p>')).toBe(
      '<p title="# *one* &lt;b&gt;"># *one* &lt;b&gt;</p>',
    );
  });

  it('escapes Markdown in Markdown, and HTML only as Markdown does', () => {
    expect(render('md', '{{name}} {{#each words}}{{this}};{{/each}}')).toBe('\\# \\*one\\* \\<b> a\\_;\\<;');
  });

  it('prints a memo as prose in both', () => {
    expect(render('html', '{{prose memo under=2}}')).toBe('<h3>Big</h3>\n<p>&lt;i&gt;it&lt;/i&gt;</p>');
    expect(render('md', '{{prose memo under=2}}')).toBe('### Big\n\n&lt;i>it&lt;/i>');
  });

  it('takes an empty text for nothing in a condition, in both', () => {
    for (const format of ['md', 'html'] as const) {
      expect(render(format, '{{#if empty}}yes{{else}}no{{/if}}{{#if name}}yes{{/if}}')).toBe('noyes');
    }
  });

  it('prints our own drawing by its id, and of an id that names none nothing at all', () => {
    const drawings = new Map([['figure-1', '<svg></svg>']]);
    const draw = (name: string) => {
      const file = 'words.html.hbs';
      const templates = new Map([[file, { file, text: '[{{drawing name}}]' }]]);
      return renderReport({ report, format: 'html', data: { ...data, name }, templates, drawings });
    };
    expect(draw('figure-1')).toBe('[<svg></svg>]');
    expect(draw('<svg onload="alert(1)">')).toBe('[]');
  });

  it('never takes a text of the data for a template', () => {
    expect(render('html', '{{name}}', { ...data, name: '{{memo}}{{> words}}' })).toBe(
      '{{memo}}{{&gt; words}}',
    );
  });

  it('lets no text out of an HTML attribute or element', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const html = render('html', '{{name}}', { ...data, name });
        expect(html).not.toMatch(/[<>"']/);
      }),
    );
  });

  it('prints the data itself as json', () => {
    expect(JSON.parse(render('json', ''))).toEqual(data);
  });

  it('holds a template against the contract before it is filled', () => {
    expect(() => render('html', '{{#if empty}}{{nothing}}{{/if}}')).toThrow(
      expect.objectContaining({ code: 'unknown-template-path' }),
    );
  });

  it('says that a format is not offered, and which are', () => {
    expect(() => render('csv', '')).toThrow(
      expect.objectContaining({ code: 'unknown-report-format', hint: 'It can be had as md, html, json.' }),
    );
  });

  it('says that a template is missing', () => {
    expect(() => renderReport({ report, format: 'md', data, templates: new Map() })).toThrow(
      expect.objectContaining({ code: 'missing-template', place: { file: 'words.md.hbs' } }),
    );
  });

  it('names the template that fails while it is filled', () => {
    const hostile = { ...data, words: [{ toString: () => fail() }] };
    expect(() => render('html', '{{#each words}}{{this}}{{/each}}', hostile)).toThrow(
      expect.objectContaining({ code: 'template-failed', place: { file: 'words.html.hbs' } }),
    );
  });
});

function fail(): never {
  throw new Error('no text');
}
