import type { Decision } from '../model/decision.js';
import type { Notice } from '../model/notice.js';
import type { Quote } from '../model/quote.js';
import { makeQuote } from '../pipeline/make-quote.js';
import { describeNegations } from '../pipeline/wordings/describe-negations.js';
import type { NewTheme } from './add-themes.js';
import { findFreeId, namePassage } from './gather-quotes.js';
import { nameThemes } from './name-themes.js';
import { type LeftRow, type PlacedRow, placeRows } from './place-rows.js';
import { type QuoteRow, splitThemes } from './read-quote-table.js';
import type { StudyReading } from './read-study.js';
import { tellCaution } from './tell.js';

/** What a table of quotes adds to a study. */
export type QuotePlan = {
  readonly quotes: readonly Quote[];
  readonly decisions: readonly Decision[];
  readonly themes: readonly NewTheme[];
  /** Number of rows that the study holds already, decisions and all. */
  readonly already: number;
  readonly left: readonly LeftRow[];
  readonly notices: readonly Notice[];
};

export type PlanRequest = {
  readonly rows: readonly QuoteRow[];
  readonly reading: StudyReading;
  /** The table's name, for notices. */
  readonly file: string;
  /** ISO 8601, now. */
  readonly at: string;
};

/**
 * Finds each row of a table of quotes in the transcripts and says what is new: quotes, decisions, themes. A decision
 * that its coder has recorded already stays as it is, also where it says the opposite: it may be a later thought.
 */
export function planQuotes({ rows, reading, file, at }: PlanRequest): QuotePlan {
  const { placed, left } = placeRows(rows, reading.study);
  const names = placed.flatMap(({ row }) => splitThemes(row.cells.themes));
  const { ids, added } = nameThemes(names, reading.study.taxonomy);
  const quotes = draftQuotes(placed, reading, at);
  const decided = draftDecisions(
    placed.map((entry, index) => ({ ...entry, quoteId: quotes.ids[index] ?? '' })),
    { reading, themeIds: ids, at },
  );
  return {
    quotes: quotes.drafted,
    decisions: decided.flat(),
    themes: added,
    already: placed.filter((_, index) => !quotes.isNew[index] && decided[index]?.length === 0).length,
    left,
    notices: [
      ...tellLikenesses(placed, file),
      ...tellRepeated(placed, file),
      ...tellWordings(placed, quotes, { file, reading }),
      ...tellNamelessThemes(placed, { ids, file }),
    ],
  };
}

type QuoteDraft = {
  readonly drafted: readonly Quote[];
  /** Of the quote of each row, new or not. */
  readonly ids: readonly string[];
  readonly isNew: readonly boolean[];
};

function draftQuotes(
  placed: readonly PlacedRow[],
  { study, anchorings }: StudyReading,
  at: string,
): QuoteDraft {
  const transcripts = new Map(study.transcripts.map((transcript) => [transcript.id, transcript]));
  const taken = new Set(anchorings.map((found) => (found.state === 'lost' ? found.was.id : found.quote.id)));
  const idsByPassage = new Map(study.quotes.map((quote) => [namePassage(quote), quote.id]));
  const drafted: Quote[] = [];
  const rows = placed.map(({ row, coder, place, wording }) => {
    const transcript = transcripts.get(place.transcriptId);
    const present = idsByPassage.get(namePassage(place));
    if (present !== undefined || transcript === undefined) return { id: present ?? '', isNew: false };
    const note = row.cells.note;
    const edited = wording === undefined ? {} : { wording };
    const source = { transcript, span: place.span, occurrence: 0, by: coder, at, ...edited };
    const quote = findFreeId(makeQuote({ ...source, ...(note === '' ? {} : { note }) }), transcript, taken);
    taken.add(quote.id);
    idsByPassage.set(namePassage(quote), quote.id);
    drafted.push(quote);
    return { id: quote.id, isNew: true };
  });
  return { drafted, ids: rows.map(({ id }) => id), isNew: rows.map(({ isNew }) => isNew) };
}

type DecisionContext = {
  readonly reading: StudyReading;
  /** By name as written. */
  readonly themeIds: ReadonlyMap<string, string>;
  readonly at: string;
};

/** The new decisions of each row. */
function draftDecisions(
  placed: readonly (PlacedRow & { readonly quoteId: string })[],
  { reading, themeIds, at }: DecisionContext,
): readonly (readonly Decision[])[] {
  const known = new Set(reading.lastWords.map(nameDecision));
  return placed.map(({ row, coder, applies, contradicts, quoteId }) =>
    splitThemes(row.cells.themes).flatMap((name) => {
      const themeId = themeIds.get(name);
      if (themeId === undefined) return [];
      const against = contradicts ? ({ contradicts: true } as const) : {};
      const decision = { quoteId, themeId, coder, applies, ...against, decidedAt: at };
      if (known.has(nameDecision(decision))) return [];
      known.add(nameDecision(decision));
      return [decision];
    }),
  );
}

const nameDecision = ({ coder, quoteId, themeId }: Decision) => JSON.stringify([coder, quoteId, themeId]);

function tellLikenesses(placed: readonly PlacedRow[], file: string): readonly Notice[] {
  return placed
    .filter(({ place }) => place.method === 'approximate')
    .map(({ row: { line }, place }) => {
      const message = `the row was found in "${place.transcriptId}" with other words (likeness ${place.score.toFixed(2)}); the quote has the transcript's words, so compare them`;
      return tellCaution('found-approximately', { file, line }, message);
    });
}

/** Wordings that leave out or put in a negation, and those of quotes that the study has already, which stay as they are. */
function tellWordings(
  placed: readonly PlacedRow[],
  { drafted, ids, isNew }: QuoteDraft,
  { file, reading }: WordingContext,
): readonly Notice[] {
  const { language } = reading.study.settings;
  const known = new Map([...reading.study.quotes, ...drafted].map((quote) => [quote.id, quote]));
  return placed.flatMap(({ row: { line }, wording }, index) => {
    const quote = known.get(ids[index] ?? '');
    if (wording === undefined || quote === undefined) return [];
    const place = { file, line };
    const stays =
      'the study has this quote already and its wording stays as it is: change it in quotes.jsonl';
    if (quote.wording !== wording) return [tellCaution('wording-not-taken', place, stays)];
    const turned = isNew[index] ? describeNegations(wording, quote.exact, language) : undefined;
    if (turned === undefined) return [];
    const message = `the wording ${turned}: look whether it still says what was meant`;
    return [tellCaution('wording-hides-negation', place, message)];
  });
}

type WordingContext = { readonly file: string; readonly reading: StudyReading };

/** Words that stand in more places than rows ask for them: which place is meant, cannot be told. */
function tellRepeated(placed: readonly PlacedRow[], file: string): readonly Notice[] {
  const asked = new Map<string, Set<string>>();
  const nameWords = ({ row: { cells }, place }: PlacedRow) =>
    JSON.stringify([place.transcriptId, cells.quote.toLowerCase()]);
  for (const entry of placed) {
    const key = nameWords(entry);
    asked.set(key, (asked.get(key) ?? new Set()).add(namePassage(entry.place)));
  }
  return placed
    .filter((entry) => entry.place.places > (asked.get(nameWords(entry))?.size ?? 0))
    .map(({ row: { line }, place }) => {
      const message = `the words of this row stand in ${place.places} places of "${place.transcriptId}", and the first that no row has was taken: if another is meant, write more of the words around it`;
      return tellCaution('found-repeatedly', { file, line }, message);
    });
}

function tellNamelessThemes(
  placed: readonly PlacedRow[],
  { ids, file }: { readonly ids: ReadonlyMap<string, string>; readonly file: string },
): readonly Notice[] {
  return placed.flatMap(({ row: { line, cells } }) =>
    splitThemes(cells.themes)
      .filter((name) => !ids.has(name))
      .map((name) => {
        const message = `the theme "${name}" has no letter or digit to make an id of, so it was left out. Name it, e.g. define-success`;
        return tellCaution('theme-without-id', { file, line }, message);
      }),
  );
}
