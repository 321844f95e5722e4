import type { StudyReading } from '../../../src/workspace/read-study.js';

const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** A study without the order in which quotes and decisions came, and without times. */
export function settle({ study, lastWords, memoTexts, marks, anchorings }: StudyReading) {
  return {
    ...study,
    quotes: [...study.quotes].sort(byText),
    decisions: study.decisions.map((each) => ({ ...each, decidedAt: '' })).sort(byText),
    memos: [...study.memos].sort(byText),
    boards: [...(study.boards ?? [])].sort(byText),
    lastWords: lastWords.map((each) => ({ ...each, decidedAt: '' })).sort(byText),
    texts: [...memoTexts].sort(byText),
    marks,
    states: anchorings.map((found) => (found.state === 'lost' ? found.was.id : found.quote)).sort(byText),
  };
}
