import type { ExchangedStudy, ExchangedText, Loss } from '../../exchanges/exchange.js';
import { gatherRuns, isSaying, redactSpoken } from '../withdrawing/spoken-runs.js';

export type WithoutWithdrawn = { readonly study: ExchangedStudy; readonly losses: readonly Loss[] };

const reason =
  'somebody who withdrew speaks in it: nothing of theirs is taken in again. Take their turns out of a group interview in the other tool first';

/**
 * A study of another tool without the texts in which somebody speaks who withdrew from ours, without their passages, and
 * without their words in examples and memos. `withdrawn` holds ids of participants.
 */
export function dropWithdrawn(given: ExchangedStudy, withdrawn: ReadonlySet<string>): WithoutWithdrawn {
  const people = given.participants.filter(({ name }) => withdrawn.has(name));
  const theirs = new Set(people.flatMap(({ texts }) => texts));
  const gone = given.texts.filter((text) => theirs.has(text.key) || names(text, withdrawn));
  if (people.length + gone.length === 0) return { study: given, losses: [] };
  const keys = new Set(gone.map(({ key }) => key));
  const kept = given.texts.filter(({ key }) => !keys.has(key));
  const passages = given.passages.filter(({ text }) => !keys.has(text));
  const runs = gatherRuns(
    gone.map(({ text }) => text),
    kept.map(({ text }) => text),
  );
  const counts = [
    ['participant', people.length],
    ['transcript', gone.length],
    ['passage', given.passages.length - passages.length],
  ] as const;
  return {
    study: {
      ...given,
      participants: given.participants.filter(({ name }) => !withdrawn.has(name)),
      texts: kept,
      passages,
      themes: given.themes.map((theme) => ({
        ...theme,
        description: redactSpoken(theme.description, runs),
        examples: theme.examples.filter((example) => !isSaying(example, runs)),
      })),
      memos: given.memos.map((memo) => ({ ...memo, text: redactSpoken(memo.text, runs) })),
    },
    losses: counts
      .filter(([, count]) => count > 0)
      .map(([element, count]) => ({ element, count, reason, kept: false })),
  };
}

function names({ name, own }: ExchangedText, withdrawn: ReadonlySet<string>): boolean {
  const called = [
    name,
    own?.id ?? '',
    ...(own?.participants ?? []),
    ...(own?.turns ?? []).map(({ label }) => label),
  ];
  return called.some((each) => withdrawn.has(each));
}
