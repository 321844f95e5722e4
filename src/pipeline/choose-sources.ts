import type { Transcript } from '../model/transcript.js';
import { suggestNearest } from '../text/did-you-mean.js';
import { countSharedWords, indexWords, type WordIndex } from '../text/index-words.js';
import { prepareText, type SearchableText } from '../text/search-text.js';

/** A transcript made ready to be searched; `number` is its place in the library. */
export type Source = SearchableText & { readonly transcript: Transcript; readonly number: number };

/** Transcripts to be searched many times; the index of their words is made when it is first needed, and once. */
export type Library = { readonly sources: readonly Source[]; readonly index: () => WordIndex };

/** Where a passage is said to be from: a transcript's id or file name, and a participant. */
export type Whereabouts = { readonly transcript?: string; readonly participant?: string };

/** A passage may begin and end in the middle of a word, so these two need not be in the transcript. */
const CUT_WORDS = 2;
/** A passage that resembles another has at least half of its words, and is among the likest transcripts. */
const SHARE_OF_WORDS = 0.5;
const MOST_ALIKE = 8;

export function openLibrary(transcripts: readonly Transcript[]): Library {
  const sources = transcripts.map((transcript, number) => ({
    transcript,
    number,
    ...prepareText(transcript.text),
  }));
  let built: WordIndex | undefined;
  const index = () => {
    built ??= indexWords(sources.map((source) => source.fold().folded));
    return built;
  };
  return { sources, index };
}

/** The sources that a passage may be in, by its whereabouts; or, in words, what is wrong with them. */
export function chooseSources(
  { transcript, participant }: Whereabouts,
  { sources }: Library,
): readonly Source[] | string {
  const named = transcript === undefined ? sources : findNamed(transcript, sources);
  if (named.length === 0 && transcript !== undefined) {
    const ids = sources.map((source) => source.transcript.id);
    return `there is no transcript "${transcript}"${askWhether(transcript, ids)}`;
  }
  if (participant === undefined || transcript !== undefined) return named;
  const wanted = participant.toLowerCase();
  const ofParticipant = named.filter((source) =>
    source.transcript.participantIds.some((id) => id.toLowerCase() === wanted),
  );
  if (ofParticipant.length > 0) return ofParticipant;
  const ids = sources.flatMap((source) => source.transcript.participantIds);
  return `no transcript is of participant "${participant}"${askWhether(participant, ids)}`;
}

function findNamed(name: string, sources: readonly Source[]): readonly Source[] {
  const wanted = name.toLowerCase();
  const exact = sources.filter(({ transcript: { id, file } }) => id === name || file === name);
  if (exact.length > 0) return exact;
  const inAnyCase = sources.filter(
    ({ transcript: { id, file } }) => id.toLowerCase() === wanted || file.toLowerCase() === wanted,
  );
  if (inAnyCase.length > 0) return inAnyCase;
  // Another tool names the document that the study has as a text.
  return sources.filter(({ transcript: { id } }) => id.toLowerCase() === dropExtension(wanted));
}

const dropExtension = (name: string) => name.replace(/\.(?:docx?|odt|rtf|pdf|txt|md|html?|csv|xlsx)$/, '');

function askWhether(word: string, candidates: readonly string[]): string {
  const nearest = suggestNearest(word, candidates);
  return nearest === undefined ? '' : `; did you mean "${nearest}"?`;
}

/**
 * Of several sources, those that hold the words of a folded passage (`same`), and those that hold enough of them to
 * resemble it (`alike`), at most eight, likest first.
 */
export function narrowSources(
  sources: readonly Source[],
  passage: string,
  library: Library,
): { readonly same: readonly Source[]; readonly alike: readonly Source[] } {
  if (sources.length <= 1) return { same: sources, alike: sources };
  const { shared, words } = countSharedWords(library.index(), passage);
  const countShared = ({ number }: Source) => shared[number] ?? 0;
  return {
    same: sources.filter((source) => countShared(source) >= words - CUT_WORDS),
    alike: sources
      .filter((source) => countShared(source) >= words * SHARE_OF_WORDS)
      .sort((a, b) => countShared(b) - countShared(a))
      .slice(0, MOST_ALIKE),
  };
}
