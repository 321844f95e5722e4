import type { Anchoring } from '../../model/anchoring.js';
import type { Decision } from '../../model/decision.js';
import type { Change } from '../../model/history.js';
import type { Quote } from '../../model/quote.js';
import { applyChanges } from '../../pipeline/reviewing/apply-changes.js';
import { toQuote } from '../../pipeline/reviewing/quote-record.js';
import type { StudyReading } from '../read-study.js';
import { studyFiles } from '../study-files.js';
import { applyWords } from './apply-words.js';

/**
 * What reading the study again gives after changes were made in its files, to the order of everything in it, and without
 * looking at a file: only `notices` and the places of new themes stay as they were read.
 */
export function applyToReading(reading: StudyReading, changes: readonly Change[]): StudyReading {
  if (changes.length === 0) return reading;
  const study = applyChanges({ ...reading.study, decisions: [] }, changes);
  const { quotes, recordedQuotes } = placeQuotes(reading, changes);
  const { lastWords, markWords } = applyWords(reading, changes);
  const isSupported = quotes === reading.study.quotes && study.taxonomy === reading.study.taxonomy;
  const decisions =
    isSupported && namesAllKnown(reading)
      ? lastWords
      : selectKnown(lastWords, { quotes, taxonomy: study.taxonomy });
  return {
    ...reading,
    study: { ...study, quotes, decisions, memos: sortMemos(study.memos) },
    ...{ recordedQuotes, lastWords, markWords },
    ...(quotes === reading.study.quotes
      ? {}
      : {
          anchorings: applyAnchorings(reading, changes, { quotes, recordedQuotes }),
          files: countQuotes(reading.files, quotes),
        }),
    ...(study.taxonomy === reading.study.taxonomy ? {} : { themePlaces: placeThemes(reading, study) }),
    memoTexts: applyTexts(reading.memoTexts, changes),
  };
}

type PlacedQuotes = Pick<StudyReading, 'recordedQuotes'> & { readonly quotes: readonly Quote[] };

/** Recorded quotes stand before those that are only marks: a new line is the last of the former. */
function placeQuotes({ study, recordedQuotes }: StudyReading, changes: readonly Change[]): PlacedQuotes {
  const own = changes.filter((change) => change.kind === 'quote');
  if (own.length === 0) return { quotes: study.quotes, recordedQuotes };
  const quotes = [...study.quotes];
  let recorded = recordedQuotes;
  for (const { id, after, follows } of own) {
    const at = quotes.findIndex((quote) => quote.id === id);
    if (after !== null && at >= 0 && at < recorded) {
      quotes[at] = toQuote(after);
      continue;
    }
    if (at >= 0) quotes.splice(at, 1);
    if (at >= 0 && at < recorded) recorded -= 1;
    if (after === null) continue;
    const before = follows === undefined ? -1 : quotes.findIndex((quote) => quote.id === follows);
    const place = before >= 0 ? before + 1 : follows === '' ? 0 : recorded;
    quotes.splice(place, 0, toQuote(after));
    recorded += 1;
  }
  return { quotes, recordedQuotes: recorded };
}

/** Whether every last word is on a quote and theme of the study: then so is what an action on these two says. */
const namesAllKnown = ({ study, lastWords }: StudyReading) => study.decisions.length === lastWords.length;

function selectKnown(
  lastWords: readonly Decision[],
  { quotes, taxonomy }: Pick<StudyReading['study'], 'quotes' | 'taxonomy'>,
): readonly Decision[] {
  const quoteIds = new Set(quotes.map(({ id }) => id));
  const themeIds = new Set(taxonomy.themes.map(({ id }) => id));
  return lastWords.filter(({ quoteId, themeId }) => quoteIds.has(quoteId) && themeIds.has(themeId));
}

/** In the order of their files. */
function sortMemos(memos: StudyReading['study']['memos']): StudyReading['study']['memos'] {
  const nameOf = (id: string) => Buffer.from(`${id}.md`);
  return memos.toSorted((a, b) => Buffer.compare(nameOf(a.themeId), nameOf(b.themeId)));
}

function applyTexts(
  texts: ReadonlyMap<string, string>,
  changes: readonly Change[],
): ReadonlyMap<string, string> {
  const own = changes.filter((change) => change.kind === 'memo');
  if (own.length === 0) return texts;
  const next = new Map(texts);
  for (const { theme, after } of own)
    if (after === null) next.delete(theme);
    else next.set(theme, after);
  return next;
}

const idOf = (anchoring: Anchoring) => (anchoring.state === 'lost' ? anchoring.was.id : anchoring.quote.id);

/** A quote that was just written is where it says. */
function applyAnchorings(
  { anchorings }: StudyReading,
  changes: readonly Change[],
  { quotes, recordedQuotes }: PlacedQuotes,
): readonly Anchoring[] {
  const ids = new Set(changes.flatMap((change) => (change.kind === 'quote' ? change.id : [])));
  const others = anchorings.filter((found) => !ids.has(idOf(found)));
  const own = quotes.filter(({ id }) => ids.has(id));
  const marks = quotes.length - recordedQuotes;
  const place = others.length - marks;
  return [
    ...others.slice(0, place),
    ...own.map((quote) => ({ state: 'in-place' as const, quote })),
    ...others.slice(place),
  ];
}

function countQuotes(files: StudyReading['files'], quotes: readonly Quote[]): StudyReading['files'] {
  const counts = new Map<string, number>();
  for (const { transcriptId } of quotes) counts.set(transcriptId, (counts.get(transcriptId) ?? 0) + 1);
  return files.map((file) => ({
    ...file,
    transcripts: file.transcripts.map((each) => ({ ...each, quotes: counts.get(each.id) ?? 0 })),
  }));
}

function placeThemes(
  reading: StudyReading,
  { taxonomy }: Pick<StudyReading['study'], 'taxonomy'>,
): StudyReading['themePlaces'] {
  return new Map(
    taxonomy.themes.map(({ id }) => [id, reading.themePlaces.get(id) ?? { file: studyFiles.taxonomy }]),
  );
}
