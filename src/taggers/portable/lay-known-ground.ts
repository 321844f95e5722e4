import type { CountedTexts } from '../../text/count-texts.js';
import { averageRows } from '../../text/learning/lessons.js';
import { listGrams } from '../../text/learning/weigh-grams.js';
import { weighKnown } from '../../text/learning/weigh-known.js';
import { stackRows } from '../../text/sparse-rows.js';
import type { Ground } from '../learning/lay-ground.js';
import { indexTerms, type KnownTerms, renumberTerms } from './renumber-terms.js';
import { EDGE, type Vocabulary } from './vocabulary.js';

/** A vocabulary that is ready to be looked up. */
export type KnownVocabulary = Vocabulary & {
  readonly index: KnownTerms;
  readonly gramIds: ReadonlyMap<string, number>;
  /** From a pair (see `pairKey`) to its number. */
  readonly pairIds: ReadonlyMap<number, number>;
};

/** One number a pair; the number of terms stands for the beginning or the end of a text. */
function pairKey(first: number, second: number, terms: number): number {
  return first * (terms + 1) + second;
}

/** Makes a vocabulary ready to be looked up, to be done once. */
export function indexVocabulary(vocabulary: Vocabulary): KnownVocabulary {
  const { terms, grams, pairs } = vocabulary;
  const { length } = terms;
  const placeOf = (term: number | undefined): number => (term === undefined || term === EDGE ? length : term);
  return {
    ...vocabulary,
    index: indexTerms(vocabulary),
    gramIds: new Map(grams.map((gram, id) => [gram, id])),
    pairIds: new Map(
      Array.from({ length: pairs.length / 2 }, (_, id) => [
        pairKey(placeOf(pairs[2 * id]), placeOf(pairs[2 * id + 1]), length),
        id,
      ]),
    ),
  };
}

function layWords({ termWeights }: KnownVocabulary, counted: CountedTexts) {
  const { rowStarts, columns, counts } = counted;
  return weighKnown({
    texts: rowStarts.length - 1,
    weights: termWeights,
    visit: (text, see) => {
      const end = rowStarts[text + 1] ?? 0;
      for (let j = rowStarts[text] ?? 0; j < end; j += 1) see(columns[j] ?? 0, counts[j] ?? 0);
    },
  });
}

function layGrams({ gramIds, gramWeights }: KnownVocabulary, counted: CountedTexts): Ground['grams'] {
  const { textStarts, wordForms, formWords } = counted;
  const formGrams = formWords.map((word) =>
    Uint32Array.from(listGrams(word).flatMap((gram) => gramIds.get(gram) ?? [])),
  );
  const rows = weighKnown({
    texts: textStarts.length - 1,
    weights: gramWeights,
    visit: (text, see) => {
      const end = textStarts[text + 1] ?? 0;
      for (let word = textStarts[text] ?? 0; word < end; word += 1) {
        for (const gram of formGrams[wordForms[word] ?? 0] ?? []) see(gram, 1);
      }
    },
  });
  return { rows, gramIds, gramWeights, formGrams };
}

const UNKNOWN_TERM = -1;

function layPairs({ pairIds, pairWeights, pairs, terms }: KnownVocabulary, counted: CountedTexts) {
  const { textStarts, wordForms, formTerms } = counted;
  const edge = terms.length;
  const rows = weighKnown({
    texts: textStarts.length - 1,
    weights: pairWeights,
    visit: (text, see) => {
      let before = edge;
      const visit = (term: number) => {
        const id = before < 0 || term < 0 ? undefined : pairIds.get(pairKey(before, term, edge));
        if (id !== undefined) see(id, 1);
        before = term;
      };
      const words = wordForms.subarray(textStarts[text], textStarts[text + 1]);
      for (const form of words) {
        const term = formTerms[form] ?? 0;
        visit(term < edge ? term : UNKNOWN_TERM);
      }
      if (words.length > 0) visit(edge);
    },
  });
  return { rows, members: pairs };
}

/**
 * What is known of texts by a vocabulary alone: no text counts for another, nor for how much a word weighs. The counted
 * words have the vocabulary's numbers. Of themes it says nothing.
 */
export function layKnownGround(
  vocabulary: KnownVocabulary,
  texts: CountedTexts,
  keywordHits: Ground['keywordHits'],
): Ground {
  const counted = renumberTerms(texts, vocabulary.index);
  const words = layWords(vocabulary, counted);
  const grams = layGrams(vocabulary, counted);
  const pairs = layPairs(vocabulary, counted);
  const count = texts.textStarts.length - 1;
  const nothing = { columns: new Uint32Array(0), values: new Float64Array(0) };
  return {
    quotes: [],
    counted,
    words,
    grams,
    pairs,
    meanWords: averageRows(words),
    meanGrams: averageRows(grams.rows),
    meanPairs: averageRows(pairs.rows),
    nearby: stackRows(
      Array.from({ length: count }, () => nothing),
      count,
    ),
    themeWords: [],
    themeGrams: [],
    keywordHits,
    alone: true,
  };
}
