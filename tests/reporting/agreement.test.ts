import { describe, expect, it } from 'vitest';
import { renderReport } from '../../src/pipeline/render-report.js';
import { formatTable } from '../../src/pipeline/rendering/format-table.js';
import { agreement } from '../../src/reporting/agreement.js';
import { codebook } from '../../src/reporting/codebook.js';
import type { ReportInput } from '../../src/reporting/report.js';
import { buildInput, type StudyDraft } from './build-input.js';
import { readTemplates } from './read-templates.js';

const rule = (id: string, include: string) => ({ id, label: `About ${id}`, include });
const draft = (approach: 'codebook' | 'reflexive'): StudyDraft => ({
  settings: { name: 'Lighthouses', approach, language: 'en' },
  dimensions: [{ id: 'theme', label: 'Key themes' }],
  themes: [rule('tide', 'Water that rises.'), rule('storm', 'Wind and what it breaks.'), rule('lamp', '')],
  participants: ['P01', 'P02'].map((id) => ({
    id,
    attributes: { role: 'keeper' },
    consent: { known: true, scopes: id === 'P01' ? ['research', 'publication'] : ['research'] },
  })),
  interviews: {
    P01: [
      'I: What did you see that night?',
      'P: It was late. ==The water came up to the second step.=={#tide} Then it went.',
      'P: ==The wind took the door.=={#storm}',
      'P: ==We lit it by hand.=={#lamp}',
    ],
    P02: ['I: And you?', 'P: ==I heard the sea in the cellar.=={#tide}', 'P: ==A shutter broke.=={#storm}'],
  },
  secondCoder: [
    { quote: 0, themeId: 'storm', applies: true },
    { quote: 1, themeId: 'storm', applies: true },
    { quote: 2, themeId: 'lamp', applies: true },
    { quote: 3, themeId: 'storm', applies: true },
    { quote: 4, themeId: 'storm', applies: true },
  ],
});

const input = buildInput(draft('codebook'), 'research');
const build = (from: ReportInput) => agreement.schema.parse(agreement.build(from));
const render = (format: 'html' | 'md', from: ReportInput, report = agreement) =>
  renderReport({ report, format, data: report.build(from), templates: readTemplates() });

describe('the report on agreement', () => {
  it('is made for research, and only where it is named', () => {
    expect(agreement.use).toBe('research');
    expect(agreement.byDefault).toBe(false);
  });

  it('tells each theme, then the pooled value, with what stands beside it', () => {
    // Of five quotes ana gives the tide to two and ben to none; the storm to two, ben to four.
    const observed = 3 / 5;
    const expected = (2 / 5) * (4 / 5) + (3 / 5) * (1 / 5);
    expect(build(input)).toMatchObject({
      comparisons: [
        {
          unit: 'quote',
          overview: {
            header: ['Theme', 'Quotes', 'Same answer', 'Prevalence', 'α', '95 %', 'κ', '95 %', 'AC1', '95 %'],
            rows: [
              expect.arrayContaining(['About tide', '5', '60 %', '20 %']),
              expect.arrayContaining(['About storm', '5', '60 %', '60 %']),
              expect.arrayContaining(['About lamp', '100 %', '20 %', '1.00']),
              expect.arrayContaining(['All themes, pooled']),
            ],
          },
          values: expect.arrayContaining([
            expect.objectContaining({
              coefficient: 'cohen-kappa',
              theme: 'storm',
              value: expect.closeTo((observed - expected) / (1 - expected), 10),
              observed: expect.closeTo(observed, 10),
              n: 5,
            }),
          ]),
        },
      ],
    });
  });

  it('shows each disagreement with its rule, who says what, what was given instead, and what was said around it', () => {
    expect(build(input)).toMatchObject({
      disagreements: [
        {
          id: 'tide',
          include: 'Water that rises.',
          count: 2,
          withheld: 0,
          quotes: [
            {
              words: 'The water came up to the second step.',
              applies: ['ana'],
              doesNotApply: ['ben'],
              instead: ['About storm'],
              context: {
                before: [
                  { interviewer: true, words: 'What did you see that night?' },
                  { interviewer: false },
                ],
              },
            },
            { words: 'I heard the sea in the cellar.' },
          ],
        },
        { id: 'storm', count: 2 },
      ],
    });
  });

  it('shows no words without consent for the use, and says how many quotes are missing', () => {
    const data = build(buildInput(draft('codebook'), 'publication'));
    expect(data).toMatchObject({ disagreements: [{ id: 'tide', count: 2, withheld: 1 }, { withheld: 1 }] });
    expect(JSON.stringify(data)).not.toContain('cellar');
  });

  it('draws its chart from the first coefficient, the pooled value first', () => {
    expect(build(input)).toMatchObject({
      chart: {
        coefficient: 'Krippendorff’s α',
        rows: [{ label: 'All themes, pooled' }, { label: 'About tide' }, {}, { value: 1 }],
        conventions: [{ value: 0.667 }, { value: 0.8 }],
      },
    });
  });

  it('as CSV has a row for each coefficient and theme, with full numbers', () => {
    const table = agreement.tabulate?.(build(input));
    expect(table?.rows).toHaveLength(8 * 4);
    expect(table?.header.slice(0, 4)).toEqual(['unit', 'coefficient', 'theme', 'label']);
    expect(table === undefined ? '' : formatTable(table)).not.toMatch(/NaN|undefined(?!Because)|null/);
  });

  it.each(['html', 'md'] as const)('as %s names the sources and never a number that is none', (format) => {
    const text = render(format, input);
    expect(text).toMatch(/Krippendorff 2019/);
    expect(text).toMatch(/do not pass it on/);
    expect(text).not.toMatch(/NaN|undefined|\[object/);
  });

  it('of a reflexive study has no figures, says why, and lists where readings differ', () => {
    const data = build(buildInput(draft('reflexive'), 'research'));
    expect(data).toMatchObject({
      off: expect.stringContaining('reflexive'),
      comparisons: [],
      figures: [],
      chart: { rows: [], conventions: [] },
      disagreements: [{ id: 'tide' }, { id: 'storm' }],
    });
    expect(render('html', buildInput(draft('reflexive'), 'research'))).toMatch(/Why there are no figures/);
  });

  it('of a study with one coder says that it takes two', () => {
    const { secondCoder: _, ...alone } = draft('codebook');
    expect(build(buildInput(alone, 'research'))).toMatchObject({
      comparisons: [],
      disagreements: [],
      remarks: [expect.stringContaining('only one coder')],
    });
  });
});

describe('the codebook', () => {
  it('sets the rules of themes that coders take for one another side by side', () => {
    expect(codebook.build(input)).toMatchObject({
      dimensions: [{ themes: [{ id: 'tide', differing: 2 }, { differing: 2 }, { differing: 0 }] }],
      confusions: {
        pairs: [
          {
            label: 'About tide / About storm',
            quotes: 2,
            sides: [
              { id: 'tide', include: 'Water that rises.' },
              { id: 'storm', include: 'Wind and what it breaks.' },
            ],
          },
        ],
        more: 0,
      },
    });
    expect(render('html', input, codebook)).toMatch(/Themes taken for one another/);
  });

  it('of a reflexive study counts no confusion and says why', () => {
    const data = codebook.build(buildInput(draft('reflexive'), 'research'));
    expect(data).toMatchObject({
      confusions: { pairs: [], offBecause: expect.stringContaining('reflexive') },
    });
    expect(JSON.stringify(data)).not.toContain('differing');
  });
});
