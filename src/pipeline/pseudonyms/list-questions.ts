import type { IdentifierDecision } from '../../model/identifier-decision.js';
import type { SheetRow } from './decision-sheet.js';
import type { FoundString } from './found-string.js';
import { splitName } from './list-name-parts.js';
import { type ProposalInput, proposeDecisions } from './propose-decisions.js';
import { foldIdentifier } from './split-runs.js';
import { tellVaguely } from './tell-vaguely.js';

/** One string on which a person is asked. It holds a real name. */
export type Question = {
  readonly row: SheetRow;
  /** What is asked together, e.g. `People`. */
  readonly group: string;
  /** What the string becomes where the proposal is taken, with brackets; empty where a person has to say it. */
  readonly becomes: string;
};

/** Kinds that are asked together, in the order in which they are asked: people first, since most strings are theirs. */
const groups: readonly (readonly [heading: string, kinds: readonly string[]])[] = [
  ['People', ['speaker', 'person', 'name']],
  ['Places', ['place', 'postcode', 'street-address']],
  ['Employers and other organisations', ['organisation']],
  ['Ages and dates', ['age', 'date-of-birth', 'full-date']],
  ['Addresses and numbers', []],
];

const findGroup = (kind: string) => groups.find(([, kinds]) => kinds.includes(kind)) ?? groups.at(-1);
const headingOf = (kind: string) => findGroup(kind)?.[0] ?? '';
/** Speakers come before other people: they are surely names, and whole ones, of which others are parts or slips. */
const rankOf = (kind: string) =>
  groups.findIndex(([heading]) => heading === headingOf(kind)) + (kind === 'speaker' ? 0 : 0.5);

export type QuestionInput = Omit<ProposalInput, 'decided'> & {
  readonly decided: readonly IdentifierDecision[];
};

/**
 * What is left to ask, in the order to ask it: by group, most frequent first but for speakers, the parts of a name right
 * after it.
 * Pseudonyms are numbered in that order. A part is asked for only as long as its name is open or replaced.
 */
export function listQuestions(input: QuestionInput): readonly Question[] {
  const { decided } = input;
  const known = new Set(decided.map(({ text }) => foldIdentifier(text)));
  const open = input.found.filter(({ key }) => !known.has(key));
  const ordered = dropOrphans(open, decided).toSorted(
    (a, b) => rankOf(a.kind) - rankOf(b.kind) || b.count - a.count,
  );
  const rows = proposeDecisions({ ...input, found: ordered });
  const names = new Map(
    [...decided, ...rows].map(({ text, replacement }) => [foldIdentifier(text), replacement]),
  );
  return placeParts(rows.map((row) => askFor(row, names)));
}

function dropOrphans(
  open: readonly FoundString[],
  decided: readonly IdentifierDecision[],
): readonly FoundString[] {
  const wholes = [
    ...decided.filter(({ replacement }) => replacement !== ''),
    ...open.filter(({ isPart }) => isPart !== true),
  ];
  const parts = new Set(wholes.flatMap(({ text }) => splitName(text)).map(foldIdentifier));
  return open.filter(({ key, isPart }) => isPart !== true || parts.has(key));
}

function askFor(row: SheetRow, names: ReadonlyMap<string, string>): Question {
  const vaguely = row.proposal === 'generalise' ? tellVaguely(row.kind, row.text) : '';
  const own = row.replacement === '' && vaguely !== '' ? `[${vaguely}]` : row.replacement;
  const becomes = row.sameAs === '' ? own : (names.get(foldIdentifier(row.sameAs)) ?? '');
  return { row: { ...row, replacement: own }, group: headingOf(row.kind), becomes };
}

/** A part goes behind the name that it belongs to, and is asked in its group. */
function placeParts(questions: readonly Question[]): readonly Question[] {
  const keys = new Set(questions.map(({ row }) => foldIdentifier(row.text)));
  const isPlaced = ({ row }: Question) => row.sameAs !== '' && keys.has(foldIdentifier(row.sameAs));
  const parts = new Map<string, Question[]>();
  for (const part of questions.filter(isPlaced)) {
    const owner = foldIdentifier(part.row.sameAs);
    parts.set(owner, [...(parts.get(owner) ?? []), part]);
  }
  const follow = (question: Question): readonly Question[] => {
    const own = parts.get(foldIdentifier(question.row.text)) ?? [];
    return [question, ...own.map((part) => ({ ...part, group: question.group }))];
  };
  return questions.filter((question) => !isPlaced(question)).flatMap(follow);
}
