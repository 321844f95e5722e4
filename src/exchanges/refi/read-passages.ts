import { hashText } from '../../text/hash-text.js';
import type { ExchangedDecision, ExchangedPassage, ExchangedReading, ExchangedText } from '../exchange.js';
import { groupBy } from './build-sources.js';
import { makeGuid } from './make-guid.js';
import { nameDecision } from './name-decision.js';
import type { OwnNote } from './own-note.js';
import type { ReadCoding, ReadSelection } from './read-selections.js';
import type { ReadText } from './read-sources.js';
import { type SettledPlace, settlePlaces } from './settle-places.js';
import type { SourceWords } from './source-words.js';

export type PassageSource = {
  readonly texts: readonly ReadText[];
  /** Called once for each text, so that the raw words of only one are held. */
  readonly readWords: (words: SourceWords) => string;
  readonly origin: string;
  readonly own: OwnNote;
  /** Keys of selections that say who speaks, as long as nothing else is said of them. */
  readonly spoken: ReadonlySet<string>;
  /** Texts of notes by key, and notes that links hang on selections. */
  readonly notes: ReadonlyMap<string, string>;
  readonly linked: ReadonlyMap<string, readonly string[]>;
  /** Keys of the codes that there are. */
  readonly themes: ReadonlySet<string>;
};

export type ReadPassages = {
  readonly texts: readonly ExchangedText[];
  readonly passages: readonly ExchangedPassage[];
  readonly places: ExchangedReading['places'];
  /** Selections whose positions lie outside their text. */
  readonly outside: number;
  /** Codings with a code that is not in the file. */
  readonly codeless: number;
};

type OwnParts = {
  readonly quotes: ReadonlyMap<string, OwnNote['quotes'][number]>;
  /** What was said against a theme, by the quote's key. */
  readonly against: ReadonlyMap<string, OwnNote['decisions']>;
  /** What the note says of decisions for a theme, by the coding's key. */
  readonly decisions: ReadonlyMap<string, OwnNote['decisions'][number]>;
};

/** The texts and the passages marked in them, with every place settled. */
export function readPassages(source: PassageSource): ReadPassages {
  const own = indexOwn(source.own);
  const counts = { verified: 0, unnamed: 0, moved: 0, doubtful: 0 };
  const texts: ExchangedText[] = [];
  const passages: ExchangedPassage[] = [];
  let outside = 0;
  let codeless = 0;
  for (const read of source.texts) {
    const selections = read.selections.filter((selection) => !isSpoken(selection, source));
    const raw = source.readWords(read.words);
    const settled = settlePlaces(raw, selections, source.origin);
    texts.push(readText(read, { text: settled.text, hash: () => hashText(raw) }, source.own));
    for (const [index, selection] of selections.entries()) {
      const place = settled.places[index];
      if (place === undefined) {
        outside += 1;
        continue;
      }
      counts[place.state] += 1;
      const codings = selection.codings.filter(({ code }) => source.themes.has(code));
      codeless += selection.codings.length - codings.length;
      passages.push(readPassage({ ...selection, codings }, { place, text: read.key, source, own }));
    }
  }
  return { texts, passages, places: counts, outside, codeless };
}

/** A case refers to it and nobody says anything of it: it tells who speaks. */
function isSpoken(
  { key, codings, notes, description }: ReadSelection,
  { spoken, linked }: PassageSource,
): boolean {
  const isSilent = codings.length === 0 && notes.length === 0 && description === '';
  return isSilent && spoken.has(key) && !linked.has(key);
}

function indexOwn({ quotes, decisions }: OwnNote): OwnParts {
  return {
    quotes: new Map(quotes.map((quote) => [makeGuid('quote', quote.id), quote])),
    against: groupBy(
      decisions.filter(({ applies }) => !applies),
      ({ quoteId }) => makeGuid('quote', quoteId),
    ),
    decisions: new Map(
      decisions
        .filter(({ applies }) => applies)
        .map((decision) => [makeGuid('decision', ...nameDecision(decision)), decision]),
    ),
  };
}

type SettledText = { readonly text: string; readonly hash: () => string };

function readText(
  { key, name }: ReadText,
  { text, hash }: SettledText,
  { transcripts }: OwnNote,
): ExchangedText {
  const own = transcripts.find(({ id }) => makeGuid('transcript', id) === key);
  if (own === undefined || own.hash !== hash()) return { key, name, text };
  const { hash: _hash, ...rest } = own;
  return { key, name, text, own: rest };
}

type PassageContext = {
  readonly place: SettledPlace;
  /** Key of the text. */
  readonly text: string;
  readonly source: PassageSource;
  readonly own: OwnParts;
};

function readPassage(
  selection: ReadSelection,
  { place, text, source, own }: PassageContext,
): ExchangedPassage {
  const { key, user, at, description, codings } = selection;
  const quote = own.quotes.get(key);
  const notes = [...selection.notes, ...(source.linked.get(key) ?? [])];
  const said = notes.flatMap((note) => source.notes.get(note)?.trim() ?? []);
  const note = [...(quote === undefined && description !== '' ? [description] : []), ...new Set(said)];
  const against = (own.against.get(key) ?? []).filter(({ themeId }) =>
    source.themes.has(makeGuid('theme', themeId)),
  );
  return {
    key,
    text,
    start: place.start,
    end: place.end,
    ...(note.length === 0 ? {} : { note: note.join('\n\n') }),
    ...(user === '' ? {} : { coder: user }),
    ...(at === '' ? {} : { at }),
    ...(quote === undefined ? {} : { own: quote }),
    decisions: [
      ...codings.map((coding) => ({
        ...readDecision(coding, selection, source),
        ...(own.decisions.get(coding.key)?.contradicts === true ? { contradicts: true as const } : {}),
      })),
      ...against.map(takeAgainst),
    ],
  };
}

/** Whoever marked the passage is taken for the coder of a coding that does not say; the same for its time. */
function readDecision(
  { code, user, at, notes }: ReadCoding,
  selection: ReadSelection,
  source: PassageSource,
): ExchangedDecision {
  const coder = user || selection.user;
  const time = at || (user === '' ? selection.at : '');
  const note = notes.flatMap((key) => source.notes.get(key)?.trim() ?? []).join('\n\n');
  return {
    theme: code,
    applies: true,
    ...(coder === '' ? {} : { coder }),
    ...(time === '' ? {} : { at: time }),
    ...(note === '' ? {} : { note }),
  };
}

function takeAgainst({ themeId, coder, decidedAt, note }: OwnNote['decisions'][number]): ExchangedDecision {
  return {
    theme: makeGuid('theme', themeId),
    coder: makeGuid('coder', coder),
    applies: false,
    ...(decidedAt === '' ? {} : { at: decidedAt }),
    ...(note === undefined ? {} : { note }),
  };
}
