import type { Speaker } from '../../model/speaker.js';
import type { QuotationProblem, QuotationVerdict } from './checked-quotation.js';
import { compareWording, type WordingVerdict } from './compare-wording.js';
import { findVoices, type Voices } from './find-voices.js';
import { type LaidPassage, layPassage, type NumberedTranscript } from './lay-passage.js';
import { layWithoutFillers } from './lay-without-fillers.js';
import type { Passage } from './read-passage.js';
import type { RemovableFillers } from './removable-fillers.js';

/** A quotation at one place, judged. */
export type Judgement = {
  readonly verdict: QuotationVerdict;
  readonly laid: LaidPassage;
  readonly speakers: readonly Speaker[];
  /** Other places that parts of it are from. */
  readonly others: readonly Judgement[];
  readonly problems: readonly QuotationProblem[];
};

/** Finds what is wrong with quoting these speakers. */
export type FindProblems = (
  verdict: QuotationVerdict,
  speakers: readonly Speaker[],
) => readonly QuotationProblem[];

/** By what a quotation is judged, beside its words. */
export type JudgingRules = {
  readonly findProblems: FindProblems;
  /** What may be left out without a mark; missing where nothing may. */
  readonly fillers?: RemovableFillers;
};

/** With fewer of its words in order it is other words, not altered ones. */
const LEAST_ALTERED = 0.6;
/** A few small words are in every transcript: so many must be the same, or all but one. */
const FEWEST_SAME = 5;
/** Fewer neighbouring words are alike by chance. */
const FEWEST_STITCHED = 5;
const severity: readonly QuotationVerdict[] = [
  'verbatim',
  'edited-within-rules',
  'altered',
  'stitched',
  'interviewer',
  'not-found',
];

export function isAccepted(verdict: QuotationVerdict): boolean {
  return verdict === 'verbatim' || verdict === 'edited-within-rules';
}

/**
 * Judges a quotation at each place proposed for it and gives the judgement that speaks best for it: the accepted one with
 * the fewest problems, else that with the fewest errors. Nothing where no word of it is at any of the places.
 */
export function judgePassage(
  passage: Passage,
  stretches: readonly Stretch[],
  rules: JudgingRules,
): Judgement | undefined {
  let best: Judgement | undefined;
  for (const { source, words } of stretches) {
    const laid = layPassage(passage, source, words);
    if (laid === undefined) continue;
    const judged = judgePlace(laid, rules);
    if (best === undefined || compareJudgements(judged, best) < 0) best = judged;
    if (isAccepted(best.verdict) && best.problems.length === 0) return best;
  }
  return best === undefined || isAccepted(best.verdict) ? best : joinStitched(best, stretches, rules);
}

/** A stretch of a transcript, in words. */
export type Stretch = {
  readonly source: NumberedTranscript;
  readonly words: { readonly start: number; readonly end: number };
};

function judgePlace(laid: LaidPassage, rules: JudgingRules): Judgement {
  const plain = judgeWording(laid, compareWording(laid), rules);
  if (isAccepted(plain.verdict) || rules.fillers === undefined) return plain;
  const relaid = layWithoutFillers(laid, rules.fillers);
  if (relaid === undefined) return plain;
  const judged = judgeWording(relaid, compareWording(relaid, rules.fillers), rules);
  return isAccepted(judged.verdict) ? judged : plain;
}

function judgeWording(laid: LaidPassage, wording: WordingVerdict, { findProblems }: JudgingRules): Judgement {
  const voices = findVoices(laid);
  const verdict = chooseVerdict(laid, wording, voices);
  const { speakers } = voices;
  return { verdict, laid, speakers, others: [], problems: findProblems(verdict, speakers) };
}

function chooseVerdict(
  laid: LaidPassage,
  wording: WordingVerdict,
  { speakers, hidesOthers }: Voices,
): QuotationVerdict {
  if (!isAlike(laid)) return 'not-found';
  if (speakers.every(({ kind }) => kind === 'interviewer')) return 'interviewer';
  if (speakers.length > 1) return 'stitched';
  return hidesOthers && isAccepted(wording) ? 'stitched' : wording;
}

function isAlike({ likeness, errors, matches }: LaidPassage): boolean {
  const same = matches.filter((match) => match >= 0).length;
  return likeness >= LEAST_ALTERED && (errors <= 1 || same >= FEWEST_SAME);
}

/** Below 0 where the first speaks better for the quotation. That the draft names the speaker rightly counts before consent. */
function compareJudgements(one: Judgement, other: Judgement): number {
  const [first, second] = [rankJudgement(one), rankJudgement(other)];
  const differing = first.findIndex((value, index) => value !== second[index]);
  return (first[differing] ?? 0) - (second[differing] ?? 0);
}

function rankJudgement({ verdict, problems, laid }: Judgement): readonly number[] {
  const blame = [Number(problems.includes('wrong-attribution')), problems.length];
  return isAccepted(verdict)
    ? [0, ...blame, severity.indexOf(verdict)]
    : [1, laid.errors, severity.indexOf(verdict), ...blame];
}

/** Makes it `stitched` where a run of words that has no place here stands somewhere else word for word. */
function joinStitched(best: Judgement, stretches: readonly Stretch[], rules: JudgingRules): Judgement {
  const { laid } = best;
  const others = listRuns(laid).flatMap(({ isMatched, passage }) => {
    if (isMatched) return [];
    const found = findWhole(passage, stretches);
    return found === undefined ? [] : [judgePlace(found, rules)];
  });
  const holdsOwn = listRuns(laid).some(({ isMatched, passage }) => isMatched && isLong(passage));
  if (others.length === 0 || !holdsOwn) return best;
  const speakers = [best, ...others].flatMap((judged) => judged.speakers);
  return { ...best, verdict: 'stitched', others, problems: rules.findProblems('stitched', speakers) };
}

function isLong({ words }: Passage): boolean {
  return words.length >= FEWEST_STITCHED;
}

function findWhole(passage: Passage, stretches: readonly Stretch[]): LaidPassage | undefined {
  if (!isLong(passage)) return undefined;
  for (const { source, words } of stretches) {
    const laid = layPassage(passage, source, words);
    if (laid?.errors === 0) return laid;
  }
  return undefined;
}

type Run = { readonly isMatched: boolean; readonly passage: Passage };

/** Runs of words that the place has, or has not, each as a passage of its own. */
function listRuns({ passage, matches }: LaidPassage): readonly Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < matches.length; ) {
    const isMatched = (matches[from] ?? -1) >= 0;
    let to = from + 1;
    while (to < matches.length && (matches[to] ?? -1) >= 0 === isMatched) to += 1;
    runs.push({ isMatched, passage: cutPassage(passage, from, to) });
    from = to;
  }
  return runs;
}

function cutPassage(passage: Passage, from: number, to: number): Passage {
  return {
    ...passage,
    at: passage.at.slice(from, to),
    words: passage.words.subarray(from, to),
    optional: new Uint8Array(to - from),
    skipsBefore: new Uint8Array(to - from),
    required: to - from,
  };
}
