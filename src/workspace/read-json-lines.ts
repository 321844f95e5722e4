import { isUtf8 } from 'node:buffer';
import { checkShape, type Schema } from '../model/check-shape.js';
import type { Notice, Place } from '../model/notice.js';
import { explainProblem } from './explain-problem.js';
import { sayConflict } from './say-conflict.js';
import { tellCaution, tellError } from './tell.js';
import type { Reading } from './try-reading.js';

/** A record of a file with one JSON object a line. */
export type Line<T> = { readonly record: T; readonly place: Place };

export type LinesSource<T> = {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly schema: Schema<T>;
  /** A line that would be right. */
  readonly example: string;
};

/**
 * Reads a file of records, one JSON object a line. A line that cannot be used is told with its place and left in the
 * file; an unfinished last line is what a crash leaves behind, and only a caution.
 */
export function readJsonLines<T>(source: LinesSource<T>): Reading<readonly Line<T>[]> {
  const text = Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.length).toString(
    'utf8',
  );
  const wellEncoded = isUtf8(source.bytes);
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  const readings = lines.map((line, index) =>
    readLine(source, {
      text: line,
      place: { file: source.file, line: index + 1 },
      isTorn: index === lines.length - 1,
      isOdd: !wellEncoded && line.includes('\uFFFD'),
    }),
  );
  return {
    value: readings.flatMap(({ value }) => value ?? []),
    notices: readings.flatMap(({ notices }) => notices),
  };
}

type RawLine = {
  readonly text: string;
  readonly place: Place & { readonly line: number };
  /** The last line, which no line feed ends. */
  readonly isTorn: boolean;
  /** It holds bytes that are not UTF-8. */
  readonly isOdd: boolean;
};

function readLine<T>(source: LinesSource<T>, line: RawLine): Reading<Line<T> | undefined> {
  if (line.text.trim() === '') return { value: undefined, notices: [] };
  const json = parseLine(line.text);
  if (json.column !== undefined && line.isTorn) return { value: undefined, notices: [tellTorn(line.place)] };
  if (json.column !== undefined || line.isOdd) {
    const what = line.isOdd ? 'holds bytes that are not UTF-8' : 'is not JSON';
    const place = { ...line.place, column: json.column ?? line.text.indexOf('\uFFFD') + 1 };
    const conflict = sayConflict(line.text);
    const message =
      conflict === ''
        ? `the line ${what} and is not used; it stays in the file. Example: ${source.example}`
        : `the line is not used and stays in the file: ${conflict}`;
    return { value: undefined, notices: [tellError('bad-line', place, message)] };
  }
  const { value, problems } = checkShape(source.schema, json.value);
  const notices = problems.map((problem) =>
    explainProblem(problem, locate(line, problem.path.at(0)), source.example),
  );
  return { value: value === undefined ? undefined : { record: value, place: line.place }, notices };
}

function tellTorn(place: Place): Notice {
  const message = 'the last line was cut off while it was written and is not used: do again what it recorded';
  return tellCaution('torn-line', place, message);
}

/** `column` (1-based) is set where the text is not JSON: that of the first character that cannot stand there. */
function parseLine(text: string): { readonly value?: unknown; readonly column?: number } {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { column: findBadColumn(text) };
  }
}

/** The engine does not always say where: halves the text until the shortest beginning that cannot become JSON is left. */
function findBadColumn(text: string): number {
  if (mayGoOn(text)) return text.length + 1;
  let [fine, bad] = [0, text.length];
  while (bad - fine > 1) {
    const middle = Math.floor((fine + bad) / 2);
    if (mayGoOn(text.slice(0, middle))) fine = middle;
    else bad = middle;
  }
  return bad;
}

/** Whether a beginning of a line is JSON, or fails only because it ends too early. */
function mayGoOn(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    const position = /position (\d+)/.exec(reason)?.[1];
    return /end of JSON|Unterminated/.test(reason) || Number(position) >= beginning.length;
  }
}

/** The column of a key in its line; 1 where the key is missing. */
function locate({ text, place }: RawLine, key: PropertyKey | undefined): Place {
  const at = typeof key === 'string' ? text.indexOf(`${JSON.stringify(key)}:`) : -1;
  return { ...place, column: Math.max(0, at) + 1 };
}
