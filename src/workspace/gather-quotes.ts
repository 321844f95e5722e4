import type { Anchoring } from '../model/anchoring.js';
import type { Notice } from '../model/notice.js';
import type { Quote } from '../model/quote.js';
import type { Language } from '../model/settings.js';
import type { Transcript } from '../model/transcript.js';
import { anchorQuotes } from '../pipeline/anchor-quotes.js';
import { makeQuote } from '../pipeline/make-quote.js';
import { dropFalseWordings } from './drop-false-wordings.js';
import type { RecordedQuote } from './read-quotes.js';
import type { SourceFile } from './read-transcripts.js';
import { studyFiles } from './study-files.js';
import { tellCaution, tellInfo } from './tell.js';

export type GatheredQuotes = {
  /** Of the recorded quotes, in the order of the file, then of the marks that are no recorded quote. */
  readonly anchorings: readonly Anchoring[];
  /** Those that are in place or moved. */
  readonly quotes: readonly Quote[];
  /** From the id that a mark's words give it to the id of its passage in the study, where that is another. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Ids of the quotes that are marked in a transcript's own file, recorded or not. */
  readonly marks: ReadonlySet<string>;
  /** How many of `quotes`, the first ones, are recorded. */
  readonly recorded: number;
  readonly notices: readonly Notice[];
};

/** Anchors the recorded quotes and adds the marked ones: a passage that is both is one quote, under its recorded id. */
export function gatherQuotes(
  recorded: readonly RecordedQuote[],
  sources: readonly SourceFile[],
  language: Language = 'en',
): GatheredQuotes {
  const marked = sources.flatMap(({ transcripts }) => transcripts);
  const { anchorings: anchored, notices: wordings } = dropFalseWordings(
    anchorQuotes(
      recorded.map(({ quote }) => quote),
      marked.map(({ transcript }) => transcript),
    ),
    recorded,
    language,
  );
  const found = anchored.flatMap((anchoring) => (anchoring.state === 'lost' ? [] : anchoring.quote));
  const idsByPassage = new Map(found.map((quote) => [namePassage(quote), quote.id]));
  const taken = new Set(recorded.map(({ quote }) => quote.id));
  const aliases = new Map<string, string>();
  const marks: Quote[] = [];
  const markIds = new Set<string>();
  for (const { transcript, quotes } of marked) {
    for (const mark of quotes) {
      const recordedId = idsByPassage.get(namePassage(mark));
      const quote = recordedId === undefined ? findFreeId(mark, transcript, taken) : undefined;
      const id = quote?.id ?? recordedId ?? mark.id;
      if (id !== mark.id) aliases.set(mark.id, id);
      if (quote !== undefined) marks.push(quote);
      taken.add(id);
      markIds.add(id);
    }
  }
  return {
    anchorings: [...anchored, ...marks.map((quote) => ({ state: 'in-place' as const, quote }))],
    quotes: [...found, ...marks],
    aliases,
    marks: markIds,
    recorded: found.length,
    notices: [...wordings, ...tellLost(anchored, recorded), ...tellMoved(anchored, sources)],
  };
}

/** The same for two quotes of the same passage, and for no others. */
export function namePassage({ transcriptId, span }: Pick<Quote, 'transcriptId' | 'span'>): string {
  return `${span.start} ${span.end} ${transcriptId}`;
}

/** The quote under an id that no other passage with the same words has. */
export function findFreeId(quote: Quote, transcript: Transcript, taken: ReadonlySet<string>): Quote {
  let id = quote.id;
  for (let occurrence = 0; taken.has(id); occurrence++)
    id = makeQuote({ transcript, span: quote.span, occurrence }).id;
  return id === quote.id ? quote : { ...quote, id };
}

function tellLost(anchored: readonly Anchoring[], recorded: readonly RecordedQuote[]): readonly Notice[] {
  return anchored.flatMap((anchoring, index) => {
    if (anchoring.state !== 'lost') return [];
    const message = `the words of the quote "${anchoring.was.id}" cannot be found again: ${anchoring.reason}. It is kept and not printed; restore its transcript, or mark the passage anew`;
    return [tellCaution('quote-lost', recorded[index]?.place ?? { file: studyFiles.quotes }, message)];
  });
}

type Moved = Extract<Anchoring, { state: 'moved' }>;

/** One notice for each transcript, since a correction near its beginning moves every quote after it. */
function tellMoved(anchored: readonly Anchoring[], sources: readonly SourceFile[]): readonly Notice[] {
  const byTranscript = new Map<string, Moved[]>();
  for (const anchoring of anchored) {
    if (anchoring.state !== 'moved') continue;
    const others = byTranscript.get(anchoring.quote.transcriptId);
    if (others === undefined) byTranscript.set(anchoring.quote.transcriptId, [anchoring]);
    else others.push(anchoring);
  }
  return sources.flatMap(({ file, transcripts }) =>
    transcripts.flatMap(({ transcript: { id } }) => {
      const moved = byTranscript.get(id);
      return moved === undefined ? [] : tellInfo('quotes-moved', { file }, describeMoved(id, moved));
    }),
  );
}

function describeMoved(transcriptId: string, moved: readonly Moved[]): string {
  const corrected = moved.filter(({ quote, was }) => quote.exact !== was.exact).length;
  return `${moved.length} quotes of "${transcriptId}" were found at another place, ${corrected} of them with other words: the transcript was corrected, so look at these`;
}
