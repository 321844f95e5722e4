import { ToolkitError } from '../../errors.js';
import type { IdentifierDecision } from '../../model/identifier-decision.js';
import type { SheetRow } from './decision-sheet.js';
import { findEdits, prepareReplacer } from './find-edits.js';
import type { Question } from './list-questions.js';
import { maskText } from './mask-text.js';
import { bareWords } from './name-pseudonym.js';
import { foldIdentifier } from './split-runs.js';

/** What a person answers: the proposal, that a string stays, or words of their own. */
export type Answer =
  | { readonly verdict: 'as-proposed' | 'keep' | 'not-a-name' }
  | { readonly verdict: 'replace' | 'generalise' | 'same-as'; readonly words: string };

/** The rows of the sheet that answers amount to. Where several are answered at once, a part stays a part of its name. */
export function applyAnswer(
  questions: readonly Question[],
  answer: Answer,
  decisions: readonly IdentifierDecision[],
): readonly SheetRow[] {
  const isBatch = questions.length > 1;
  return questions.map(({ row }) =>
    isBatch && answer.verdict === 'replace' && row.sameAs !== ''
      ? { ...row, decision: 'replace' as const }
      : decideRow(row, answer, decisions),
  );
}

function decideRow(row: SheetRow, answer: Answer, decisions: readonly IdentifierDecision[]): SheetRow {
  const bare = { ...row, sameAs: '', replacement: '' };
  switch (answer.verdict) {
    case 'as-proposed':
      return { ...row, decision: row.proposal };
    case 'same-as':
      return { ...bare, decision: 'replace', sameAs: findSame(answer.words, decisions) };
    case 'replace':
    case 'generalise':
      return { ...bare, decision: answer.verdict, replacement: answer.words };
    default:
      return { ...bare, decision: answer.verdict };
  }
}

/** The decided string that is meant by itself or by its pseudonym; the words as they are where there is none. */
function findSame(words: string, decisions: readonly IdentifierDecision[]): string {
  const key = foldIdentifier(words);
  const own = decisions.find(({ text }) => foldIdentifier(text) === key);
  const named = decisions.find(
    ({ replacement, sameAs }) =>
      replacement !== '' && sameAs === undefined && foldIdentifier(replacement) === key,
  );
  return (own ?? named)?.text ?? words;
}

/**
 * Throws `ToolkitError` `pseudonym-holds-name` where a person's own words are or hold a string that is still to be
 * decided on: it might be a name.
 */
export function refuseOpenNames(
  questions: readonly Question[],
  answer: Answer,
  open: readonly Question[],
): void {
  if (answer.verdict !== 'replace' && answer.verdict !== 'generalise') return;
  const replacer = prepareReplacer(open.map(({ row }) => ({ text: row.text, replacement: '-' })));
  if (findEdits(`[${bareWords(answer.words)}]`, replacer).length === 0) return;
  const text = questions[0]?.row.text ?? '';
  throw new ToolkitError(
    'pseudonym-holds-name',
    `the pseudonym of ${maskText(text)} is or holds a string that is still to be decided on`,
    { hint: 'Write other words, or decide on that string first.' },
  );
}
