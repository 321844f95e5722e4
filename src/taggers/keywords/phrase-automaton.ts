import { type CountedTexts, findTerms, hasTerms } from '../../text/count-texts.js';
import { foldWord } from '../../text/tokenise.js';
import type { Phrase } from './parse-keyword.js';

/** A step from one state to the next: by what a word counts as, or by how it begins. */
type Step = number;

/**
 * All rows of words that are looked for, as one tree of states over the stems: rows that begin alike share their states.
 * State 0 is where every row begins.
 */
export type PhraseAutomaton = {
  /** By form: the steps that a word of this form allows; missing for most. */
  readonly formSteps: ReadonlyMap<number, readonly Step[]>;
  /** By state, then by step: the next state. */
  readonly states: readonly ReadonlyMap<Step, number>[];
  /** The states in which a row of words is complete; the state is its number. */
  readonly ends: ReadonlySet<number>;
};

/** A row of words found: its number, and its first and last word among all words. */
export type FoundPhrase = { readonly phrase: number; readonly first: number; readonly last: number };

type FormTable = {
  readonly counted: CountedTexts;
  readonly byTerm: ReadonlyMap<number, readonly number[]>;
  /** All forms in the order of their words, for finding those with one beginning side by side. */
  readonly sorted: readonly { readonly form: number; readonly word: string }[];
};

function tabulateForms(counted: CountedTexts): FormTable {
  const byTerm = new Map<number, number[]>();
  for (const [form, term] of counted.formTerms.entries()) {
    const forms = byTerm.get(term);
    if (forms === undefined) byTerm.set(term, [form]);
    else forms.push(form);
  }
  const sorted = counted.formWords.map((word, form) => ({ form, word }));
  sorted.sort((a, b) => (a.word < b.word ? -1 : a.word > b.word ? 1 : a.form - b.form));
  return { counted, byTerm, sorted };
}

function listFormsWithBeginning(beginning: string, { sorted }: FormTable): readonly number[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.word ?? '') < beginning) low = middle + 1;
    else high = middle;
  }
  const forms: number[] = [];
  while (sorted[low]?.word.startsWith(beginning)) {
    forms.push(sorted[low]?.form ?? 0);
    low += 1;
  }
  return forms;
}

type Growing = {
  readonly table: FormTable;
  readonly steps: Map<string, Step>;
  readonly formSteps: Map<number, Step[]>;
  readonly states: Map<Step, number>[];
  readonly ends: Set<number>;
};

/** The forms that a word of a phrase stands for, and a name by which equal words are known. */
function readWord({ text, beginning }: Phrase[number], table: FormTable) {
  const { counted, byTerm } = table;
  if (beginning) {
    const folded = foldWord(text);
    return { key: `${folded}*`, forms: () => listFormsWithBeginning(folded, table) };
  }
  const terms = findTerms(counted, text);
  if (terms === undefined) return undefined;
  return {
    key: `${terms.term} ${terms.second}`,
    forms: () => (byTerm.get(terms.term) ?? []).filter((form) => hasTerms(counted, form, terms)),
  };
}

/** The step for a word; undefined where no text holds such a word. */
function internStep(growing: Growing, word: Phrase[number]): Step | undefined {
  const read = readWord(word, growing.table);
  if (read === undefined) return undefined;
  const { steps, formSteps } = growing;
  const known = steps.get(read.key);
  if (known !== undefined) return known;
  const forms = read.forms();
  if (forms.length === 0) return undefined;
  const step = steps.size;
  steps.set(read.key, step);
  for (const form of forms) {
    const allowed = formSteps.get(form);
    if (allowed === undefined) formSteps.set(form, [step]);
    else allowed.push(step);
  }
  return step;
}

/** The number of a row of words, the same for rows that match the same; undefined where no text can hold it. */
function addPhrase(growing: Growing, phrase: Phrase): number | undefined {
  const { states, ends } = growing;
  const steps: Step[] = [];
  for (const word of phrase) {
    const step = internStep(growing, word);
    if (step === undefined) return undefined;
    steps.push(step);
  }
  let state = 0;
  for (const step of steps) {
    const next = states[state]?.get(step) ?? states.length;
    if (next === states.length) states.push(new Map());
    states[state]?.set(step, next);
    state = next;
  }
  ends.add(state);
  return state;
}

/** Builds the automaton as rows of words are added; `add` gives the number under which a row will be found. */
export function growAutomaton(counted: CountedTexts): {
  readonly automaton: PhraseAutomaton;
  readonly add: (phrase: Phrase) => number | undefined;
} {
  const growing: Growing = {
    table: tabulateForms(counted),
    steps: new Map(),
    formSteps: new Map(),
    states: [new Map()],
    ends: new Set(),
  };
  return { automaton: growing, add: (phrase) => addPhrase(growing, phrase) };
}

/**
 * Every place of every row of words among the words from `from` up to `to`, by first word. A word costs one step a state
 * that is open there and a beginning that it has: how many rows are looked for does not matter.
 */
export function runAutomaton(
  { formSteps, states, ends }: PhraseAutomaton,
  wordForms: Uint32Array,
  { from, to }: { readonly from: number; readonly to: number },
): readonly FoundPhrase[] {
  const found: FoundPhrase[] = [];
  for (let first = from; first < to; first += 1) {
    let open: readonly number[] = [0];
    for (let last = first; last < to && open.length > 0; last += 1) {
      const steps = formSteps.get(wordForms[last] ?? 0);
      if (steps === undefined) break;
      open = open.flatMap((state) => steps.flatMap((step) => states[state]?.get(step) ?? []));
      for (const state of open) if (ends.has(state)) found.push({ phrase: state, first, last });
    }
  }
  return found;
}
