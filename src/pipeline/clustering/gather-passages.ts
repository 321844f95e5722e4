import type { Decision } from '../../model/decision.js';
import type { Quote } from '../../model/quote.js';
import type { Span } from '../../model/span.js';
import type { Study } from '../../model/study.js';
import type { Transcript } from '../../model/transcript.js';
import { scanWords } from '../../text/tokenise.js';
import { makeQuote } from '../make-quote.js';
import { listWithdrawn } from '../passages/list-sentences.js';
import { suggestQuotesForStudy } from '../suggest-quotes.js';

/** What can be clustered: what is marked, what a machine thinks worth marking, or all that participants say at length. */
export const passageSources = ['marked', 'suggested', 'utterances'] as const;
export type PassageSourceName = (typeof passageSources)[number];

/** Shorter utterances say too little to be alike. */
const FEWEST_WORDS = 8;
/** As many suggested passages as a study marks at most. */
const MOST_SUGGESTED = 500;

/** Passages in the shape of quotes, and what has been decided of them. */
export type Passages = { readonly quotes: readonly Quote[]; readonly decisions: readonly Decision[] };

type Cut = { readonly transcript: Transcript; readonly span: Span };

function countWords(text: string): number {
  let count = 0;
  scanWords(text, () => {
    count += 1;
  });
  return count;
}

function makeQuotes(cuts: readonly Cut[]): readonly Quote[] {
  const seen = new Map<string, number>();
  return cuts.map(({ transcript, span }) => {
    const key = `${transcript.id}\n${transcript.text.slice(span.start, span.end)}`;
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    return makeQuote({ transcript, span, occurrence });
  });
}

function cutUtterances(study: Study): readonly Cut[] {
  const withdrawn = listWithdrawn(study);
  return study.transcripts.flatMap((transcript) =>
    transcript.utterances.flatMap(({ span, speaker }) => {
      if (speaker.kind !== 'participant' || withdrawn.has(speaker.participantId)) return [];
      const words = countWords(transcript.text.slice(span.start, span.end));
      return words < FEWEST_WORDS ? [] : [{ transcript, span }];
    }),
  );
}

function cutSuggested(study: Study): readonly Cut[] {
  const transcripts = new Map(study.transcripts.map((transcript) => [transcript.id, transcript]));
  const { passages } = suggestQuotesForStudy(study, { limit: MOST_SUGGESTED });
  return passages.flatMap(({ transcriptId, span }) => {
    const transcript = transcripts.get(transcriptId);
    return transcript === undefined ? [] : [{ transcript, span }];
  });
}

/** What was decided of marked quotes counts for the passages that they lie in or reach into. */
function passOnDecisions({ quotes, decisions }: Study, passages: readonly Quote[]): readonly Decision[] {
  const byTranscript = new Map<string, Quote[]>();
  for (const passage of passages) {
    const known = byTranscript.get(passage.transcriptId);
    if (known === undefined) byTranscript.set(passage.transcriptId, [passage]);
    else known.push(passage);
  }
  const touched = new Map(
    quotes.map(({ id, transcriptId, span }) => [
      id,
      (byTranscript.get(transcriptId) ?? []).filter(
        (passage) => passage.span.start < span.end && span.start < passage.span.end,
      ),
    ]),
  );
  return decisions.flatMap((decision) =>
    (touched.get(decision.quoteId) ?? []).map(({ id }) => ({ ...decision, quoteId: id })),
  );
}

/** The passages of a study that clusters are made of. Never an interviewer's words, beside what somebody marked. */
export function gatherPassages(study: Study, over: PassageSourceName): Passages {
  if (over === 'marked') return study;
  const quotes = makeQuotes(over === 'suggested' ? cutSuggested(study) : cutUtterances(study));
  return { quotes, decisions: passOnDecisions(study, quotes) };
}
