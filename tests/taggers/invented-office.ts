import type { Decision } from '../../src/model/decision.js';
import { inventDecision, inventQuotes, inventTheme } from './invented-study.js';

const onCall = inventTheme('on-call', { label: 'Being on call', description: 'The pager at night.' });
const hiring = inventTheme('hiring', { label: 'Hiring', keywords: ['candidate*'] });
const meetings = inventTheme('meetings', { label: 'Meetings' });
/** Three themes of an office; 24 quotes speak of each, in turn. */
export const themes = [onCall, hiring, meetings];

const SUBJECTS: readonly (readonly [string, readonly string[]])[] = [
  ['on-call', ['The pager woke me', 'My phone rang at night', 'An alarm ended my sleep', 'The pager rang']],
  [
    'hiring',
    ['A candidate wrote', 'We interviewed a candidate', 'The recruiter called', 'Another interview'],
  ],
  [
    'meetings',
    ['The meeting ran over', 'My calendar filled up', 'A meeting was moved', 'The agenda was long'],
  ],
];
const ENDS = ['again', 'last week', 'and I was tired', 'before lunch', 'and nobody cared', 'on a Friday'];

/** Each sentence with each ending. */
const texts = ENDS.flatMap((end) =>
  [0, 1, 2, 3].flatMap((i) => SUBJECTS.map(([, starts]) => `${starts[i] ?? ''} ${end}.`)),
);
const themeOf = (row: number): string => SUBJECTS[row % SUBJECTS.length]?.[0] ?? '';
export const quotes = inventQuotes(texts);
/** One coder’s decisions on the first `count` quotes: the theme that each speaks of. */
export const decideFirst = (count: number): readonly Decision[] =>
  quotes.slice(0, count).map(({ id }, row) => inventDecision(id, themeOf(row)));
