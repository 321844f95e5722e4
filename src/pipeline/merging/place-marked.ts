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
 * Finds passages of texts that a file does not hold in the transcripts of a study: by their words, then by what stands around
 * them, then by about where they stood. The reading is then as one of a file that holds these transcripts.
 */
export function placeMarked(reading: MarkedReading, { transcripts, settings }: Study): ExchangedReading {
  const byId = new Map(transcripts.map((transcript) => [transcript.id, transcript]));
  const located = locatePassages(
    reading.passages.map((passage) => {
      const named = findNamed(passage.source, transcripts);
      return {
        words: passage.words,
        series: isSurrounded(passage) ? passage.key : '',
        ...(named === undefined ? {} : { transcript: named.id }),
      };
    }),
    transcripts,
  );
  const found = reading.passages.flatMap((passage, index) => {
    const place = located[index];
    const transcript = place?.found ? byId.get(place.transcriptId) : undefined;
    if (place === undefined || !place.found || transcript === undefined) return [];
    return [{ passage: makePassage(passage, transcript, choose(passage, transcript, place)), place }];
  });
  const used = new Set(found.map(({ passage }) => passage.text));
  const lost = reading.passages.filter((_, index) => located[index]?.found !== true);
  const doubtful = found.filter(({ place }) => place.method === 'approximate').length;
  return {
    study: {
      name: settings.name,
      origin: reading.origin,
      themes: reading.themes,
      coders: reading.coders,
      texts: transcripts.filter(({ id }) => used.has(id)).map(makeText),
      passages: found.map(({ passage }) => passage),
      participants: [],
      memos: [],
    },
    losses: [...reading.losses, ...tellLost(lost)],
    places: { verified: found.length - doubtful, unnamed: 0, moved: 0, doubtful },
  };
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
  return [{ element: 'passage not found', count: lost.length, reason, kept: false }];
}
