import { describe, expect, it } from 'vitest';
import { makeReports } from '../../src/pipeline/make-reports.js';
import { listOfficeFormats, renderOffice } from '../../src/pipeline/render-office.js';
import { findReport, reports } from '../../src/reporting/index.js';
import { readWritten } from '../packages/read-written.js';
import { readTemplates } from '../reporting/read-templates.js';
import { emptyInput, gardenInput, hostileInput } from '../reporting/sample-inputs.js';

const templates = readTemplates();
const kinds = reports.map(({ id }) => id);

function readAll(bytes: Uint8Array): string {
  const { names, text } = readWritten(bytes);
  return names
    .filter((name) => name.endsWith('.xml'))
    .map(text)
    .join('\n');
}

describe('listOfficeFormats', () => {
  it('offers Word for what is written in Markdown, and a workbook for what is a table', () => {
    expect(listOfficeFormats(findReport('themes'))).toEqual(['docx']);
    expect(listOfficeFormats(findReport('quote-bank'))).toEqual(['xlsx']);
    expect(listOfficeFormats(findReport('codebook'))).toEqual(['docx', 'xlsx']);
  });
});

describe('renderOffice', () => {
  it('refuses a format that a report has not, and says which it has', async () => {
    const report = findReport('quote-bank');
    const study = { name: 'Gardens', language: 'en' };
    const request = { report, format: 'docx', data: report.build(gardenInput), templates, study } as const;
    await expect(renderOffice(request)).rejects.toThrow(
      expect.objectContaining({ code: 'unknown-report-format', hint: expect.stringContaining('xlsx') }),
    );
  });
});

/** Those of each kind, without the ones that differ by their amount only. */
const fewKinds = ['article', 'quote-bank', 'codebook', 'patterns'];

describe('a workbook of patterns', () => {
  it('has the numbers of a chart as numbers', () => {
    const report = findReport('patterns');
    const sheets = report.listSheets?.(report.build(gardenInput)) ?? [];
    const shares = sheets.find(({ header }) => header.includes('share'));
    const column = shares?.header.indexOf('share') ?? -1;
    expect(shares?.rows.length).toBeGreaterThan(0);
    for (const row of shares?.rows ?? []) expect(typeof row[column]).toBe('number');
    for (const row of shares?.rows ?? []) expect(typeof row[0]).toBe('string');
  });
});

describe('the reports for office programs', () => {
  it.each([
    ['a small study', gardenInput],
    ['a hostile study', hostileInput],
    ['an empty study', emptyInput],
  ])('open, whole and well-formed, for %s', async (_name, input) => {
    const { settings: study } = input.study;
    for (const report of fewKinds.map(findReport))
      for (const format of listOfficeFormats(report)) {
        const { content } = await renderOffice({
          report,
          format,
          data: report.build(input),
          templates,
          study,
        });
        expect(readAll(content).length).toBeGreaterThan(1000);
      }
  });

  it('are made only where they are asked for', async () => {
    const names = (await makeReports({ input: emptyInput, kinds, templates })).map(({ name }) => name);
    expect(names.filter((name) => /\.(?:docx|xlsx)$/.test(name))).toEqual([]);
  });

  it('print nothing that may not be published, and nothing of who withdrew', async () => {
    const request = { input: gardenInput, kinds: fewKinds, templates, formats: ['docx', 'xlsx'] };
    for (const { content } of await makeReports(request)) {
      const text = readAll(typeof content === 'string' ? new Uint8Array() : content);
      expect(text).not.toMatch(/numbers are what survives/);
      expect(text).not.toMatch(/withdrawn and stands nowhere|P07/);
    }
  });

  it('honour the templates of the study', async () => {
    const own = new Map([
      ...templates,
      ['article.md.hbs', { file: 'templates/article.md.hbs', text: '# Our own {{study.name}}' }],
    ]);
    const [file] = await makeReports({
      input: gardenInput,
      kinds: ['article'],
      templates: own,
      formats: ['docx'],
    });
    expect(readAll(file?.content instanceof Uint8Array ? file.content : new Uint8Array())).toContain(
      'Our own',
    );
  });

  it('are refused where a template of the study puts an address together', async () => {
    const text = '# {{study.name}}\n\n{{#each themes}}{{#if @first}}somebody\\@{{/if}}{{/each}}example.org';
    const own = new Map([...templates, ['article.md.hbs', { file: 'templates/article.md.hbs', text }]]);
    const request = { input: gardenInput, kinds: ['article'], templates: own, formats: ['docx'] };
    await expect(makeReports(request)).rejects.toThrow(
      expect.objectContaining({ code: 'publication-refused' }),
    );
  });
});
