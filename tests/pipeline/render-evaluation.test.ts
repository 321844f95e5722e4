import { micromark } from 'micromark';
import { describe, expect, it } from 'vitest';
import { checkTemplate } from '../../src/pipeline/check-template.js';
import type { Evaluation } from '../../src/pipeline/evaluating/evaluation.js';
import { readFigures } from '../../src/pipeline/evaluating/read-figures.js';
import { buildEvaluationPage, renderEvaluation } from '../../src/pipeline/render-evaluation.js';
import { evaluationPageSchema } from '../../src/reporting/contract/evaluation-page.js';
import { readTemplates } from '../reporting/read-templates.js';
import { buildStudy } from './build-study.js';

const templates = readTemplates();
const study = buildStudy({});

const rates = { precision: 0.72, recall: 0.5, f1: 0.59 };
const overall = { id: 'table', topOne: 0.5, meanAveragePrecision: 0.6, micro: rates, macro: rates };
const point = { decisionsPerTheme: 3, quotes: 12, taggers: [overall] };
const whole = { ...overall, micro: { ...rates, f1: 0.7 } };

const measured: Evaluation = {
  quotes: 40,
  themes: 2,
  folds: 4,
  taggers: [
    {
      ...whole,
      calibrationError: 0.03,
      perTheme: [
        { theme: 'lamp', support: 9, ...rates, interval: [0.4, 0.7] },
        { theme: 'fog', support: 1, precision: null, recall: 0, f1: 0, interval: null },
      ],
    },
  ],
  learningCurve: [point, { decisionsPerTheme: null, quotes: 30, taggers: [whole] }],
  ceiling: [{ coder: 'a<b>|c', against: 'ben', quotes: 7, micro: rates, macro: rates }],
  reliability: [
    {
      tagger: 'table',
      bins: [
        { from: 0, to: 0.1, count: 0, expected: null, observed: null },
        { from: 0.1, to: 0.2, count: 5, expected: 0.15, observed: 0.2 },
      ],
    },
  ],
  notices: [
    { severity: 'info', code: 'one-coder', message: 'Nobody else looked.', place: { file: 'decisions' } },
  ],
};
const nothing: Evaluation = {
  quotes: 0,
  themes: 0,
  folds: 0,
  taggers: [],
  learningCurve: [],
  ceiling: [],
  reliability: [],
  notices: measured.notices,
};

const render = (evaluation: Evaluation) =>
  new Map(
    renderEvaluation(evaluation, study, templates).map(({ name, content }) => [name, content] as const),
  );

describe('the page of an evaluation', () => {
  it.each([
    ['figures', measured],
    ['nothing measured', nothing],
  ])('of %s is data that its contract accepts', (_what, evaluation) => {
    const page = buildEvaluationPage(evaluation, study);
    expect(evaluationPageSchema.parse(page)).toEqual(page);
    for (const { header, rows } of page.tables) {
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row).toHaveLength(header.length);
    }
  });

  it.each(['evaluation.md.hbs', 'evaluation.html.hbs'])('has the template %s, which keeps to it', (name) => {
    const template = templates.get(name);
    expect(template).toBeDefined();
    if (template !== undefined)
      checkTemplate(template, { report: { schema: evaluationPageSchema }, templates });
  });

  it('prints figures with two decimals and a dash where nothing can be told', () => {
    const pages = render(measured);
    expect(pages.get('evaluation.md')).toContain('| fog | 1 | – | 0.00 | 0.00 | – |');
    expect(pages.get('evaluation.md')).toContain('| lamp | 9 | 0.72 | 0.50 | 0.59 | 0.40–0.70 |');
    expect(pages.get('evaluation.html')).toContain('<th scope="row">lamp</th><td>9</td><td>0.72</td>');
  });

  it('draws the expected against the observed, bins with nothing left out', () => {
    const html = render(measured).get('evaluation.html') ?? '';
    expect(html.match(/<circle [^>]*>/g)).toEqual(['<circle cx="15" cy="80" r="1.6"/>']);
  });

  it('runs nothing that stands in an id, and keeps its tables whole', () => {
    const pages = render(measured);
    expect(pages.get('evaluation.html')).not.toContain('<b>');
    const html = micromark(pages.get('evaluation.md') ?? '', { allowDangerousHtml: true });
    expect(html).not.toContain('<b>');
    const line = (pages.get('evaluation.md') ?? '').split('\n').find((each) => each.includes('against ben'));
    expect(line?.match(/(?<!\\)\|/g)).toHaveLength(7);
  });

  it('says why where nothing was measured', () => {
    for (const page of render(nothing).values()) {
      expect(page).toContain('Nobody else looked.');
      expect(page).not.toMatch(/undefined|NaN|\{\{/);
    }
  });
});

describe('passages worth marking', () => {
  const ranked = { auc: 0.81, recallAtMarked: 0.545 };
  const passages = { sentences: 1354, marked: 319, rules: ranked, learned: null };
  const because = { undefinedBecause: 'Two interviews are too few.' };

  it('have a table of how far they are those that people marked, and say why something is missing', () => {
    const pages = render({ ...measured, quoteSuggestions: { ...passages, ...because } });
    expect(pages.get('evaluation.md')).toContain('| rules | 1354 | 319 | 0.81 | 0.55 |');
    expect(pages.get('evaluation.md')).toContain('| learned | 1354 | 319 | – | – |');
    for (const page of pages.values()) expect(page).toContain('Two interviews are too few.');
  });

  it('have none where nothing is marked', () => {
    const none = { sentences: 0, marked: 0, rules: { auc: null, recallAtMarked: null }, learned: null };
    const page = render({ ...nothing, quoteSuggestions: { ...none, ...because } }).get('evaluation.md');
    expect(page).not.toContain('AUC');
  });
});

describe('the sentence that reads the figures', () => {
  it('tells what is right, what is found, and what more decisions were worth', () => {
    expect(readFigures(measured)).toBe(
      'On an interview it has not seen, about 7 in 10 suggestions of "table" are what people decided, and it finds about 5 in 10 of their decisions; learning from 30 quotes instead of 12 moved F1 from 0.59 to 0.70, so that more coding would help.',
    );
  });

  it('claims nothing of more coding without an earlier point to compare with', () => {
    const { learningCurve } = measured;
    expect(readFigures({ ...measured, learningCurve: learningCurve.slice(1) })).toContain(
      'whether more coding would help was not measured',
    );
  });

  it('is none where nothing was measured', () => {
    expect(readFigures(nothing)).toBeUndefined();
  });
});
