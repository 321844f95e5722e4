import { micromark } from 'micromark';
import { describe, expect, it } from 'vitest';
import { checkTemplate } from '../../src/pipeline/check-template.js';
import { nameEdition } from '../../src/pipeline/render-report.js';
import { describeReport, findReport, reports } from '../../src/reporting/index.js';
import type { ReportFormat, ReportInput } from '../../src/reporting/report.js';
import { readTemplates } from './read-templates.js';
import { renderPages } from './render-pages.js';
import { emptyInput, gardenInput, hostileInput } from './sample-inputs.js';

const templates = readTemplates();
const inputs: [string, ReportInput][] = [
  ['a small study', gardenInput],
  ['a hostile study', hostileInput],
  ['an empty study', emptyInput],
];
const cases = reports.map((report) => [report.id, report] as const);
const pages = reports.flatMap((report) =>
  report.formats.flatMap((format) => inputs.map(([name, input]) => ({ report, format, name, input }))),
);
const render = (id: string, format: ReportFormat, input: ReportInput) =>
  renderPages(findReport(id), format, input)
    .map(({ text }) => text)
    .join('\n');
const pagesOf = (format: ReportFormat, input: ReportInput) =>
  reports
    .filter(({ formats }) => formats.includes(format))
    .flatMap((report) => renderPages(report, format, input).map(({ name, text }) => [name, text] as const));

/** Schemas that a template can be held against: no unions, no null. */
function listSchemaNodes(node: unknown): Record<string, unknown>[] {
  if (Array.isArray(node)) return node.flatMap(listSchemaNodes);
  if (typeof node !== 'object' || node === null) return [];
  return [{ ...node }, ...Object.values(node).flatMap(listSchemaNodes)];
}

describe.each(cases)('the report %s', (id, report) => {
  it.each(inputs)('builds data that its schema accepts from %s', (_name, input) => {
    const data = report.build(input);
    expect(report.schema.parse(data)).toEqual(data);
  });

  it('builds the same data from the same input', () => {
    expect(JSON.stringify(report.build(gardenInput))).toBe(JSON.stringify(report.build(gardenInput)));
  });

  it('documents its contract without unions or null, which templates cannot be held against', () => {
    const nodes = listSchemaNodes(describeReport(id));
    expect(nodes.some((node) => 'properties' in node)).toBe(true);
    for (const node of nodes) {
      expect(Object.keys(node)).not.toContain('anyOf');
      expect(Object.keys(node)).not.toContain('$ref');
      expect(Array.isArray(node.type)).toBe(false);
    }
  });

  it.each(report.formats.filter((format) => format === 'md' || format === 'html'))(
    'ships %s templates that keep to the contract, one an edition',
    (format) => {
      for (const edition of report.editions?.[format] ?? [undefined]) {
        const template = templates.get(`${nameEdition(report, edition)}.${format}.hbs`);
        expect(template).toBeDefined();
        if (template !== undefined) checkTemplate(template, { report, templates });
      }
    },
  );

  it('prints nothing that may not be published, and nothing of who withdrew', () => {
    for (const format of report.formats) {
      const text = render(id, format, gardenInput);
      expect(text).not.toMatch(/numbers are what survives/);
      expect(text).not.toMatch(/withdrawn and stands nowhere|P07/);
    }
  });
});

describe('every page of every report', () => {
  it.each(pages)('$report.id as $format can be made of $name', ({ report, format, input }) => {
    expect(render(report.id, format, input).length).toBeGreaterThan(10);
  });

  it.each(pagesOf('html', hostileInput))('%s runs nothing and loads nothing', (_id, html) => {
    expect(html).not.toMatch(/<script|<img|<iframe|<link|<object|\son\w+\s*=\s*["'][^"']*["'][^<]*>/i);
    expect(html).not.toMatch(/\s(?:src|srcset|poster|action)\s*=\s*"/i);
    expect(html).not.toMatch(/url\(|@import/i);
    for (const [, href = ''] of html.matchAll(/<a [^>]*href="([^"]*)"/g))
      expect(href).toMatch(/^#|^https:\/\/example\.org/);
    expect(html).toContain("default-src 'none'");
  });

  it.each(pagesOf('md', hostileInput))(
    '%s holds no HTML and no dangerous link in Markdown',
    (_id, markdown) => {
      const html = micromark(markdown, { allowDangerousHtml: true, allowDangerousProtocol: true });
      expect(html).not.toMatch(/<script|<img(?! src="https:\/\/example)|href="javascript/i);
    },
  );

  it.each(pagesOf('html', gardenInput))(
    '%s names each anchor once and links only to what is there',
    (_id, html) => {
      const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [, target] of html.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
    },
  );

  it.each(pagesOf('html', gardenInput))('%s tells the id and the place of every quote', (_id, html) => {
    const quotes = [...html.matchAll(/<blockquote>.*?<\/(?:figcaption|li)>/gs)].map(([quote]) => quote);
    expect(quotes.length).toBe(html.split('<blockquote>').length - 1);
    for (const quote of quotes) {
      expect(quote).toMatch(/>q_P\d\d_\d<|^q_P\d\d_\d|<br>q_P\d\d_\d /m);
      expect(quote).toMatch(/P\d\d, (?:\d+:\d\d|utterance \d+)/);
    }
  });

  it.each(pagesOf('md', gardenInput))('%s tells the id and the place of every quote', (_id, markdown) => {
    const places = [...markdown.matchAll(/^> — .*$/gm)].map(([line]) => line.replaceAll('\\', ''));
    expect(places.length).toBe([...markdown.matchAll(/(?:^|[^>]\n)> (?!—)/g)].length);
    for (const place of places) expect(place).toMatch(/P\d\d, (?:\d+:\d\d|utterance \d+) .*q_P\d\d_\d/);
  });

  it.each(pagesOf('html', emptyInput))('%s leaves no template marks behind', (_id, html) => {
    expect(html).not.toMatch(/\{\{|\[object Object\]|undefined/);
  });
});

describe('findReport', () => {
  it('says which report was probably meant', () => {
    expect(() => findReport('codebok')).toThrow(
      expect.objectContaining({ code: 'unknown-report', hint: 'Did you mean "codebook"?' }),
    );
  });
});
