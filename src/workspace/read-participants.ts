import { type RecordRow, readRecords } from '../formats/records/read-records.js';
import type { Notice, Place } from '../model/notice.js';
import type { Participant } from '../model/participant.js';
import { askDidYouMean } from './explain-problem.js';
import { narrowConsent, readConsent } from './read-consent.js';
import { readText } from './read-file.js';
import { studyFiles } from './study-files.js';
import { tellCaution, tellError } from './tell.js';
import { type Reading, tryReading } from './try-reading.js';

export type ParticipantsReading = {
  readonly participants: readonly Participant[];
  /** Whether there is a table at all: one that cannot be read still means that nobody's consent is known to be given. */
  readonly listed: boolean;
  /** False where there is a table that names nobody, since it cannot be read or has no column of ids. */
  readonly usable: boolean;
};

const file = studyFiles.participants;
const ownColumns = ['id', 'consent', 'consent_until', 'withdrawn'];
const refusedColumns = ['name', 'email', 'e_mail', 'phone'];
const example = 'P01,research;publication,2028-12-31,,tech lead';
/**
 * Reads `participants.csv`. Whatever is wrong with a row's consent takes it away rather than guesses: an unknown scope
 * is not granted, and a day that cannot be read means that the consent has ended, or was withdrawn.
 */
export function readParticipants(folder: string): Reading<ParticipantsReading> {
  return tryReading<ParticipantsReading>(file, { participants: [], listed: true, usable: false }, () => {
    const reading = readText(folder, file);
    if (reading === undefined || reading.text === '')
      return { value: { participants: [], listed: false, usable: true }, notices: [] };
    const { header, rows, notices } = readRecords({ name: file, text: reading.text });
    const columns = readColumns(header);
    const people = columns.has('id') ? rows.map((row) => readRow(row, columns, header.length)) : [];
    const kept = keepFirstOfId(people);
    return {
      value: { participants: kept.value, listed: true, usable: columns.has('id') },
      notices: [
        ...reading.notices,
        ...checkHeader(header, columns),
        ...notices,
        ...people.flatMap((person) => person.notices),
        ...kept.notices,
      ],
    };
  });
}

const normalise = (column: string) => column.toLowerCase().replace(/[\s-]+/g, '_');

/** Column numbers by name; the columns of the format in any case, attributes as written, refused ones not at all. */
function readColumns(header: readonly string[]): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  header.forEach((written, index) => {
    const known = normalise(written);
    const name = ownColumns.includes(known) ? known : written;
    if (name !== '' && !refusedColumns.includes(known) && !columns.has(name)) columns.set(name, index);
  });
  return columns;
}

function checkHeader(header: readonly string[], columns: ReadonlyMap<string, number>): readonly Notice[] {
  const place = { file, line: 1 };
  const missing = ['id', 'consent'].filter((name) => !columns.has(name));
  return [
    ...missing.map((name) => tellMissingColumn(name, header)),
    ...header.flatMap((written, index) => {
      const name = normalise(written);
      if (refusedColumns.includes(name)) return [tellRefused(written, place)];
      const known = ownColumns.includes(name) ? name : written;
      if (written !== '' && columns.get(known) !== index) return [tellColumnTwice(written, place)];
      const guess = ownColumns.includes(name) ? '' : askDidYouMean(name, ownColumns);
      if (guess === '') return [];
      return [
        tellCaution('unusual-column', place, `the column "${written}" is read as an attribute${guess}`),
      ];
    }),
  ];
}

function tellMissingColumn(name: string, header: readonly string[]): Notice {
  const loss =
    name === 'id' ? 'nobody in it can be told apart' : 'nobody is known to have agreed to anything';
  const message = `there is no column "${name}", and without it ${loss}. Found: ${header.join(', ')}. Example: id,consent,consent_until,withdrawn,role`;
  return tellError('missing-column', { file, line: 1 }, message);
}

function tellRefused(column: string, place: Place): Notice {
  const message = `the column "${column}" is not read: a study has no place for it. Remove it from the file and keep it apart`;
  return tellError('refused-column', place, message);
}

function tellColumnTwice(column: string, place: Place): Notice {
  const message = `the column "${column}" stands there twice and the first is read: rename the other`;
  return tellError('column-twice', place, message);
}

type Person = {
  readonly participant: Participant;
  readonly line: number;
  readonly notices: readonly Notice[];
};

/** A row with too few or too many cells may have its consent in the wrong place: it grants nothing. */
function readRow(row: RecordRow, columns: ReadonlyMap<string, number>, width: number): Person {
  const cellOf = (name: string) => row.cells[columns.get(name) ?? -1] ?? '';
  const attributes = [...columns.keys()].filter((name) => !ownColumns.includes(name));
  const { value, notices } = readConsent(
    { scopes: cellOf('consent'), until: cellOf('consent_until'), withdrawn: cellOf('withdrawn') },
    { file, line: row.line },
  );
  return {
    line: row.line,
    participant: {
      id: cellOf('id'),
      attributes: Object.fromEntries(attributes.map((name) => [name, cellOf(name)])),
      consent: row.cells.length === width ? value : { ...value, scopes: [] },
    },
    notices,
  };
}

/** Nobody without an id, and nobody twice: the second row may say otherwise, so what both grant is what counts. */
function keepFirstOfId(people: readonly Person[]): Reading<readonly Participant[]> {
  const byId = new Map<string, Participant>();
  const lines = new Map<string, number>();
  const notices: Notice[] = [];
  for (const { participant, line } of people) {
    const { id } = participant;
    const first = byId.get(id);
    if (id === '') notices.push(tellNoId(line));
    else if (first === undefined) {
      byId.set(id, participant);
      lines.set(id, line);
    } else {
      byId.set(id, { ...first, consent: narrowConsent(first.consent, participant.consent) });
      notices.push(tellTwice(id, lines.get(id), line));
    }
  }
  return { value: [...byId.values()], notices };
}

function tellNoId(line: number): Notice {
  return tellError('missing-id', { file, line }, `the row has no id and is left out. Example: ${example}`);
}

function tellTwice(id: string, first: number | undefined, second: number): Notice {
  const message = `the participant "${id}" stands in line ${first} and line ${second}: the first is used, and only consent that both give. Remove one`;
  return tellError('participant-twice', { file, line: second }, message);
}
