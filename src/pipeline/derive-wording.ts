import type { Language } from '../model/settings.js';
import { checkWording } from './check-wording.js';
import type { Difference } from './checking/list-differences.js';
import { findUnmarkedNegations } from './wordings/find-hidden-negations.js';
import {
  cutEdited,
  cutSpoken,
  type LaidWording,
  layWording,
  readEditMarks,
  readKept,
  readSpoken,
} from './wordings/lay-wording.js';
import {
  holdsSpokenSigns,
  listSignDifferences,
  listWordDifferences,
} from './wordings/list-wording-differences.js';

/** A wording that `checkWording` accepts, or what the edited text says otherwise than the transcript. */
export type DerivedWording =
  | { readonly accepted: true; readonly wording: string }
  | { readonly accepted: false; readonly differences: readonly Difference[] };

export type DeriveRequest = {
  /** The transcript's words. */
  readonly exact: string;
  /** What somebody made of them, with or without marks. */
  readonly edited: string;
  readonly language: Language;
  /** Takes the transcript's signs between words in place of other ones, rather than refusing these. */
  readonly takesSigns?: boolean;
};

/**
 * The published form that an edited text stands for: `[…]` where words were left out, insertions in brackets as they
 * are. Refused where a word was changed or added without brackets, where signs between words are others, and where an
 * unmarked omission hides a negation: a machine never writes `[…]` over a "not". `at` of a difference is in `exact`.
 */
export function deriveWording({ exact, edited, language, takesSigns }: DeriveRequest): DerivedWording {
  if (edited.trim() === exact.trim() || checkWording(edited, exact))
    return { accepted: true, wording: edited.trim() === exact.trim() ? exact : edited };
  const laid = layWording(edited, exact);
  if (laid === undefined || laid.kept.length === 0) return refuse([describeAll(exact, edited)]);
  const signs = takesSigns === true ? [] : listSignDifferences(laid);
  const differences = [...listWordDifferences(laid), ...signs];
  if (differences.length > 0) return refuse(differences.toSorted((a, b) => a.at.start - b.at.start));
  const hidden = findUnmarkedNegations(laid, language);
  if (hidden.length > 0) return refuse(hidden.map((word) => describeHidden(exact, word)));
  const wording = listTails(laid)
    .map((tail) => writeWording(laid, tail))
    .find((each) => checkWording(each, exact));
  return wording === undefined ? refuse([describeAll(exact, edited)]) : { accepted: true, wording };
}

const refuse = (differences: readonly Difference[]): DerivedWording => ({ accepted: false, differences });

function describeAll(exact: string, edited: string): Difference {
  return { kind: 'changed', draft: edited, transcript: exact, at: { start: 0, end: exact.length } };
}

function describeHidden(exact: string, word: string): Difference {
  const start = exact.indexOf(word);
  return { kind: 'left-out', draft: '', transcript: word, at: { start, end: start + word.length } };
}

function writeWording(laid: LaidWording, tail: string): string {
  const words = Array.from(laid.kept.keys(), (word) => {
    const text = word === 0 ? writeFirst(laid) : readSpoken(laid, laid.matches[word] ?? -1);
    return text + (word < laid.kept.length - 1 ? writeBetween(laid, word) : tail);
  });
  return writeHead(laid) + words.join('');
}

/** What the wording may end with: the signs of the edited text, or else those of the transcript. */
function listTails(laid: LaidWording): readonly string[] {
  const last = laid.kept.length - 1;
  const tail = cutEdited(laid, last);
  const match = laid.matches[last] ?? -1;
  const isMarked = readEditMarks(tail, laid.exact).some(({ kind }) => kind === 'omission');
  if (match < laid.spoken.length - 1) return [isMarked ? tail : ` […]${tail.trimEnd()}`, ' […]'];
  return [tail.trimEnd(), cutSpoken(laid, match, match + 1)];
}

function writeHead(laid: LaidWording): string {
  const marks = readEditMarks(cutEdited(laid, -1), laid.exact);
  const isWhole = laid.matches[0] === 0;
  const texts = marks.map(({ text }) => text);
  const isMarked = marks.some(({ kind }) => kind === 'omission');
  const head = isWhole || isMarked ? texts : ['[…]', ...texts];
  return head.map((text) => `${text} `).join('') + (isWhole ? cutSpoken(laid, -1, 0) : '');
}

/** The first word as the transcript has it, with its first letter in the case of the edited text. */
function writeFirst(laid: LaidWording): string {
  const spoken = readSpoken(laid, laid.matches[0] ?? -1);
  const [first = ''] = readKept(laid, 0);
  const [other = ''] = spoken;
  return first + spoken.slice(other.length);
}

function writeBetween(laid: LaidWording, word: number): string {
  const [from, to] = [laid.matches[word] ?? -1, laid.matches[word + 1] ?? -1];
  const stretch = cutEdited(laid, word);
  const marks = readEditMarks(stretch, laid.exact);
  const gap = cutSpoken(laid, from, from + 1);
  const texts = marks.map(({ text }) => text);
  const isMarked = marks.some(({ kind }) => kind === 'omission');
  if (to === from + 1 && !isMarked) {
    if (marks.length === 0) return gap;
    return holdsSpokenSigns(laid, word) ? stretch : `${gap.trimEnd()} ${texts.join(' ')} `;
  }
  const sign = /^[^\s[…]*/u.exec(gap)?.[0] ?? '';
  const kept = stretch.startsWith(sign) ? sign : '';
  return `${kept} ${(isMarked ? texts : ['[…]', ...texts]).join(' ')} `;
}
