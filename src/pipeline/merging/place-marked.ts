import type { ExchangedPassage, ExchangedReading, ExchangedText, Loss } from '../../exchanges/exchange.js';
import type { MarkedPassage, MarkedReading } from '../../exchanges/marked/marked-reading.js';
import type { Span } from '../../model/span.js';
import type { Study } from '../../model/study.js';
import type { Transcript } from '../../model/transcript.js';
import { foldWords, prepareText, searchExactly, searchFolded } from '../../text/search-text.js';
import { choosePlace } from '../choose-place.js';
import { type Located, locatePassages } from '../locate-passages.js';

/** As many passages that are not found are named. */
const MOST_NAMED = 5;

type Place = Extract<Located, { found: true }>;

/**
 * Finds passages of texts that a file does not hold in the transcripts of a study: where the file says if their words and
 * surroundings stand there; else by their words, then by what stands around them, then by about where they stood. The
 * reading is then as one of a file that holds these transcripts.
 */
export function placeMarked(reading: MarkedReading, study: Study): ExchangedReading {
  const { transcripts, settings, quotes } = study;
  const known = new Map(quotes.map((quote) => [quote.id, quote]));
  const byId = new Map(transcripts.map((transcript) => [transcript.id, transcript]));
  const passages = reading.passages.map((passage) => {
    // A table of decisions says no more of a quote than its id.
    const quote = passage.words === '' ? known.get(passage.own?.id ?? '') : undefined;
    if (quote !== undefined) return { passage, named: byId.get(quote.transcriptId), span: quote.span };
    const named = findNamed(passage.source, transcripts);
    return { passage, named, span: named === undefined ? undefined : findWhereSaid(passage, named) };
  });
  const sought = passages.filter(({ span }) => span === undefined);
  const places = new Map(
    locatePassages(sought.map(describeSought), transcripts).map((place, index) => [
      sought[index]?.passage,
      place,
    ]),
  );
  const lost: MarkedPassage[] = [];
  let doubtful = 0;
  const found = passages.flatMap(({ passage, named, span }) => {
    if (named !== undefined && span !== undefined) return [makePassage(passage, named, span)];
    const place = places.get(passage);
    const transcript = place?.found ? byId.get(place.transcriptId) : undefined;
    if (place === undefined || !place.found || transcript === undefined) {
      lost.push(passage);
      return [];
    }
    if (place.method === 'approximate') doubtful += 1;
    return [makePassage(passage, transcript, choose(passage, transcript, place))];
  });
  const used = new Set(found.map(({ text }) => text));
  return {
    study: {
      name: settings.name,
      origin: reading.origin,
      themes: reading.themes,
      coders: reading.coders,
      texts: transcripts.filter(({ id }) => used.has(id)).map(makeText),
      passages: found,
      participants: [],
      memos: [],
    },
    losses: [...reading.losses, ...tellLost(lost)],
    places: { verified: found.length - doubtful, unnamed: 0, moved: 0, doubtful },
  };
}

type Sought = { readonly passage: MarkedPassage; readonly named: Transcript | undefined };

const describeSought = ({ passage, named }: Sought) => ({
  words: passage.words,
  series: isSurrounded(passage) ? passage.key : '',
  ...(named === undefined ? {} : { transcript: named.id }),
});

/** The place that the file gives, where the words and all that it says of their surroundings stand there. */
function findWhereSaid(
  { words, prefix, suffix, near }: MarkedPassage,
  { text }: Transcript,
): Span | undefined {
  if (near === undefined || words.trim() === '') return undefined;
  const end = near + words.length;
  const isThere = text.startsWith(words, near) && text.slice(0, near).endsWith(prefix);
  return isThere && text.startsWith(suffix, end) ? { start: near, end } : undefined;
}

const isSurrounded = ({ prefix, suffix, near }: MarkedPassage) =>
  prefix !== '' || suffix !== '' || near !== undefined;

/** The transcript that a name or address means: by its last part, with or without an extension. */
function findNamed(source: string, transcripts: readonly Transcript[]): Transcript | undefined {
  const name = readLastPart(source);
  const bare = (text: string) => text.toLowerCase().replace(/\.[a-z0-9]{1,5}$/, '');
  const same = transcripts.filter(({ id, file }) => id === name || file === name);
  const alike = transcripts.filter(({ id, file }) => [bare(id), bare(file)].includes(bare(name)));
  const [only, ...others] = same.length > 0 ? same : alike;
  return others.length === 0 ? only : undefined;
}

function readLastPart(source: string): string {
  const path = source.replace(/^urn:themeloom:transcript:/, '').split(/[?#]/, 1)[0] ?? '';
  const last = path.split(/[\\/]/).at(-1) ?? '';
  try {
    return decodeURIComponent(last).normalize('NFC');
  } catch {
    return last;
  }
}

/** Where words stand more than once: the place with the likest surroundings, of equal ones the nearest. */
function choose(passage: MarkedPassage, transcript: Transcript, { places, span }: Place): Span {
  if (places < 2 || !isSurrounded(passage)) return span;
  const source = prepareText(transcript.text);
  const words = passage.words.normalize('NFC').trim();
  const exact = searchExactly(source, words);
  const spans = exact.length > 0 ? exact : searchFolded(source, foldWords(words));
  const { prefix, suffix, near = span.start } = passage;
  const wanted = { start: near, end: near + words.length };
  const quote = { id: '', transcriptId: transcript.id, span: wanted, exact: words, prefix, suffix };
  return choosePlace(quote, transcript, spans)?.span ?? span;
}

function makePassage(
  { words: _words, prefix: _prefix, suffix: _suffix, near: _near, source: _source, ...rest }: MarkedPassage,
  { id }: Transcript,
  { start, end }: Span,
): ExchangedPassage {
  return { ...rest, text: id, start, end };
}

function makeText({ id, text, utterances, participantIds }: Transcript): ExchangedText {
  const turns = utterances.map(({ span }) => ({ label: '', ...span }));
  return { key: id, name: id, text, own: { id, participants: participantIds, turns } };
}

function tellLost(lost: readonly MarkedPassage[]): readonly Loss[] {
  if (lost.length === 0) return [];
  const named = lost.slice(0, MOST_NAMED).map(({ key }) => key);
  const reason = `no transcript, or more than one, holds its words: ${named.join(', ')}${lost.length > MOST_NAMED ? ' …' : ''}`;
  return [{ element: 'passage not found', count: lost.length, reason, kept: false, isLeft: true }];
}
