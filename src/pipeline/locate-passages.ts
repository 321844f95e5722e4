import type { Span } from '../model/span.js';
import type { Transcript } from '../model/transcript.js';
import { cutsWord } from '../text/cuts-word.js';
import { LEAST_SCORE } from '../text/find-approximately.js';
import { foldWords, scoreWords, searchExactly, searchFolded, searchNearly } from '../text/search-text.js';
import {
  chooseSources,
  type Library,
  narrowSources,
  openLibrary,
  type Source,
  type Whereabouts,
} from './choose-sources.js';
import { findSpeaker } from './find-speaker.js';

/** One row of a table of quotes. */
export type PassageRow = Whereabouts & {
  readonly words: string;
  /** Rows of one series that hold the same words are different passages; those of another begin at the first again. */
  readonly series?: string;
};

type LocateMethod = 'exact' | 'folded' | 'approximate';

export type Located =
  | {
      readonly found: true;
      readonly transcriptId: string;
      readonly span: Span;
      readonly method: LocateMethod;
      /** Likeness of the words, 0.8 to 1; 1 for anything but `approximate`. */
      readonly score: number;
      /** In how many places of the transcript the words stand. */
      readonly places: number;
    }
  | { readonly found: false; readonly reason: string };

type Place = { readonly source: Source; readonly span: Span; readonly score: number };
/** The places of a row on the first rung of the ladder that has any. */
type Finding = { readonly method: LocateMethod; readonly places: readonly [Place, ...Place[]] };

/** Fewer units say too little to be taken for a passage that only resembles them. */
const SHORTEST_APPROXIMATE = 20;
/** Words this long (UTF-16 units) may begin or end inside a word: a slip of whoever marked them. */
const SHORTEST_SLOPPY = 12;
/** What stands in for a speaker's label is no longer than a label is (UTF-16 units). */
const LONGEST_LABEL = 40;
/** A line that is among the words saves an error for each of its units; letters that agree by chance, about half. */
const SHARE_OF_IDLE = 0.75;
/** How many transcripts a reason names. */
const MOST_NAMED = 5;

/**
 * Finds the rows of a table of quotes by their words, in order: exactly; ignoring white space, case and quote style;
 * then approximately. A row without a transcript is looked for in all of them (those of its participant, if it names
 * one) and must occur in one only. Rows of a series with the same words take successive places, and the first again
 * when there are no more. Words of an interviewer, or of another participant than the row's, are not found.
 */
export function locatePassages(
  rows: readonly PassageRow[],
  transcripts: readonly Transcript[],
): readonly Located[] {
  const library = openLibrary(transcripts);
  const taken = new Set<string>();
  return rows.map((row) => {
    const finding = findRow(row, library);
    if (typeof finding === 'string') return { found: false, reason: finding };
    const { method, places } = finding;
    const { source, span, score } = places.find((place) => !taken.has(namePlace(place, row))) ?? places[0];
    taken.add(namePlace({ source, span }, row));
    return { found: true, transcriptId: source.transcript.id, span, method, score, places: places.length };
  });
}

function namePlace({ source, span }: Pick<Place, 'source' | 'span'>, { series = '' }: PassageRow): string {
  return `${source.number} ${span.start} ${span.end} ${series}`;
}

function findRow(row: PassageRow, library: Library): Finding | string {
  const chosen = chooseSources(row, library);
  if (typeof chosen === 'string') return chosen;
  const words = row.words.normalize('NFC').trim();
  const folded = foldWords(words);
  if (folded === '') return 'the row holds no words';
  const { same, alike } = narrowSources(chosen, folded, library);
  const finding =
    climb(
      row,
      'exact',
      listPlaces(same, (source) => searchExactly(source, words)),
    ) ??
    climb(
      row,
      'folded',
      listPlaces(same, (source) => searchFolded(source, folded)),
    ) ??
    climb(row, 'approximate', listLikest(row, alike, folded));
  return finding === undefined ? explainAbsence(row, same, folded) : requireOne(finding);
}

function listPlaces(
  sources: readonly Source[],
  search: (source: Source) => readonly Span[],
): readonly Place[] {
  const places = sources.flatMap((source) => search(source).map((span) => ({ source, span, score: 1 })));
  const whole = places.filter(
    ({ source: { text }, span }) => !cutsWord(text, span.start) && !cutsWord(text, span.end),
  );
  return whole.length > 0 ? whole : places.filter(({ span }) => span.end - span.start >= SHORTEST_SLOPPY);
}

/** The places that are like the words, without those less like them than the likest. */
function listLikest(row: PassageRow, sources: readonly Source[], words: string): readonly Place[] {
  if (words.length < SHORTEST_APPROXIMATE) return [];
  const places = sources.flatMap((source) =>
    searchNearly({ source, words }).map((place) => {
      const span = trimLines(source, words, place.span);
      return { source, span, score: scoreWords(source, words, span) };
    }),
  );
  const spoken = places.filter((place) => maySpeak(row, place));
  const highest = Math.max(LEAST_SCORE, ...spoken.map(({ score }) => score));
  return spoken.filter(({ score }) => score === highest);
}

/**
 * Without a short first or last line of which hardly anything is among the words: the end of what somebody else said,
 * taken in for a speaker's label that the row carries.
 */
function trimLines(source: Source, words: string, span: Span): Span {
  const lines = source.text.slice(span.start, span.end).split('\n');
  const first = (lines[0] ?? '').length + 1;
  const last = (lines.at(-1) ?? '').length + 1;
  const countErrors = (part: Span) => (1 - scoreWords(source, words, part)) * words.length;
  const errors = countErrors(span);
  const isIdle = (part: Span, cut: number) =>
    cut <= LONGEST_LABEL && countErrors(part) - errors < cut * SHARE_OF_IDLE;
  const withoutFirst = { start: span.start + first, end: span.end };
  const withoutLast = { start: span.start, end: span.end - last };
  if (lines.length > 1 && isIdle(withoutFirst, first)) return trimLines(source, words, withoutFirst);
  if (lines.length > 1 && isIdle(withoutLast, last)) return trimLines(source, words, withoutLast);
  return span;
}

function climb(row: PassageRow, method: LocateMethod, places: readonly Place[]): Finding | undefined {
  const [first, ...others] = places.filter((place) => maySpeak(row, place));
  return first && { method, places: [first, ...others] };
}

function maySpeak({ participant }: PassageRow, { source, span }: Pick<Place, 'source' | 'span'>): boolean {
  const found = findSpeaker(source.transcript, span);
  if (found.kind !== 'one') return true;
  const { speaker } = found;
  if (speaker.kind !== 'participant') return speaker.kind === 'unknown';
  return participant === undefined || speaker.participantId.toLowerCase() === participant.toLowerCase();
}

/** Words may occur twice in one transcript, but not in two; and a likeness must point at one place. */
function requireOne(finding: Finding): Finding | string {
  const ids = [...new Set(finding.places.map(({ source }) => source.transcript.id))];
  if (ids.length > 1) {
    const named = ids.slice(0, MOST_NAMED).join(', ');
    return `its words occur in ${ids.length} transcripts: ${named}${ids.length > MOST_NAMED ? ' …' : ''}`;
  }
  if (finding.method === 'approximate' && finding.places.length > 1) {
    return `${finding.places.length} passages of ${ids.join()} are equally like it`;
  }
  return finding;
}

function explainAbsence(row: PassageRow, sources: readonly Source[], words: string): string {
  const spoken = sources.find((source) =>
    searchFolded(source, words).some((span) => !maySpeak(row, { source, span })),
  );
  if (spoken === undefined) return 'neither its words nor words like them are in the transcripts searched';
  return `in ${spoken.transcript.id} somebody else says its words`;
}
