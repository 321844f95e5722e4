import { ToolkitError } from '../errors.js';
import type { Answer } from '../pipeline/pseudonyms/apply-answer.js';
import type { Question } from '../pipeline/pseudonyms/list-questions.js';
import type { Asking, saveAnswer, undoAnswer } from '../workspace/pseudonymising/ask-strings.js';
import type { Colours } from './door.js';
import { END, ENTER, ESCAPE, INTERRUPT, type KeyInput, type Keys, openKeys } from './read-keys.js';
import {
  cutEnd,
  help,
  introduce,
  showAnswered,
  showPlain,
  showPrompt,
  showQuestion,
} from './show-question.js';

/** Where the questions are asked, and what takes the answers. */
export type Desk = {
  readonly input: KeyInput;
  /** Writes to the terminal as given. */
  readonly write: (text: string) => void;
  readonly colours: Colours;
  /** Of the terminal, in characters. */
  readonly width: number;
  readonly now: () => Date;
  readonly save: typeof saveAnswer;
  readonly undo: typeof undoAnswer;
};

const stops: ReadonlySet<string> = new Set(['q', INTERRUPT, END]);

type WordsVerdict = Extract<Answer, { readonly words: string }>['verdict'];
/** Keys after which somebody writes. */
const wordKeys: ReadonlyMap<string, { readonly verdict: WordsVerdict; readonly prompt: string }> = new Map([
  ['r', { verdict: 'replace', prompt: 'replace with (Colleague becomes Colleague 1, 2 …)' }],
  ['g', { verdict: 'generalise', prompt: 'generalise to' }],
  ['s', { verdict: 'same-as', prompt: 'the same as (its name or pseudonym)' }],
]);

/** What to do where an answer is refused; nothing was saved then. */
const ways: ReadonlyMap<string, string> = new Map([
  ['pseudonym-shared', 'somebody else is called that: write other words, or press s if the two are one'],
  ['pseudonym-holds-name', 'that is or holds a name: write other words, or decide on that name first'],
  ['bad-replacement', "only letters, digits, spaces and . ' ( ) / - can stand there, 80 characters at most"],
  ['unknown-same-as', 'nothing is replaced by that name or pseudonym yet'],
  ['same-as-circle', 'that is the string itself'],
]);

/**
 * Asks about one string after another, and saves each answer before the next question. Errors that another answer helps
 * are told and the question asked again; others end the asking, with every answer before them saved. The terminal is
 * then as it was. False where somebody stops before the end.
 */
export async function askDecisions(start: Asking, desk: Desk): Promise<boolean> {
  const keys = openKeys(desk.input);
  try {
    desk.write(introduce(start.questions));
    return await askAll({ asking: start, start, desk, keys });
  } finally {
    keys.close();
  }
}

type Turn = { readonly asking: Asking; readonly start: Asking; readonly desk: Desk; readonly keys: Keys };

async function askAll(first: Turn): Promise<boolean> {
  let turn = first;
  let shown: string | undefined;
  for (;;) {
    const [question] = turn.asking.questions;
    if (question !== undefined) {
      turn.desk.write(showQuestion(turn, question, shown));
      shown = question.group;
    }
    const next = await (question === undefined ? confirmEnd(turn) : askOne(turn, question));
    if (typeof next === 'boolean') return next;
    turn = { ...turn, asking: next };
  }
}

/** Takes keys until one of them is an answer. */
async function askOne(turn: Turn, question: Question): Promise<Asking | boolean> {
  const { desk, keys } = turn;
  for (;;) {
    desk.write(showPrompt(question, desk.colours));
    const key = (await keys.next()).toLowerCase();
    if (stops.has(key)) return stop(turn);
    if (key === 'u') return undo(turn);
    if (key === '?' || key === 'h') desk.write(`?\n${help.join('\n')}\n`);
    else {
      const given = key === 'a' ? await readBatch(turn, question) : { key, questions: [question] };
      const answer = await readAnswer(turn, given.key, given.questions);
      const saved = answer === undefined ? undefined : await save(turn, given.questions, answer);
      if (saved !== undefined) return saved;
      if (answer === undefined) desk.write(desk.colours.dim(' – nothing answered, ? shows the keys\n'));
    }
  }
}

/** One more key that says what all of a group become; a question that nothing is proposed for is left out of Enter. */
async function readBatch(turn: Turn, { group }: Question) {
  const { asking, desk, keys } = turn;
  const all = asking.questions.filter((question) => question.group === group);
  const names = showPlain(all.map(({ row }) => row.text).join(', '));
  desk.write(`a\n  ${all.length} left of ${group.toLowerCase()}: ${cutEnd(names, 3 * desk.width)}\n`);
  desk.write('  for all of them: Enter, r, g, k or n; any other key goes back ▸ ');
  const key = await keys.next();
  return { key, questions: key === ENTER ? all.filter(({ becomes }) => becomes !== '') : all };
}

async function readAnswer(
  turn: Turn,
  key: string,
  [question, ...more]: readonly Question[],
): Promise<Answer | undefined> {
  if (question === undefined) return undefined;
  if (key === 'k') return { verdict: 'keep' };
  if (key === 'n') return { verdict: 'not-a-name' };
  if (key === ENTER && question.becomes !== '') return { verdict: 'as-proposed' };
  const asked = key === 's' && more.length > 0 ? undefined : wordKeys.get(key === ENTER ? 'g' : key);
  if (asked === undefined) return undefined;
  turn.desk.write('\n');
  const words = await readWords(turn, `  ${asked.prompt}: `);
  return words === '' ? undefined : { verdict: asked.verdict, words };
}

async function save(
  { asking, desk, keys }: Turn,
  questions: readonly Question[],
  answer: Answer,
): Promise<Asking | undefined> {
  try {
    const saved = desk.save(asking, { questions, answer, at: desk.now().toISOString() });
    desk.write(`${showAnswered(saved, questions, desk.colours)}\n`);
    return saved;
  } catch (error) {
    const way = error instanceof ToolkitError ? ways.get(error.code) : undefined;
    if (way === undefined) throw error;
    desk.write(`\n  ${desk.colours.red('not saved:')} ${way}\n`);
    // What was typed ahead was not meant for a question that is asked again.
    keys.drop();
    return undefined;
  }
}

function undo({ asking, desk }: Turn): Asking {
  const undone = desk.undo(asking);
  desk.write(undone === asking ? ' nothing to undo\n' : ` ${desk.colours.yellow('undone')}\n`);
  return undone;
}

async function confirmEnd(turn: Turn): Promise<Asking | boolean> {
  turn.desk.write('\nAll is decided. Enter writes the transcripts, u undoes the last answer, q stops ▸ ');
  for (;;) {
    const key = (await turn.keys.next()).toLowerCase();
    if (stops.has(key)) return stop(turn);
    if (key === 'u') return undo(turn);
    if (key !== ENTER) continue;
    turn.desk.write('\n\n');
    return true;
  }
}

function stop({ asking: { decisions, questions }, desk }: Turn): false {
  desk.write(`\n\nStopped: ${decisions.length} decided, in the key file, ${questions.length} left. `);
  desk.write('The same command goes on from here.\n');
  return false;
}

/** A line with erasing; empty where somebody goes back. */
async function readWords({ desk, keys }: Turn, prompt: string): Promise<string> {
  let typed: readonly string[] = [];
  desk.write(prompt);
  for (;;) {
    const key = await keys.next();
    if (key === ENTER) return typed.join('').trim();
    if (key === ESCAPE || key === INTERRUPT || key === END) return '';
    if (key === '\u007f' || key === '\b') {
      typed = typed.slice(0, -1);
      // Two blanks: what was erased may have been as wide as two.
      desk.write(`\r${prompt}${typed.join('')}  \r${prompt}${typed.join('')}`);
    } else if (!/\p{Cc}/u.test(key)) {
      typed = [...typed, key];
      desk.write(key);
    }
  }
}
