import type { CountedTexts } from '../../text/count-texts.js';
import { listGrams } from '../../text/learning/weigh-grams.js';
import { termKey } from '../../text/read-term.js';
import { inverseDocumentFrequency, TAGGING_WEIGHTS } from '../../text/weigh-terms.js';

/** In a pair, in place of a term: where a text begins or ends. */
export const EDGE = 0xffffffff;

/**
 * The words that taggers know, without the texts they are from. All lists are in an order that has nothing to do with the
 * texts. Weights are inverse document frequencies, in single precision, so that writing them loses nothing.
 */
export type Vocabulary = {
  /** `kind:text` of a stem or function word (see `termKey`). */
  readonly terms: readonly string[];
  readonly termWeights: Float64Array;
  /** Runs of four letters. */
  readonly grams: readonly string[];
  readonly gramWeights: Float64Array;
  /** Terms that follow each other, two by pair: places in `terms`, or `EDGE`. */
  readonly pairs: Uint32Array;
  readonly pairWeights: Float64Array;
};

/** Nobody, or more than one, in place of the one who used a unit. */
const NOBODY = -1;
const SEVERAL = -2;

/** What texts hold: how many hold it, who alone used it, and whether a text held it that is learned from. */
type Use = { texts: number; lastText: number; user: number; taught: boolean };

/** Where a unit is met: in which text, said by whom. */
type Meeting = { readonly text: number; readonly voice: number; readonly taught: boolean };

type Uses = Map<string, Use>;

function use(uses: Uses, unit: string, { text, voice, taught }: Meeting): void {
  const known = uses.get(unit) ?? { texts: 0, lastText: -1, user: NOBODY, taught: false };
  known.taught ||= taught;
  if (known.lastText !== text) known.texts += 1;
  known.lastText = text;
  if (known.user === NOBODY) known.user = voice;
  else if (known.user !== voice) known.user = SEVERAL;
  uses.set(unit, known);
}

/** The units that two people used, sorted. */
function listShared(uses: Uses): readonly string[] {
  return [...uses].flatMap(([unit, { user }]) => (user === SEVERAL ? [unit] : [])).sort();
}

/** Of pairs there are very many: only those of which something can be learned. */
function listTaught(uses: Uses): readonly string[] {
  return listShared(uses).filter((unit) => uses.get(unit)?.taught === true);
}

/** Between the two terms of a pair: no word holds it. */
const AND = '\n';

type Gathered = { readonly terms: Uses; readonly grams: Uses; readonly pairs: Uses };

function readText(gathered: Gathered, counted: CountedTexts, { keys, formGrams, at }: ReadingText): void {
  const { textStarts, wordForms, formTerms, rowStarts, columns } = counted;
  const { text } = at;
  const cells = columns.subarray(rowStarts[text], rowStarts[text + 1]);
  for (const term of cells) use(gathered.terms, keys[term] ?? '', at);
  let before = '';
  for (const form of wordForms.subarray(textStarts[text], textStarts[text + 1])) {
    for (const gram of formGrams[form] ?? []) use(gathered.grams, gram, at);
    const term = keys[formTerms[form] ?? 0] ?? '';
    use(gathered.pairs, `${before}${AND}${term}`, at);
    before = term;
  }
  if (before !== '') use(gathered.pairs, `${before}${AND}`, at);
}

type ReadingText = {
  /** By term: its key. */
  readonly keys: readonly string[];
  /** By form: its grams. */
  readonly formGrams: readonly (readonly string[])[];
  readonly at: Meeting;
};

/** `kind:text` by term. */
export function listKeys({ terms, termKinds }: CountedTexts): readonly string[] {
  return terms.map((text, term) => termKey({ kind: termKinds[term] ?? 'content', text }));
}

function numberPairs(pairs: readonly string[], terms: readonly string[]): Uint32Array {
  const places = new Map(terms.map((key, place) => [key, place]));
  return Uint32Array.from(pairs.flatMap((pair) => pair.split(AND).map((key) => places.get(key) ?? EDGE)));
}

/** A term that counts only within a filler phrase is known, so that pairs can name it, and weighs nothing. */
function weighUses(units: readonly string[], uses: Uses, texts: number, weigh = (_unit: string) => 1) {
  return Float64Array.from(units, (unit) => {
    const held = uses.get(unit)?.texts ?? 0;
    return held === 0 ? 0 : Math.fround(weigh(unit) * inverseDocumentFrequency(held, texts));
  });
}

function weighKind(key: string): number {
  const { kinds } = TAGGING_WEIGHTS;
  for (const [kind, weight] of Object.entries(kinds)) if (key.startsWith(`${kind}:`)) return weight;
  return 1;
}

/** By text: the number of whoever said it, and whether it is learned from. */
export type Sources = { readonly voices: Uint32Array; readonly taught: ReadonlySet<number> };

/**
 * The vocabulary of some texts: what at least two people used. What only one person said, such as a rare name, is not in
 * it.
 */
export function readVocabulary(counted: CountedTexts, { voices, taught }: Sources): Vocabulary {
  const gathered: Gathered = { terms: new Map(), grams: new Map(), pairs: new Map() };
  const keys = listKeys(counted);
  const formGrams = counted.formWords.map(listGrams);
  for (const [text, voice] of voices.entries()) {
    readText(gathered, counted, { keys, formGrams, at: { text, voice, taught: taught.has(text) } });
  }
  const pairs = listTaught(gathered.pairs);
  const inPairs = pairs.flatMap((pair) => pair.split(AND)).filter((key) => key !== '');
  const terms = [...new Set([...listShared(gathered.terms), ...inPairs])].sort();
  const grams = listShared(gathered.grams);
  const texts = voices.length;
  return {
    terms,
    termWeights: weighUses(terms, gathered.terms, texts, weighKind),
    grams,
    gramWeights: weighUses(grams, gathered.grams, texts),
    pairs: numberPairs(pairs, terms),
    pairWeights: weighUses(pairs, gathered.pairs, texts),
  };
}
