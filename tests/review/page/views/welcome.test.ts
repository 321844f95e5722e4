import { describe, expect, it } from 'vitest';
import type { StudyView } from '../../../../src/review/messages/study.js';
import {
  chooseFirstTranscript,
  findNextStep,
  planSteps,
  tellLead,
  wantsWelcome,
} from '../../../../src/review/page/views/welcome/plan-steps.js';

const empty: StudyView = {
  version: 1,
  name: 'Nurses',
  approach: 'codebook',
  language: 'en',
  coder: 'ana',
  coders: ['ana'],
  isSample: false,
  dimensions: [],
  themes: [],
  participants: [],
  transcripts: [],
  quotes: { total: 0, lost: 0, undecided: 0 },
  problems: { errors: 0, cautions: 0 },
  undo: '',
  redo: '',
};
const makeLine = (id: string, quotes: number) => ({
  id,
  participants: [],
  date: '',
  words: 9,
  utterances: 1,
  quotes,
});

const makeTheme = (id: string, quotes: number): StudyView['themes'][number] => ({
  id,
  dimension: 'voice',
  parent: null,
  label: id,
  description: '',
  include: '',
  exclude: '',
  keywords: [],
  notKeywords: [],
  examples: [],
  quotes,
  participants: 1,
  disputed: 0,
});

describe('the way from an empty study to a report', () => {
  it('begins with a transcript', () => {
    expect(findNextStep(empty)).toBe('bring');
  });

  it('goes on to the first quote, then to a theme, then to decisions', () => {
    const brought = { ...empty, transcripts: [makeLine('P01', 0)] };
    expect(findNextStep(brought)).toBe('mark');
    const marked = { ...brought, quotes: { total: 1, lost: 0, undecided: 1 } };
    expect(findNextStep(marked)).toBe('tag');
  });

  it('begins with marking where quotes came with the transcripts, and goes on when something was done', () => {
    const themes = [makeTheme('fear', 2)];
    const brought = { ...empty, themes, transcripts: [makeLine('P01', 3)] };
    const marked = { ...brought, quotes: { total: 3, lost: 0, undecided: 0 } };
    expect(planSteps(marked).filter(({ isDone }) => isDone)).toHaveLength(3);
    expect(findNextStep(marked)).toBe('mark');
    expect(findNextStep({ ...marked, undo: 'Marked a quote of P01' })).toBe('decide');
  });

  it('opens a transcript in which nothing was marked yet', () => {
    expect(chooseFirstTranscript({ ...empty, transcripts: [makeLine('P01', 3), makeLine('P02', 0)] })).toBe(
      'P02',
    );
    expect(chooseFirstTranscript({ ...empty, transcripts: [makeLine('P01', 3)] })).toBe('P01');
    expect(chooseFirstTranscript(empty)).toBe('');
  });
});

describe('the first page', () => {
  const begun = { ...empty, transcripts: [makeLine('P01', 3)], quotes: { total: 3, lost: 0, undecided: 0 } };

  it('says what to do while nothing is marked, and in the sample until somebody has tried something', () => {
    expect(wantsWelcome(empty)).toBe(true);
    expect(wantsWelcome({ ...empty, transcripts: [makeLine('P01', 0)] })).toBe(true);
    expect(wantsWelcome({ ...begun, isSample: true })).toBe(true);
    expect(wantsWelcome({ ...begun, isSample: true, undo: 'Marked a quote of P01' })).toBe(false);
  });

  it('is the transcripts in a study that was begun', () => {
    const second = { ...begun, transcripts: [makeLine('P01', 3), makeLine('P02', 0)] };
    expect(wantsWelcome(second)).toBe(false);
    expect(wantsWelcome({ ...begun, undo: 'Marked a quote of P01' })).toBe(false);
  });

  it('says whether one is in the sample, in an empty study, or in one with an interview to try', () => {
    expect(tellLead({ ...begun, isSample: true })).toContain('sample');
    expect(tellLead(empty)).toContain('empty');
    expect(tellLead(begun)).toContain('One interview');
  });
});
