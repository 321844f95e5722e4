import { ToolkitError } from '../errors.js';
import type { Format, FormatReading, Interview, SourceText } from './format.js';
import { findTurnLists } from './turns/find-turn-lists.js';
import { type Cue, joinCues } from './turns/join-cues.js';
import { isRecord, type JsonRecord, readEntries } from './turns/json-values.js';
import {
  holdsEntryKeys,
  isLabelledTurn,
  isSpoken,
  isTurn,
  readEntry,
  readId,
  tellInstructions,
} from './turns/read-entry.js';

/** What tells to which interview a turn belongs. */
const interviewKeys = [
  'interview',
  'interview_id',
  'conversation_id',
  'dialogue_id',
  'session_id',
  'transcript_id',
  'doc',
];

type Row = { readonly record: JsonRecord; readonly line: number };

/** JSON Lines: a turn in each line, of one interview or of several, or a whole interview in each. */
export const labelledJsonLines: Format = {
  id: 'labelled-json-lines',
  label: 'JSON Lines with speakers and texts',
  extensions: ['.jsonl', '.ndjson'],
  recognise: ({ text }) => {
    const [first = '', second = ''] = text
      .slice(0, 100_000)
      .split('\n')
      .filter((line) => line.trim() !== '');
    return /^\s*\{.*\}\s*$/.test(first) &&
      /^\s*\{/.test(second) &&
      holdsEntryKeys(first) &&
      parseLine(first) !== undefined
      ? 0.8
      : 0;
  },
  read: (source) => {
    const rows = readRows(source);
    const areTurns = rows.some(({ record }) => isTurn(record));
    return groupTurns(source, areTurns ? rows.map(readTurn) : rows.map((row) => readDialogue(row, source)));
  },
};

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function readRows({ name, text }: SourceText): readonly Row[] {
  return text.split('\n').flatMap((written, index) => {
    if (written.trim() === '') return [];
    const record = parseLine(written);
    if (isRecord(record)) return [{ record, line: index + 1 }];
    throw new ToolkitError('json-syntax', `${name} has no valid JSON object on line ${index + 1}.`, {
      hint: 'The file may be cut off: export it again, or correct the line by hand.',
      place: { file: name, line: index + 1 },
    });
  });
}

type Spoken = { readonly interview: string; readonly cues: readonly Cue[] };

function readTurn({ record, line }: Row): Spoken {
  const cues = readEntries({ name: '', text: '' }, { root: [record], path: [] }, readEntry);
  return { interview: readId(record, interviewKeys), cues: cues.map((cue) => ({ ...cue, line })) };
}

/** A whole interview on one line; without an id it is named after its line. */
function readDialogue({ record, line }: Row, { name }: SourceText): Spoken {
  const labelled = findTurnLists(record, isLabelledTurn);
  const [path = []] = labelled.length > 0 ? labelled : findTurnLists(record, isTurn);
  const cues = readEntries({ name, text: '' }, { root: record, path }, readEntry);
  const id = readId(record, ['id', ...interviewKeys]) || `${name.replace(/\.[^.]*$/, '')}-${line}`;
  return { interview: id, cues: cues.map((cue) => ({ ...cue, line })) };
}

function groupTurns({ name }: SourceText, spoken: readonly Spoken[]): FormatReading {
  const groups = new Map<string, Cue[]>();
  for (const { interview, cues } of spoken) {
    const group = groups.get(interview) ?? [];
    for (const cue of cues) if (isSpoken(cue)) group.push(cue);
    groups.set(interview, group);
  }
  const filled = [...groups].filter(([, cues]) => cues.length > 0);
  const interviews = filled.map(([id, cues]): Interview => {
    const reading = { turns: joinCues(cues), marks: [], cues: cues.length };
    return filled.length > 1 && id !== '' ? { id, ...reading } : reading;
  });
  return {
    interviews,
    notices: tellInstructions(
      name,
      spoken.flatMap(({ cues }) => cues),
    ),
  };
}
