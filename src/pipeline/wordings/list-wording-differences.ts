import type { Span } from '../../model/span.js';
import { straightenText } from '../../text/fold-text.js';
import type { Difference } from '../checking/list-differences.js';
import {
  cutEdited,
  cutSpoken,
  type LaidWording,
  readEditMarks,
  readKept,
  readSpoken,
} from './lay-wording.js';

/** Words of an edited text that are not the speaker's, and letters whose case was changed behind the first. */
export function listWordDifferences(laid: LaidWording): readonly Difference[] {
  const differences: Difference[] = [];
  for (let word = 0; word < laid.kept.length; word++) {
    if (isSpoken(laid, word)) continue;
    const first = word;
    while (word + 1 < laid.kept.length && !isSpoken(laid, word + 1)) word++;
    differences.push(describeWords(laid, { start: first, end: word + 1 }));
  }
  return differences;
}

/** Signs between neighbouring words that are not those of the transcript. */
export function listSignDifferences(laid: LaidWording): readonly Difference[] {
  return Array.from(laid.kept.keys()).flatMap((word) => {
    const [from, to] = [laid.matches[word] ?? -1, laid.matches[word + 1] ?? -1];
    if (from < 0 || to !== from + 1 || holdsSpokenSigns(laid, word)) return [];
    const at = { start: laid.spoken[from]?.start ?? 0, end: laid.spoken[to]?.end ?? laid.exact.length };
    const draft = readKept(laid, word) + cutEdited(laid, word) + readKept(laid, word + 1);
    return [{ kind: 'changed' as const, draft, transcript: laid.exact.slice(at.start, at.end), at }];
  });
}

/** Whether the signs behind a kept word are those of the transcript, but for marks and how they were typed. */
export function holdsSpokenSigns(laid: LaidWording, word: number): boolean {
  const from = laid.matches[word] ?? -1;
  const stretch = cutEdited(laid, word);
  const marks = readEditMarks(stretch, laid.exact);
  if (marks.some(({ kind }) => kind === 'omission')) return true;
  const bare = marks.reduce((text, mark) => text.replace(mark.text, ''), stretch);
  return tighten(bare) === tighten(cutSpoken(laid, from, from + 1));
}

/** `word , next` is left where an insertion stood before a comma. */
const tighten = (text: string) => straightenText(`|${text}|`).replace(/ (?=[,.;:!?])/gu, '');

/** Whether a kept word is a spoken one: its letters the same, but for the case of the very first. */
function isSpoken(laid: LaidWording, word: number): boolean {
  const match = laid.matches[word] ?? -1;
  if (match < 0) return false;
  const [kept, spoken] = [straightenText(readKept(laid, word)), straightenText(readSpoken(laid, match))];
  if (kept === spoken) return true;
  const [first = ''] = kept;
  const [other = ''] = spoken;
  return (
    word === 0 &&
    first.toLowerCase() === other.toLowerCase() &&
    kept.slice(first.length) === spoken.slice(other.length)
  );
}

function describeWords(laid: LaidWording, { start, end }: Span): Difference {
  const numbers = Array.from({ length: end - start }, (_, index) => start + index);
  const draft = numbers.map((word) => readKept(laid, word)).join(' ');
  const stood = numbers.map((word) => laid.places[word] ?? -1).filter((place) => place >= 0);
  const places = stood.length > 0 ? stood : listLeftOut(laid, { start, end });
  const after = laid.spoken[laid.matches[start - 1] ?? -1]?.end ?? 0;
  const at = {
    start: laid.spoken[places[0] ?? -1]?.start ?? after,
    end: laid.spoken[places.at(-1) ?? -1]?.end ?? after,
  };
  const transcript = laid.exact.slice(at.start, at.end);
  return { kind: transcript === '' ? 'added' : 'changed', draft, transcript, at };
}

/** As many of the spoken words left out in place of some words of the edited text as these are. */
function listLeftOut({ matches, spoken }: LaidWording, { start, end }: Span): readonly number[] {
  const from = (matches[start - 1] ?? -1) + 1;
  const to = Math.min(matches[end] ?? spoken.length, from + end - start);
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
