import type { z } from 'zod';
import { answerBoard } from '../../../src/review/answers/board.js';
import { answerClusters } from '../../../src/review/answers/clusters.js';
import { answerComparison } from '../../../src/review/answers/compare.js';
import type { Desk } from '../../../src/review/answers/desk.js';
import { answerHistory } from '../../../src/review/answers/history.js';
import { answerLikely } from '../../../src/review/answers/likely.js';
import { answerPassages } from '../../../src/review/answers/passages.js';
import { answerProblems } from '../../../src/review/answers/problems.js';
import { answerQueue } from '../../../src/review/answers/queue.js';
import { answerReports } from '../../../src/review/answers/reports.js';
import { answerSearch } from '../../../src/review/answers/search.js';
import { answerStudy } from '../../../src/review/answers/study.js';
import { answerTranscript } from '../../../src/review/answers/transcript.js';
import { answerWording } from '../../../src/review/answers/wording.js';
import { comparisonSchema, historySchema, reportsSchema } from '../../../src/review/messages/comparing.js';
import { boardSchema, clustersSchema, queueSchema } from '../../../src/review/messages/deciding.js';
import {
  likelySchema,
  passagesSchema,
  searchSchema,
  transcriptSchema,
  wordingSchema,
} from '../../../src/review/messages/reading.js';
import { problemsSchema, studySchema } from '../../../src/review/messages/study.js';
import { TODAY } from './make-desk.js';

export type Answered = { readonly name: string; readonly schema: z.ZodType; readonly message: unknown };

/** Every answer that a desk can give to a coder, about everything that its study holds. */
export function listAnswers(desk: Desk, blind: boolean): readonly Answered[] {
  const { transcripts, quotes, taxonomy } = desk.reading.study;
  const look = { coder: 'ana', blind };
  const ofStudy: readonly Answered[] = [
    { name: 'study', schema: studySchema, message: answerStudy(desk, 'ana', blind) },
    { name: 'problems', schema: problemsSchema, message: answerProblems(desk) },
    { name: 'queue', schema: queueSchema, message: answerQueue(desk, look) },
    { name: 'clusters', schema: clustersSchema, message: answerClusters(desk, look) },
    {
      name: 'compare',
      schema: comparisonSchema,
      message: answerComparison(desk, { coder: 'ana', today: TODAY }),
    },
    { name: 'reports', schema: reportsSchema, message: answerReports(desk) },
    { name: 'history', schema: historySchema, message: answerHistory(desk, look) },
    { name: 'search', schema: searchSchema, message: answerSearch(desk, { q: 'the', ...look }) },
  ];
  const ofTranscripts = transcripts.flatMap(({ id, text }): readonly Answered[] => {
    const about = { transcript: id, start: 0, end: text.length };
    return [
      {
        name: `transcript ${id}`,
        schema: transcriptSchema,
        message: answerTranscript(desk, { id, ...look }),
      },
      { name: `passages of ${id}`, schema: passagesSchema, message: answerPassages(desk, id) },
      { name: `likely for ${id}`, schema: likelySchema, message: answerLikely(desk, about) },
    ];
  });
  const ofQuotes = quotes.slice(0, 5).flatMap(({ id, exact }): readonly Answered[] => [
    { name: `likely for ${id}`, schema: likelySchema, message: answerLikely(desk, { quote: id }) },
    {
      name: `wording of ${id}`,
      schema: wordingSchema,
      message: answerWording(desk, { quote: id, wording: `${exact.slice(3)}\u0000[…]<` }),
    },
  ]);
  const ofThemes = taxonomy.themes.flatMap(({ id: theme }): readonly Answered[] => [
    {
      name: `board of ${theme}`,
      schema: boardSchema,
      message: answerBoard(desk, { theme, today: TODAY, ...look }),
    },
    { name: `queue of ${theme}`, schema: queueSchema, message: answerQueue(desk, { theme, ...look }) },
    {
      name: `search of ${theme}`,
      schema: searchSchema,
      message: answerSearch(desk, { q: '', theme, ...look }),
    },
  ]);
  return [...ofStudy, ...ofTranscripts, ...ofQuotes, ...ofThemes];
}
