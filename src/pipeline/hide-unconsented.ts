import type { Study } from '../model/study.js';
import type { Utterance } from '../model/transcript.js';
import { gatherRuns, isSaying, redactSpoken, type SpokenRuns } from './withdrawing/spoken-runs.js';

type OwnTexts = Pick<Study, 'taxonomy' | 'memos' | 'quotes' | 'decisions'>;

export type HiddenWords = OwnTexts & {
  /** Examples of themes that were left out. */
  readonly examples: number;
  /** Other texts of the taxonomy, memos and notes in which a passage gave way to a mark. */
  readonly passages: number;
};

/** What stands for words of somebody who did not agree to the use. */
const LEFT_OUT = '[left out]';

/**
 * The taxonomy, memos and notes on quotes and decisions without the words of those who may not be quoted: examples that are theirs go, and runs of five
 * words or more that nobody else said give way to `[left out]`. `mayGo` says whose utterances may be used.
 */
export function hideUnconsented(study: Study, mayGo: (utterance: Utterance) => boolean): HiddenWords {
  const { taxonomy, memos, quotes, decisions } = study;
  const cut = (isWanted: (utterance: Utterance) => boolean) =>
    study.transcripts.flatMap(({ text, utterances }) =>
      utterances.filter(isWanted).map(({ span }) => text.slice(span.start, span.end)),
    );
  const closed = cut((utterance) => !mayGo(utterance));
  const nothing = { taxonomy, memos, quotes, decisions, examples: 0, passages: 0 };
  if (closed.length === 0) return nothing;
  // Mostly nothing is found: only then is it worth knowing what others said.
  const found = hideWords(study, gatherRuns(closed, []));
  if (found.examples + found.passages === 0) return nothing;
  return hideWords(study, gatherRuns(closed, cut(mayGo)));
}

function hideWords({ taxonomy, memos, quotes, decisions }: OwnTexts, runs: SpokenRuns): HiddenWords {
  let passages = 0;
  let examples = 0;
  const hide = (text: string): string => {
    const hidden = redactSpoken(text, runs, LEFT_OUT);
    if (hidden !== text) passages += 1;
    return hidden;
  };
  const isKept = (example: string): boolean => {
    const isTheirs = isSaying(example, runs);
    if (isTheirs) examples += 1;
    return !isTheirs;
  };
  const themes = taxonomy.themes.map((theme) => ({
    ...theme,
    description: hide(theme.description),
    include: hide(theme.include),
    exclude: hide(theme.exclude),
    examples: theme.examples.filter(isKept),
  }));
  const hiddenMemos = memos.map((memo) => ({
    ...memo,
    commentary: hide(memo.commentary),
    questions: memo.questions.map(hide),
  }));
  const hideNote = <Noted extends { readonly note?: string }>(noted: Noted): Noted =>
    noted.note === undefined ? noted : { ...noted, note: hide(noted.note) };
  return {
    taxonomy: { ...taxonomy, themes },
    memos: hiddenMemos,
    quotes: quotes.map(hideNote),
    decisions: decisions.map(hideNote),
    examples,
    passages,
  };
}
