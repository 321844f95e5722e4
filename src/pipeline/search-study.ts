import type { Quote } from '../model/quote.js';
import type { Language } from '../model/settings.js';
import type { Span } from '../model/span.js';
import type { Study } from '../model/study.js';
import type { Transcript } from '../model/transcript.js';
import { findUtterance } from '../reporting/printing/find-place.js';
import { type CountedTexts, countTexts } from '../text/count-texts.js';
import { holdsAll, markWords, prepareSearch, type WordSearch } from '../text/searching/search-words.js';
import { findSpeaker } from './find-speaker.js';

/** Texts that can be searched, each with its place. */
type Searchable = {
  readonly counted: CountedTexts;
  readonly places: readonly Place[];
};

type Place = {
  readonly transcript: Transcript;
  readonly span: Span;
  /** Of the transcript, from 0. */
  readonly utterance: number;
  readonly participantId: string;
  readonly quoteId: string;
};

/** What is needed to search a study, each part made when it is first asked for, and once. */
export type StudyIndex = {
  readonly transcripts: readonly Transcript[];
  readonly quotes: readonly Quote[];
  readonly language: Language;
  readonly spoken: () => Searchable;
  readonly marked: () => Searchable;
};

export type StudyQuery = {
  /** Words in any form, `"phrases"` and `beginn*`: all of them, in one utterance or quote. */
  readonly words: string;
  /** Only in this transcript. */
  readonly transcript?: string;
  /** Only what participants say of whom this holds. */
  readonly isSpeaker?: (participantId: string) => boolean;
  /** Only quotes of which this holds, and without words all of them; without it all that is said. */
  readonly isQuote?: (quoteId: string) => boolean;
  /** How many hits are listed; all are counted. */
  readonly limit: number;
};

/** An utterance or a quote, and where the words stand in it: all in UTF-16 units of its transcript's text. */
export type SearchHit = {
  readonly transcript: Transcript;
  readonly utterance: number;
  /** Empty where no participant speaks. */
  readonly participantId: string;
  readonly span: Span;
  readonly marks: readonly Span[];
  /** Empty for an utterance. */
  readonly quoteId: string;
};

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function count(places: readonly Place[], language: Language): Searchable {
  const texts = places.map(({ transcript, span }) => transcript.text.slice(span.start, span.end));
  return { places, counted: countTexts(texts, language) };
}

function listUtterances(transcripts: readonly Transcript[]): readonly Place[] {
  return transcripts.flatMap((transcript) =>
    transcript.utterances.map(({ span, speaker }, utterance) => {
      const participantId = speaker.kind === 'participant' ? speaker.participantId : '';
      return { transcript, span, utterance, participantId, quoteId: '' };
    }),
  );
}

function listMarked(transcripts: readonly Transcript[], quotes: readonly Quote[]): readonly Place[] {
  const byId = new Map(transcripts.map((transcript) => [transcript.id, transcript]));
  return quotes.flatMap(({ id, transcriptId, span }) => {
    const transcript = byId.get(transcriptId);
    if (transcript === undefined) return [];
    const found = findSpeaker(transcript, span);
    const isParticipant = found.kind === 'one' && found.speaker.kind === 'participant';
    const participantId = isParticipant ? found.speaker.participantId : '';
    return {
      transcript,
      span,
      utterance: Math.max(0, findUtterance(transcript, span.start)),
      participantId,
      quoteId: id,
    };
  });
}

/** An index of what is said and marked in a study. What an earlier one holds of the same transcripts or quotes is kept. */
export function indexStudy({ transcripts, quotes, settings }: Study, earlier?: StudyIndex): StudyIndex {
  const { language } = settings;
  const isSpoken = earlier?.transcripts === transcripts && earlier.language === language;
  const isMarked = isSpoken && earlier.quotes === quotes;
  return {
    transcripts,
    quotes,
    language,
    spoken: isSpoken ? earlier.spoken : once(() => count(listUtterances(transcripts), language)),
    marked: isMarked ? earlier.marked : once(() => count(listMarked(transcripts, quotes), language)),
  };
}

function makeTest(query: StudyQuery): (place: Place) => boolean {
  const { transcript, isSpeaker, isQuote } = query;
  return (place) =>
    (transcript === undefined || place.transcript.id === transcript) &&
    (isQuote === undefined || isQuote(place.quoteId)) &&
    (isSpeaker === undefined || (place.participantId !== '' && isSpeaker(place.participantId)));
}

function showHit({ counted, places }: Searchable, search: WordSearch, row: number): readonly SearchHit[] {
  const place = places[row];
  if (place === undefined) return [];
  const { start, end } = place.span;
  const marks = markWords(counted, search, { row, text: place.transcript.text.slice(start, end) });
  return [{ ...place, marks: marks.map((mark) => ({ start: mark.start + start, end: mark.end + start })) }];
}

/**
 * What is said or marked with the words of a query, in the order of the study, and how much of it there is. Nothing is found
 * without words, unless quotes are asked for. Takes one look at every word.
 */
export function searchStudy(
  index: StudyIndex,
  query: StudyQuery,
): { readonly total: number; readonly hits: readonly SearchHit[] } {
  const hasWords = query.words.trim() !== '';
  if (!hasWords && query.isQuote === undefined) return { total: 0, hits: [] };
  const searchable = query.isQuote === undefined ? index.spoken() : index.marked();
  const search = prepareSearch(searchable.counted, query.words);
  const isWanted = makeTest(query);
  const rows: number[] = [];
  let total = 0;
  for (const [row, place] of searchable.places.entries()) {
    if (!isWanted(place) || (hasWords && !holdsAll(searchable.counted, search, row))) continue;
    total += 1;
    if (rows.length < query.limit) rows.push(row);
  }
  return { total, hits: rows.flatMap((row) => showHit(searchable, search, row)) };
}
