import { describe, expect, it } from 'vitest';
import type { StudyView } from '../../../../src/review/messages/study.js';
import {
  chooseFirstTranscript,
  findNextStep,
  planSteps,
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

describe('the way from an empty study to a report', () => {
  it('begins with a transcript', () => {
    expect(findNextStep(planSteps(empty))).toBe('bring');
  });

  it('goes on to the first quote, then to a theme, then to decisions', () => {
    const brought = { ...empty, transcripts: [makeLine('P01', 0)] };
    expect(findNextStep(planSteps(brought))).toBe('mark');
    const marked = { ...brought, quotes: { total: 1, lost: 0, undecided: 1 } };
    expect(findNextStep(planSteps(marked))).toBe('tag');
  });

  it('opens a transcript in which nothing was marked yet', () => {
    expect(chooseFirstTranscript({ ...empty, transcripts: [makeLine('P01', 3), makeLine('P02', 0)] })).toBe(
      'P02',
    );
    expect(chooseFirstTranscript({ ...empty, transcripts: [makeLine('P01', 3)] })).toBe('P01');
    expect(chooseFirstTranscript(empty)).toBe('');
  });
});
