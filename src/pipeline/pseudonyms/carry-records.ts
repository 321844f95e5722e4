import { applyEdits, findEdits, type Replacer } from './find-edits.js';

export type CarryRules = {
  readonly replacer: Replacer;
  /** What the replacer replaces. */
  readonly names: readonly string[];
  /** Pseudonyms that are others by now, in the words of quotes. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Ids of marked quotes that are others by now, since they come of the words. */
  readonly quotes: ReadonlyMap<string, string>;
  /** Ids of the transcripts that were pseudonymised, as they are by what they were; as they are by themselves too. */
  readonly transcripts: ReadonlyMap<string, string>;
};

/** Fields of a recorded quote that hold words of its transcript, or of those who work on it. */
const wordFields = new Set(['exact', 'prefix', 'suffix', 'wording', 'note']);
/** Shorter pieces of a name are in every text. UTF-16 units. */
const SHORTEST_PIECE = 3;

/**
 * The lines of a file of records (quotes, decisions, boards, history) as they read once their transcripts are pseudonymised:
 * the words of quotes like the transcript's, ids as they are now, notes without names. Other lines stay to the byte, and the
 * same again changes nothing.
 */
export function carryRecords(text: string, rules: CarryRules): string {
  return text
    .split('\n')
    .map((line) => carryLine(line, rules))
    .join('\n');
}

function carryLine(line: string, rules: CarryRules): string {
  const record = readRecord(line);
  if (record === undefined) return line;
  const carried = JSON.stringify(carry(record, rules));
  return carried === JSON.stringify(record) ? line : carried;
}

function readRecord(line: string): unknown {
  if (line.trim() === '') return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function carry(value: unknown, rules: CarryRules): unknown {
  if (typeof value === 'string') return rules.quotes.get(value) ?? value;
  if (Array.isArray(value)) return value.map((each: unknown) => carry(each, rules));
  if (!isRecord(value)) return value;
  const transcript = rules.transcripts.get(String(value.transcript));
  const isOwn = typeof value.exact === 'string' && transcript !== undefined;
  return Object.fromEntries(
    Object.entries(value).map(([key, own]) => {
      if (key === 'transcript') return [key, transcript ?? own];
      const holdsWords = isOwn ? wordFields.has(key) : key === 'note';
      return [key, holdsWords && typeof own === 'string' ? carryWords(key, own, rules) : carry(own, rules)];
    }),
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function carryWords(key: string, text: string, { replacer, names, renamed }: CarryRules): string {
  const whole =
    key === 'prefix' ? dropPiece(text, names) : key === 'suffix' ? dropLastPiece(text, names) : text;
  const now = whole.replace(/\[[^[\]]+\]/gu, (pseudonym) => renamed.get(pseudonym) ?? pseudonym);
  return applyEdits(now, findEdits(now, replacer));
}

/** What stands around a quote is cut anywhere: without the ends of names that it begins with. */
function dropPiece(text: string, names: readonly string[]): string {
  const cut = names.flatMap((name) =>
    Array.from({ length: Math.max(0, name.length - SHORTEST_PIECE) }, (_, index) => name.slice(index + 1)),
  );
  const longest = cut
    .filter((piece) => startsAsWord(text, piece))
    .reduce((length, piece) => Math.max(length, piece.length), 0);
  return longest === 0 ? text : dropPiece(text.slice(longest), names);
}

/** And without the beginnings that it ends with. */
function dropLastPiece(text: string, names: readonly string[]): string {
  const turn = (own: string) => [...own].reverse().join('');
  return turn(dropPiece(turn(text), names.map(turn)));
}

const startsAsWord = (text: string, piece: string) =>
  text.slice(0, piece.length).toLowerCase() === piece.toLowerCase() &&
  !/^[\p{L}\p{M}\p{N}]/u.test(text.slice(piece.length));
