import { existsSync } from 'node:fs';
import { loadTagger } from '../../identifiers/names/load-tagger.js';
import type { IdentifierDecision } from '../../model/identifier-decision.js';
import { type Answer, applyAnswer, refuseOpenNames } from '../../pipeline/pseudonyms/apply-answer.js';
import type { FoundString } from '../../pipeline/pseudonyms/found-string.js';
import { listQuestions, type Question } from '../../pipeline/pseudonyms/list-questions.js';
import { refuseChangedKey, saveKeyFile } from '../key-file/key-file.js';
import { withLock } from '../lock-study.js';
import { readSettings } from '../read-settings.js';
import { findStrings, listGiven, settleSheet } from './decide-strings.js';
import type { Pseudonymising } from './pseudonymising.js';
import { type OriginalsRequest, readWork } from './read-work.js';

export type AskingRequest = Omit<OriginalsRequest, 'sheet'>;

/** What is asked about some originals, one answer at a time. It holds real names. */
export type Asking = {
  /** What is left to ask, in order. */
  readonly questions: readonly Question[];
  readonly decisions: readonly IdentifierDecision[];
  /** Whether a sheet was begun beside the key file: what is in it goes first, and `pseudonymiseFiles` takes it. */
  readonly hasSheet: boolean;
  /** The decisions before each answer, for `undoAnswer`. */
  readonly before: readonly (readonly IdentifierDecision[])[];
  readonly found: readonly FoundString[];
  readonly work: Pseudonymising;
};

export type AskedAnswer = {
  /** One question, or several that have the same answer. */
  readonly questions: readonly Question[];
  readonly answer: Answer;
  /** ISO 8601, now. */
  readonly at: string;
};

/**
 * Reads originals and lists what nobody has decided on. Makes the key file where there is none, and writes nothing else.
 * Throws `ToolkitError` as `pseudonymiseFiles` does.
 */
export async function openAsking(request: AskingRequest): Promise<Asking> {
  const settings = readSettings(request.folder).value;
  const tagger = settings.language === 'en' ? await loadTagger() : undefined;
  return withLock(request.folder, () => {
    const work = readWork(request, { settings, tagger });
    return prepareAsking(work, { found: findStrings(work), before: [], hasSheet: existsSync(work.sheet) });
  });
}

/**
 * Takes an answer and writes it into the key file at once. Throws `ToolkitError` with nothing written and no name in its
 * message: as `settleDecisions`, `refuseOpenNames`, `refuseChangedKey` and writing do.
 */
export function saveAnswer(asking: Asking, { questions, answer, at }: AskedAnswer): Asking {
  const { work, decisions, before, found } = asking;
  const answered = new Set(questions.map(({ row }) => row.text));
  const open = asking.questions.filter(({ row }) => !answered.has(row.text));
  refuseOpenNames(questions, answer, open);
  const rows = applyAnswer(questions, answer, decisions);
  const settled = settleSheet({ ...work, rows, sheet: 'your answer', at });
  const next = saveDecisions(work, settled);
  // What was decided may bring up parts of names that stood behind others: they are asked for too.
  const left = open.length === 0 ? findStrings(next) : found;
  return prepareAsking(next, { ...asking, found: left, before: [...before, decisions] });
}

/** Takes back the last answer of this run, in the key file too; as it was where none was given. Throws as `saveAnswer`. */
export function undoAnswer(asking: Asking): Asking {
  const last = asking.before.at(-1);
  if (last === undefined) return asking;
  return prepareAsking(saveDecisions(asking.work, last), { ...asking, before: asking.before.slice(0, -1) });
}

function saveDecisions(work: Pseudonymising, decisions: readonly IdentifierDecision[]): Pseudonymising {
  return withLock(work.folder, () => {
    refuseChangedKey(work.key);
    return { ...work, key: saveKeyFile(work.key, { ...work.key.contents, decisions: [...decisions] }) };
  });
}

function prepareAsking(
  work: Pseudonymising,
  { found, before, hasSheet }: Pick<Asking, 'found' | 'before' | 'hasSheet'>,
): Asking {
  const { decisions } = work.key.contents;
  const questions = listQuestions({ ...listGiven(work), found });
  return { questions, decisions, hasSheet, before, found, work };
}
