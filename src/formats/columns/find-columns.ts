import type { RecordRow } from '../records/read-records.js';
import { readClock } from '../turns/read-clock.js';
import { isInterviewerLabel, isKnownLabel, isParticipantLabel } from '../turns/role-labels.js';
import { looksLikeName } from '../turns/speaker-label.js';

type ColumnRole = 'speaker' | 'words' | 'themes' | 'start' | 'end' | 'interview' | 'id';

/** Index of the column that plays each role. */
export type Columns = { readonly [role in ColumnRole]?: number };

/** Names of columns, the surest first; folded by `foldName`. A column plays the first role that is free. */
const names: readonly { readonly role: ColumnRole; readonly list: string }[] = [
  {
    role: 'speaker',
    list: 'speaker|speaker name|speaker label|speaker id|who|role|name|person|sprecher|hablante|locuteur',
  },
  {
    role: 'words',
    list: 'words|text|utterance|content|quote|speech|said|message|passage|segment|excerpt|dialogue|sentence',
  },
  { role: 'words', list: 'transcription|transcript text|transcript' },
  { role: 'themes', list: 'themes|theme|tags|tag|codes|code|labels|label' },
  {
    role: 'start',
    list: 'timestamp|time|start|begin|start time|begin time|starttime|timecode|time code|start ms|start s',
  },
  { role: 'end', list: 'end|stop|end time|endtime|end ms|end s' },
  {
    role: 'interview',
    list: 'transcript id|interview|interview id|transcript|conversation|conversation id|document|file|session',
  },
  { role: 'id', list: 'id|row id' },
  { role: 'speaker', list: 'participant|participant id|respondent|label' },
];

/** Cells of each column that are looked at to tell what a column without a name holds. */
const sampleRows = 200;

/** Finds the roles that the names of a header give to its columns; of two that fit a role the first counts. */
export function findColumns(header: readonly string[]): Columns {
  const folded = header.map(foldName);
  let found: Columns = {};
  for (const { role, list } of names) {
    if (found[role] !== undefined) continue;
    const taken = Object.values(found);
    const fitting = list.split('|').map((name) => folded.indexOf(name));
    const index = fitting.find((at) => at !== -1 && !taken.includes(at));
    if (index !== undefined) found = { ...found, [role]: index };
  }
  return found;
}

/** Columns such as `Interviewer` and `Answer`, each of which holds the words of one speaker. */
export function findSpeakerColumns(header: readonly string[]): readonly { index: number; label: string }[] {
  const found = header.flatMap((name, index) => {
    const label = foldName(name).split(' ')[0] ?? '';
    return isInterviewerLabel(label) || isParticipantLabel(label, ['q'])
      ? [{ index, label: capitalise(label) }]
      : [];
  });
  const has = (is: (label: string) => boolean) => found.some(({ label }) => is(label));
  return has(isInterviewerLabel) && has((label) => isParticipantLabel(label, ['q'])) ? found : [];
}

/** Tells by their cells which columns hold speakers, times and words; nothing where no column looks like a speaker or time. */
export function guessColumns(rows: readonly RecordRow[]): Columns {
  const sample = rows.slice(0, sampleRows);
  const width = Math.max(0, ...sample.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, index) => sample.map(({ cells }) => cells[index] ?? ''));
  const words = findLongest(columns);
  const start = columns.findIndex((cells) => cells.every((cell) => readClock(cell) !== undefined));
  const speaker = columns.findIndex((cells, index) => index !== words && holdsSpeakers(cells));
  if (words === -1 || (start === -1 && speaker === -1)) return {};
  return { words, ...(start === -1 ? {} : { start }), ...(speaker === -1 ? {} : { speaker }) };
}

/** Index of the column with most characters. */
export function findLongest(columns: readonly (readonly string[])[]): number {
  const lengths = columns.map((cells) => cells.reduce((sum, cell) => sum + cell.length, 0));
  return lengths.indexOf(Math.max(...lengths));
}

/** Short names that come back, or labels that are known. */
function holdsSpeakers(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  const distinct = new Set(filled);
  const areNames = filled.length > 0 && [...distinct].every((cell) => looksLikeName(cell));
  return areNames && ([...distinct].every(isKnownLabel) || distinct.size * 2 <= filled.length);
}

function foldName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s_()/-]+/g, ' ')
    .trim();
}

function capitalise(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}
