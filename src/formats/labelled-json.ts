import type { Format, FormatReading, SourceText } from './format.js';
import { findTurnLists } from './turns/find-turn-lists.js';
import { giveReading } from './turns/give-reading.js';
import { joinCues } from './turns/join-cues.js';
import { followPath, readEntries } from './turns/json-values.js';
import type { JsonPath } from './turns/locate-entries.js';
import { parseJson } from './turns/parse-json.js';
import { peekJson } from './turns/peek-json.js';
import {
  holdsEntryKeys,
  isLabelledTurn,
  isSpoken,
  isTurn,
  readEntry,
  readId,
  tellInstructions,
} from './turns/read-entry.js';

const idKeys = ['id', 'interview_id', 'conversation_id', 'dialogue_id', 'session_id', 'name'];

/** Dialogues of one file whose turns are each found in its lines. */
const mostLocated = 50;

/** Entries with a speaker, a text or blocks of text, and perhaps a time (seconds or a clock), up to four keys down. */
export const labelledJson: Format = {
  id: 'labelled-json',
  label: 'JSON with speakers and texts',
  extensions: ['.json'],
  recognise: ({ text }) => (holdsEntryKeys(peekJson(text)) ? 0.7 : 0),
  read: (source) => {
    const root = parseJson(source);
    const labelled = findTurnLists(root, isLabelledTurn);
    const paths = labelled.length > 0 ? labelled : findTurnLists(root, isTurn);
    return paths.length > 1 ? readDialogues(source, root, paths) : readTurns(source, root, paths[0] ?? []);
  },
};

function readTurns(source: SourceText, root: unknown, path: JsonPath): FormatReading {
  const all = readEntries(source, { root, path }, readEntry);
  return giveReading(source, { cues: all.filter(isSpoken), notices: tellInstructions(source.name, all) });
}

/** One interview for each list, named by its object's id, else after the file. */
function readDialogues(source: SourceText, root: unknown, paths: readonly JsonPath[]): FormatReading {
  const ids = nameDialogues(source, root, paths);
  // Each look for lines goes through the whole text: with many dialogues only their numbers are told.
  const located = paths.length > mostLocated ? { ...source, text: '' } : source;
  const turns = paths.map((path) => readEntries(located, { root, path }, readEntry));
  const interviews = turns.flatMap((all, index) => {
    const cues = all.filter(isSpoken);
    if (cues.length === 0) return [];
    return [{ id: ids[index] ?? '', turns: joinCues(cues), marks: [], cues: cues.length }];
  });
  return { interviews, notices: tellInstructions(source.name, turns.flat()) };
}

function nameDialogues(source: SourceText, root: unknown, paths: readonly JsonPath[]): readonly string[] {
  const own = paths.map((path) => readId(followPath(root, path.slice(0, -1)), idKeys));
  if (own.every((id) => id !== '') && new Set(own).size === own.length) return own;
  const stem = source.name.replace(/\.[^.]*$/, '');
  const digits = String(paths.length).length;
  return paths.map((_path, index) => `${stem}-${String(index + 1).padStart(digits, '0')}`);
}
