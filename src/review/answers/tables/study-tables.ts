import type { Quote, Study, Tagging, Theme, Transcript } from '../../../index.js';
import { findSpeaker, findUtterance } from '../../../index.js';
import { listBy } from './list-by.js';
import type { Look } from './look.js';
import { recall, recallBoth } from './recall.js';
import { type Settled, settleDecisions, settleOwn } from './settled.js';

const nothing: readonly never[] = [];

const mapById = <Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [item.id, item]));

const mapTranscripts = recall((transcripts: readonly Transcript[]) => mapById(transcripts));
const mapQuotes = recall((quotes: readonly Quote[]) => mapById(quotes));
const mapThemes = recall((themes: readonly Theme[]) => mapById(themes));
const groupQuotes = recall((quotes: readonly Quote[]) => listBy(quotes, ({ transcriptId }) => transcriptId));
const sortQuotes = recall((quotes: readonly Quote[]) =>
  quotes.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end),
);

export const findTranscript = ({ transcripts }: Study, id: string): Transcript | undefined =>
  mapTranscripts(transcripts).get(id);

export const findQuote = ({ quotes }: Study, id: string): Quote | undefined => mapQuotes(quotes).get(id);

export const findTheme = ({ taxonomy }: Study, id: string): Theme | undefined =>
  mapThemes(taxonomy.themes).get(id);

/** A transcript's quotes by where they begin, the longer of two first. */
export const listQuotesOf = ({ quotes }: Study, transcriptId: string): readonly Quote[] => {
  const own = groupQuotes(quotes).get(transcriptId);
  return own === undefined ? nothing : sortQuotes(own);
};

/** What people said of every quote; in blind mode what this coder alone said. Nothing that a machine proposes. */
export const listSettled = ({ decisions }: Study, { coder, blind = false }: Look): Settled =>
  blind ? settleOwn(decisions, coder) : settleDecisions(decisions);

/** The same of one quote. */
export const listTaggings = (study: Study, quoteId: string, look: Look): readonly Tagging[] =>
  listSettled(study, look).get(quoteId)?.taggings ?? nothing;

/** Where a quote stands: the utterance that it begins in, from 0, and the participant who alone speaks in it. */
export type QuotePlace = { readonly utterance: number; readonly participantId: string };

const places = new WeakMap<Quote, QuotePlace & { readonly transcript: Transcript }>();

/** A quote stands where it did as long as its transcript is the same value. */
function findPlace(transcript: Transcript, quote: Quote): QuotePlace {
  const known = places.get(quote);
  if (known?.transcript === transcript) return known;
  const found = findSpeaker(transcript, quote.span);
  const isParticipant = found.kind === 'one' && found.speaker.kind === 'participant';
  const place = {
    utterance: Math.max(0, findUtterance(transcript, quote.span.start)),
    participantId: isParticipant ? found.speaker.participantId : '',
    transcript,
  };
  places.set(quote, place);
  return place;
}

const mapPlaces = recallBoth((quotes: readonly Quote[], transcripts: readonly Transcript[]) => {
  const byId = mapTranscripts(transcripts);
  return new Map(
    quotes.flatMap((quote) => {
      const transcript = byId.get(quote.transcriptId);
      return transcript === undefined ? [] : [[quote.id, findPlace(transcript, quote)] as const];
    }),
  );
});

/** By quote id: where it stands. */
export const placeQuotes = ({ quotes, transcripts }: Study): ReadonlyMap<string, QuotePlace> =>
  mapPlaces(quotes, transcripts);

const NOWHERE: QuotePlace = { utterance: 0, participantId: '' };

export const placeQuote = (study: Study, { id }: Quote): QuotePlace => placeQuotes(study).get(id) ?? NOWHERE;
