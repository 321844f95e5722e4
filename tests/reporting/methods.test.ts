import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findIdentifiers } from '../../src/pipeline/find-identifiers.js';
import { methods } from '../../src/reporting/methods.js';
import type { ReportInput } from '../../src/reporting/report.js';
import { buildInput } from './build-input.js';
import { renderPages } from './render-pages.js';
import { emptyInput, gardenInput } from './sample-inputs.js';

const checklistsSchema = z.object({
  checklists: z.array(
    z.object({
      id: z.string(),
      filled: z.number(),
      items: z.array(z.object({ number: z.string(), answer: z.string().optional() })),
    }),
  ),
});
const read = (input: ReportInput) => checklistsSchema.parse(methods.build(input)).checklists;
const answerOf = (input: ReportInput, number: string) =>
  read(input)
    .flatMap(({ items }) => items)
    .find((item) => item.number === number)?.answer;

describe('the method appendix', () => {
  it('has the 32 items of COREQ and the 21 of SRQR', () => {
    expect(read(gardenInput).map(({ id, items }) => [id, items.length])).toEqual([
      ['coreq', 32],
      ['srqr', 21],
    ]);
  });

  it('answers from what is recorded, and counts who is counted', () => {
    expect(answerOf(gardenInput, '12')).toBe('8 participants, of whom 7 are counted.');
    expect(answerOf(gardenInput, '13')).toMatch(/^1 of the participants withdrew/);
    expect(answerOf(gardenInput, '24')).toBe('2 coders.');
    expect(answerOf(gardenInput, '27')).toBe('Themeloom 0.0.0.');
  });

  it('leaves empty what nobody recorded', () => {
    for (const number of ['1', '4', '17', '23', '28', 'S1', 'S6', 'S20', 'S21'])
      expect(answerOf(gardenInput, number)).toBeUndefined();
    expect(renderPages(methods, 'md', gardenInput)[0]?.text).toContain('| 17 | Interview guide |  |');
  });

  it('fills no more than the approach and the software for a study in which nothing has happened', () => {
    const filled = read(emptyInput).flatMap(({ items }) =>
      items.filter(({ answer }) => answer !== undefined),
    );
    expect(filled.map(({ number }) => number)).toEqual(['9', '22', '26', '27', 'S5', 'S11']);
  });

  it('tells no group smaller than the study allows', () => {
    // two founders and one treasurer among those who are counted
    expect(answerOf(gardenInput, '16') ?? '').not.toMatch(/founder|treasurer|liaison/);
  });

  it('tells months, since a day may tell who was interviewed', () => {
    const text = renderPages(methods, 'md', gardenInput)[0]?.text ?? '';
    expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  });

  it('keeps the decisions of people and the suggestions of machines apart', () => {
    const rows = renderPages(methods, 'md', gardenInput)[0]?.text ?? '';
    expect(rows).toContain('| Suggested by machine, decided by nobody, not counted | 2 of ');
  });

  it('says nothing that reads like a telephone number, or no report of the study could be written', () => {
    const { study } = gardenInput;
    const sizes = ['201-1000', '51-200'];
    const input = buildInput({
      settings: {
        ...study.settings,
        changes: [
          { date: '2026-03-01', what: 'codebook' },
          { date: '2026-04-01', what: 'guide', note: 'one more question' },
        ],
      },
      dimensions: study.taxonomy.dimensions,
      themes: study.taxonomy.themes,
      participants: study.participants.map((one, at) => ({
        ...one,
        attributes: { size: sizes[at % 2] ?? '' },
      })),
      interviews: {},
    });
    const transcripts = study.transcripts.map((one, at) => ({ ...one, date: `2026-0${1 + (at % 5)}-11` }));
    const dated = { ...input, study: { ...input.study, transcripts } };
    const told = read(dated).flatMap(({ items }) => items.flatMap(({ answer }) => answer ?? []));
    expect(told.join('\n')).toMatch(/held from 2026-01 to 2026-05\. .*2026-03.* the codebook changed/);
    expect(told.join('\n')).toMatch(/201-1000 for \d/);
    const kinds = told.flatMap((text) => findIdentifiers(text).map(({ kind }) => kind));
    expect(kinds).not.toContain('phone-number');
  });
});
