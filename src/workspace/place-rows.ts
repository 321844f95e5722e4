import { coderSchema } from '../model/settings.js';
import type { Study } from '../model/study.js';
import { deriveWording } from '../pipeline/derive-wording.js';
import { type Located, locatePassages } from '../pipeline/locate-passages.js';
import { describeWordingDifferences } from '../pipeline/wordings/describe-wording-differences.js';
import { type QuoteRow, readApplies, readContradicts } from './read-quote-table.js';

/** A row that is not taken, and why. */
export type LeftRow = { readonly row: QuoteRow; readonly reason: string };

/** A row that is found in a transcript. */
export type PlacedRow = {
  readonly row: QuoteRow;
  readonly coder: string;
  readonly applies: boolean;
  /** Speaks against its themes. */
  readonly contradicts: boolean;
  readonly place: Place;
  /** How the quote is to be printed, where the row says so. */
  readonly wording?: string;
};

type Place = Extract<Located, { found: true }>;

export type PlacedRows = { readonly placed: readonly PlacedRow[]; readonly left: readonly LeftRow[] };

/** Finds the rows of a table of quotes in the transcripts of a study; those that cannot be used keep their reason. */
export function placeRows(rows: readonly QuoteRow[], { transcripts, settings }: Study): PlacedRows {
  const usable = rows.filter((row) => findFault(row) === undefined);
  const located = locatePassages(
    usable.map(({ cells: { quote, transcript, participant, coder, themes } }) => ({
      words: quote,
      // Another coder, or another theme in a row of its own, speaks of the same passage.
      series: JSON.stringify([coder, themes]),
      ...(transcript === '' ? {} : { transcript }),
      ...(participant === '' ? {} : { participant }),
    })),
    transcripts,
  );
  const places = new Map(usable.map((row, index) => [row, located[index]]));
  const placed: PlacedRow[] = [];
  const left: LeftRow[] = [];
  for (const row of rows) {
    const place = places.get(row);
    const coder = row.cells.coder === '' ? settings.coder : row.cells.coder;
    if (!place?.found) {
      left.push({ row, reason: place?.reason ?? findFault(row) ?? 'it was not looked for' });
      continue;
    }
    const { wording, fault } = readWording(row, place, { transcripts, settings });
    if (fault !== undefined) {
      left.push({ row, reason: fault });
      continue;
    }
    const applies = readApplies(row.cells.applies) !== false;
    const contradicts = readContradicts(row.cells.contradicts) === true;
    placed.push({ row, coder, applies, contradicts, place, ...(wording === undefined ? {} : { wording }) });
  }
  return { placed, left };
}

/** The wording of a row with its edits marked, or why it is none of the transcript's words. */
function readWording(
  { cells }: QuoteRow,
  { transcriptId, span }: Place,
  { transcripts, settings }: Pick<Study, 'transcripts' | 'settings'>,
): { readonly wording?: string; readonly fault?: string } {
  if (cells.wording === '') return {};
  const text = transcripts.find(({ id }) => id === transcriptId)?.text ?? '';
  const exact = text.slice(span.start, span.end);
  const derived = deriveWording({ exact, edited: cells.wording, language: settings.language });
  if (derived.accepted) return derived.wording === exact ? {} : { wording: derived.wording };
  return {
    fault: `its wording differs from the transcript: ${describeWordingDifferences(derived.differences)}`,
  };
}

/** What keeps a row from being used, before it is looked for. */
function findFault({ cells: { quote, coder, applies, contradicts } }: QuoteRow): string | undefined {
  if (quote === '') return 'its cell of words is empty';
  if (readApplies(applies) === undefined) return `"applies" is "${applies}": it must be true or false`;
  if (readContradicts(contradicts) === undefined)
    return `"contradicts" is "${contradicts}": it must be true or false`;
  if (readContradicts(contradicts) === true && readApplies(applies) === false)
    return '"contradicts" goes with a theme that applies: the quote is about it and speaks against it';
  const name = coderSchema.safeParse(coder);
  if (coder === '' || name.success) return undefined;
  return `the coder "${coder}" names no file: it must be ${name.error.issues.map(({ message }) => message).join()}`;
}
