import { answerBoard } from '../answers/board.js';
import { answerClusters } from '../answers/clusters.js';
import { answerComparison } from '../answers/compare.js';
import type { Desk } from '../answers/desk.js';
import { answerLikely } from '../answers/likely.js';
import { answerPassages } from '../answers/passages.js';
import { answerQueue } from '../answers/queue.js';
import { answerSearch } from '../answers/search.js';
import type { SearchQuery } from '../messages/requests.js';
import { draftFile, previewForFrame, writeReport } from './publish.js';
import type { Answer, Asker, Question } from './question.js';

/** Answers a question from a desk. Throws `ToolkitError` where something named does not exist, or the disk refuses. */
export async function answerQuestion(desk: Desk, question: Question): Promise<Answer> {
  const { coder, today } = question;
  const look: Asker = { coder, blind: question.blind };
  switch (question.kind) {
    case 'passages':
      return write(answerPassages(desk, question.transcript));
    case 'likely':
      return write(answerLikely(desk, question.about));
    case 'search':
      return write(answerSearch(desk, { ...readSearch(question.query), ...look }));
    case 'queue': {
      const { theme, count } = question.query;
      return write(answerQueue(desk, { ...dropEmpty({ theme }), count, ...look }));
    }
    case 'board':
      return write(answerBoard(desk, { theme: question.theme, today, ...look }));
    case 'clusters':
      return write(answerClusters(desk, look));
    case 'compare': {
      const { count, ...pair } = question.query;
      return write(answerComparison(desk, { ...dropEmpty(pair), count, coder, today }));
    }
    case 'preview-report':
      return previewForFrame(desk, question);
    case 'write-report':
      return write(await writeReport(desk, question));
    case 'export':
      return { json: '', file: await draftFile(desk, question) };
  }
}

const write = (message: object): Answer => ({ json: JSON.stringify(message) });

function readSearch({ q, in: transcript, theme, coder, where }: SearchQuery) {
  return { q, ...dropEmpty({ in: transcript, theme, by: coder }), where };
}

/** Without the names that an address left empty. */
function dropEmpty<Name extends string>(
  values: Readonly<Record<Name, string>>,
): Partial<Readonly<Record<Name, string>>> {
  const given: Partial<Record<Name, string>> = {};
  for (const name in values) if (values[name] !== '') given[name] = values[name];
  return given;
}
