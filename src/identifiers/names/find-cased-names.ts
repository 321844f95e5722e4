import type { FoundSpan } from '../identifier.js';
import { mergeSpans } from '../patterns/merge-spans.js';
import { allowedWords } from '../words/allow-list.js';
import { followsPlaceCue, measureRank } from '../words/cue-words.js';
import { findBlockNames } from './find-block-names.js';
import { findShoutedLines, findShoutedNames, leaveOut } from './find-shouted-names.js';
import { findSmallNames } from './find-small-names.js';
import { findStateCodes } from './find-state-codes.js';
import { joinFirms } from './join-firms.js';
import { joinRuns } from './join-runs.js';
import { guessHint, type JudgedText, judgeRun } from './judge-run.js';
import { type Capital, scanCapitals } from './scan-capitals.js';

const isRole = (key: string) => {
  const kind = allowedWords.get(key);
  return kind === 'role' || kind === 'abbreviation';
};

/**
 * Names in text with capitals: what has one inside a sentence, or at its start where it is no common word; in a line that has
 * nothing but capitals as in text without.
 */
export function findCasedNames(judged: JudgedText): readonly FoundSpan[] {
  const { text } = judged;
  const shouted = findShoutedLines(text);
  const capitals = leaveOut(scanCapitals(text), shouted);
  const named = joinRuns(text, capitals, isRole).flatMap((run) => {
    const words = judgeRun(run, judged);
    const first = words[0];
    const last = words.at(-1);
    if (first === undefined || last === undefined) return [];
    const start = takeParticle(judged, first.start);
    const span = { start: start - measureRank(text, start), end: takeDistrict(judged, first, last) };
    const hint = guessHint({ ...span, titled: run.titled }, judged);
    return [{ ...span, ...(hint === undefined ? {} : { hint }) }];
  });
  return mergeSpans([
    ...joinFirms(text, named),
    ...findSmallNames(judged),
    ...findStateCodes(text, named),
    ...findBlockNames(judged),
    ...findShoutedNames(judged, shouted),
  ]);
}

const particle =
  /(?:^|[\s(])((?:van der|van den|van de|von der|de la|van|von|de|der|del|della|di|da|dos|du|ter|ten|al|el|bin|ibn) )$/u;
/** UTF-16 units. */
const LONGEST_PARTICLE = 9;

/** Where a name begins with the particle before it. In Romance languages that would take in every "from". */
function takeParticle({ text, study }: JudgedText, start: number): number {
  if (study.language !== 'en' && study.language !== 'nl') return start;
  const found = particle.exec(text.slice(Math.max(0, start - LONGEST_PARTICLE), start))?.[1];
  return start - (found?.length ?? 0);
}

const district = /^ \d{1,2}(?=[.,;)\n]|$)/u;
const afterNumber = /\d\p{L}?, $/u;

/** Where a town ends that is told with the number of its district, as in "near Praha 6". */
function takeDistrict({ text, dictionary }: JudgedText, first: Capital, last: Capital): number {
  if (!last.isTitle || dictionary.words.has(first.key)) return last.end;
  const isPlace =
    followsPlaceCue(text, first.start) ||
    afterNumber.test(text.slice(Math.max(0, first.start - 4), first.start));
  const number = isPlace ? district.exec(text.slice(last.end, last.end + 4))?.[0] : undefined;
  return last.end + (number?.length ?? 0);
}
