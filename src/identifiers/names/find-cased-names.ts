import { scanWords } from '../../text/tokenise.js';
import type { FoundSpan } from '../identifier.js';
import { mergeSpans } from '../patterns/merge-spans.js';
import { allowedWords } from '../words/allow-list.js';
import { followsPlaceCue } from '../words/cue-words.js';
import { findBlockNames } from './find-block-names.js';
import { joinFirms } from './join-firms.js';
import { joinRuns } from './join-runs.js';
import { guessHint, type JudgedText, judgeRun, listPlainWords } from './judge-run.js';
import { measureBare, readKey } from './read-key.js';
import { type Capital, holdsCapital, scanCapitals } from './scan-capitals.js';

const isRole = (key: string) => {
  const kind = allowedWords.get(key);
  return kind === 'role' || kind === 'abbreviation';
};

/** Names in text with capitals: what has one inside a sentence, or at its start where it is no common word. */
export function findCasedNames(judged: JudgedText): readonly FoundSpan[] {
  const { text } = judged;
  const capitals = scanCapitals(text);
  const named = joinRuns(text, capitals, isRole).flatMap((run) => {
    const words = judgeRun(run, judged);
    const first = words[0];
    const last = words.at(-1);
    if (first === undefined || last === undefined) return [];
    const span = { start: takeParticle(judged, first.start), end: takeDistrict(judged, first, last) };
    const hint = guessHint({ ...span, titled: run.titled }, judged);
    return [{ ...span, ...(hint === undefined ? {} : { hint }) }];
  });
  return mergeSpans([...joinFirms(text, named), ...findSmallNames(judged), ...findBlockNames(judged)]);
}

/** Shorter words in lower case are sounds and abbreviations. */
const SHORTEST_SMALL = 3;

/**
 * Names in lower case, as they are typed in a chat: those of the lists that are no words, and those already known, with
 * a word after them that no dictionary has.
 */
function findSmallNames({ text, study, dictionary }: JudgedText): readonly FoundSpan[] {
  const found: FoundSpan[] = [];
  const plain = listPlainWords(study.language);
  const isEnglish = study.language === 'en';
  scanWords(text, (start, to) => {
    if (to - start < SHORTEST_SMALL || holdsCapital(text, start, to)) return;
    const word = text.slice(start, to);
    const key = NEEDS_KEY.test(word) ? readKey(word) : word;
    const last = found.at(-1);
    const follows = last !== undefined && start - last.end === 1 && text[last.end] === ' ';
    const isKnown = study.known.has(key) || (isEnglish && dictionary.names.has(key));
    if (!isKnown && !(follows && isEnglish)) return;
    if (dictionary.words.has(key) || plain.has(key) || (allowedWords.has(key) && !study.known.has(key)))
      return;
    const end = start + measureBare(word);
    if (isKnown) found.push({ start, end });
    else if (last !== undefined) found[found.length - 1] = { start: last.start, end };
  });
  return found;
}

const NEEDS_KEY = /[^a-z]/;

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
