import type { ExchangedDecision, ExchangedPassage, ExchangedReading, ExchangedText } from '../exchange.js';
import { readTime } from '../refi/read-selections.js';
import { type SettledPlace, settlePlaces } from '../refi/settle-places.js';
import type { SqlRow } from '../sqlite/open-database.js';
import { numberOf, textOf } from '../sqlite/read-cells.js';
import { groupBy } from '../tables/group-by.js';
import { keyOfCode } from './read-themes.js';

export type MarkTables = {
  /** Rows of `source` that hold a text. */
  readonly texts: readonly SqlRow[];
  /** Rows of `code_text` and of `annotation`. */
  readonly codings: readonly SqlRow[];
  readonly annotations: readonly SqlRow[];
  /** Keys of the themes that there are. */
  readonly themes: ReadonlySet<string>;
};

export type ReadMarks = Pick<ExchangedReading, 'places'> & {
  readonly texts: readonly ExchangedText[];
  readonly passages: readonly ExchangedPassage[];
  /** Marks whose positions lie outside their text, or that have no text. */
  readonly outside: number;
  /** Codings with a code that is not in the file. */
  readonly codeless: number;
};

/** All that is marked at one place of a text. */
type Mark = {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** The words that the file gives for it. */
  readonly name: string;
  readonly codings: readonly SqlRow[];
  readonly annotations: readonly SqlRow[];
};

/**
 * The texts and what is marked in them. The program counts as its window does, UTF-16 units, where a person marks, and code
 * points where it marks itself: the words that it keeps of each coding tell which, and where a passage has shifted.
 */
export function readMarks({ texts, codings, annotations, themes }: MarkTables): ReadMarks {
  const known = codings.filter((row) => themes.has(keyOfCode(textOf(row, 'cid'))));
  const codingsOf = groupBy(known, (row) => textOf(row, 'fid'));
  const notesOf = groupBy(annotations, (row) => textOf(row, 'fid'));
  const counts = { verified: 0, unnamed: 0, moved: 0, doubtful: 0 };
  const passages: ExchangedPassage[] = [];
  let left = known.length + annotations.length;
  const read = texts.map((row): ExchangedText => {
    const key = textOf(row, 'id');
    const marks = gatherMarks(codingsOf.get(key) ?? [], notesOf.get(key) ?? []);
    const settled = settlePlaces(textOf(row, 'fulltext'), marks, 'QualCoder');
    for (const [index, mark] of marks.entries()) {
      const place = settled.places[index];
      if (place === undefined) continue;
      counts[place.state] += 1;
      left -= mark.codings.length + mark.annotations.length;
      passages.push(makePassage(mark, place, key));
    }
    return { key, name: textOf(row, 'name'), text: settled.text };
  });
  return { texts: read, passages, places: counts, outside: left, codeless: codings.length - known.length };
}

function gatherMarks(codings: readonly SqlRow[], annotations: readonly SqlRow[]): readonly Mark[] {
  const placeOf = (row: SqlRow) => `${textOf(row, 'fid')} ${textOf(row, 'pos0')} ${textOf(row, 'pos1')}`;
  const coded = groupBy(codings, placeOf);
  const noted = groupBy(annotations, placeOf);
  return [...groupBy([...codings, ...annotations], placeOf)].flatMap(([place, [first]]) => {
    if (first === undefined) return [];
    const own = coded.get(place) ?? [];
    return [
      {
        key: `passage ${place}`,
        start: numberOf(first, 'pos0'),
        end: numberOf(first, 'pos1'),
        name: own.map(readWords).find((words) => words !== '') ?? '',
        codings: own,
        annotations: noted.get(place) ?? [],
      },
    ];
  });
}

/** The words of a coding, in which the window writes paragraph and line separators for line feeds. */
const readWords = (row: SqlRow) => textOf(row, 'seltext').replace(/[\u2028\u2029]/g, '\n');

function makePassage(mark: Mark, { start, end }: SettledPlace, text: string): ExchangedPassage {
  const [first] = [...mark.codings, ...mark.annotations];
  const note = mark.annotations.map((row) => textOf(row, 'memo').trim()).filter((words) => words !== '');
  return {
    key: mark.key,
    text,
    start,
    end,
    ...(note.length === 0 ? {} : { note: note.join('\n\n') }),
    ...(first === undefined ? {} : readAuthor(first)),
    ...(mark.codings.some((row) => numberOf(row, 'important') === 1) ? { important: true } : {}),
    decisions: mark.codings.map(readDecision),
  };
}

function readDecision(row: SqlRow): ExchangedDecision {
  const note = textOf(row, 'memo').trim();
  return {
    theme: keyOfCode(textOf(row, 'cid')),
    applies: true,
    ...readAuthor(row),
    ...(note === '' ? {} : { note }),
  };
}

function readAuthor(row: SqlRow): Pick<ExchangedDecision, 'coder' | 'at'> {
  const [coder, at] = [textOf(row, 'owner'), readTime(textOf(row, 'date'))];
  return { ...(coder === '' ? {} : { coder }), ...(at === '' ? {} : { at }) };
}
