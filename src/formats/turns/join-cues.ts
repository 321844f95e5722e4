import type { Turn } from '../format.js';

/** A timed piece of speech as the source has it: a caption, a segment, or a single word. `words` is never empty. */
export type Cue = {
  readonly label: string;
  readonly words: string;
  readonly startsAtMs: number | undefined;
  readonly endsAtMs: number | undefined;
  readonly line: number;
};

/** Below this a file is too short to tell words from short answers. */
const fewestCuesOfAWordLevelFile = 10;
/** A silence that ends a phrase. */
const pauseMs = 1500;
/** From here on a phrase ends with its sentence. */
const longPhraseCues = 60;

const endsSentence = /[.!?…。！？]["'”’)\]]*$/u;
const closingPunctuation = /^[,.;:!?…%)\]}»”’]{1,3}$/u;

/**
 * Joins cues into turns: consecutive cues of one named speaker become one turn; cues without a name stay one turn
 * each, except in files of single words, where they join up to a pause or, once long, to the end of the sentence.
 */
export function joinCues(cues: readonly Cue[]): readonly Turn[] {
  return joinSpeakers(listPhrases(cues)).map(toTurn);
}

/** The cues as they are, or in files of single words the phrases that these make. */
export function listPhrases(cues: readonly Cue[]): readonly Cue[] {
  return isWordLevel(cues) ? joinPhrases(cues) : cues;
}

/** Joins single words into phrases of one speaker, cut at pauses and, once long, at the end of a sentence. */
export function joinPhrases(words: readonly Cue[]): readonly Cue[] {
  return joinRuns(words, (run, next) => {
    const last = run.at(-1);
    if (last === undefined || last.label !== next.label) return false;
    if (last.endsAtMs !== undefined && next.startsAtMs !== undefined) {
      if (next.startsAtMs - last.endsAtMs > pauseMs) return false;
    }
    return run.length < longPhraseCues || !endsSentence.test(last.words);
  });
}

function joinSpeakers(cues: readonly Cue[]): readonly Cue[] {
  return joinRuns(cues, (run, next) => next.label !== '' && run[0]?.label === next.label);
}

/** True where half of the cues or more hold one or two words. */
function isWordLevel(cues: readonly Cue[]): boolean {
  if (cues.length < fewestCuesOfAWordLevelFile) return false;
  const short = cues.filter((cue) => cue.words.split(' ', 3).length <= 2).length;
  return short * 2 >= cues.length;
}

function joinRuns(cues: readonly Cue[], goesOn: (run: readonly Cue[], next: Cue) => boolean): readonly Cue[] {
  const runs: Cue[][] = [];
  for (const cue of cues) {
    const run = runs.at(-1);
    if (run !== undefined && goesOn(run, cue)) run.push(cue);
    else runs.push([cue]);
  }
  return runs.flatMap(joinRun);
}

function joinRun(run: readonly Cue[]): readonly Cue[] {
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined || run.length === 1) return run;
  const words = joinPieces(run.map((cue) => cue.words));
  return [
    { label: first.label, words, startsAtMs: first.startsAtMs, endsAtMs: last.endsAtMs, line: first.line },
  ];
}

/** Joins pieces of speech by spaces; punctuation that stands alone attaches to the word before it. */
export function joinPieces(pieces: readonly string[]): string {
  let joined = '';
  for (const piece of pieces) {
    joined += joined === '' || closingPunctuation.test(piece) ? piece : ` ${piece}`;
  }
  return joined;
}

function toTurn({ label, words, startsAtMs, line }: Cue): Turn {
  return startsAtMs === undefined ? { label, words, line } : { label, words, startsAtMs, line };
}
