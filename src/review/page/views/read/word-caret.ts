import { placeUtterance, type Stretch } from './place-utterance.js';

/** Where the keyboard is: two words, the same one unless a selection was drawn out. `head` is the one that moves. */
export type Caret = { readonly anchor: Stretch; readonly head: Stretch };

export type Step =
  | 'next-word'
  | 'previous-word'
  | 'next-sentence'
  | 'previous-sentence'
  | 'next-utterance'
  | 'previous-utterance'
  | 'utterance-start'
  | 'utterance-end';

type Page = { readonly text: string; readonly utterances: readonly { readonly span: Stretch }[] };

/** Scripts that write no spaces: there a word is what the language's own rules say. */
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The words of a stretch, in order: what stands between spaces, with its punctuation. */
export function listWords(text: string, span: Stretch): readonly Stretch[] {
  return Array.from(text.slice(span.start, span.end).matchAll(/\S+/gu), (match) => {
    const start = span.start + match.index;
    return { start, end: start + match[0].length };
  }).flatMap((word) => {
    const letters = text.slice(word.start, word.end);
    if (!SPACELESS.test(letters)) return [word];
    return Array.from(segmenter.segment(letters), ({ index, segment }) => ({
      start: word.start + index,
      end: word.start + index + segment.length,
    }));
  });
}

/** What the caret has hold of. */
export function spanOfCaret({ anchor, head }: Caret): Stretch {
  return { start: Math.min(anchor.start, head.start), end: Math.max(anchor.end, head.end) };
}

/** A caret on the first word at or after `offset` in its utterance or a later one; `undefined` where no word follows. */
export function placeCaret(page: Page, offset: number): Caret | undefined {
  for (let at = placeUtterance(page.utterances, offset); at < page.utterances.length; at += 1) {
    const word = wordsOf(page, at).find(({ end }) => end > offset);
    if (word !== undefined) return { anchor: word, head: word };
  }
  return undefined;
}

function wordsOf(page: Page, utterance: number): readonly Stretch[] {
  const span = page.utterances[utterance]?.span;
  return span === undefined ? [] : listWords(page.text, span);
}

/** The nearest utterance with words, from `at` on in the direction of `step`. */
function findSpoken(page: Page, at: number, step: 1 | -1): readonly Stretch[] {
  for (let place = at; place >= 0 && place < page.utterances.length; place += step) {
    const words = wordsOf(page, place);
    if (words.length > 0) return words;
  }
  return [];
}

function endsSentence(text: string, word: Stretch): boolean {
  return /[.!?…。！？]["'’”)\]]*$/u.test(text.slice(word.start, word.end));
}

/** Places in `words` at which a sentence begins. */
function findSentences(text: string, words: readonly Stretch[]): readonly number[] {
  return words.flatMap((_, place) => {
    const before = words[place - 1];
    return before === undefined || endsSentence(text, before) ? [place] : [];
  });
}

/** Where the head goes; itself at the ends of the transcript. */
function stepHead(page: Page, head: Stretch, step: Step): Stretch {
  const utterance = placeUtterance(page.utterances, head.start);
  const words = wordsOf(page, utterance);
  const place = Math.max(
    0,
    words.findIndex(({ end }) => end > head.start),
  );
  const after = () => findSpoken(page, utterance + 1, 1)[0];
  const sentences = findSentences(page.text, words);
  switch (step) {
    case 'next-word':
      return words[place + 1] ?? after() ?? head;
    case 'previous-word':
      return words[place - 1] ?? findSpoken(page, utterance - 1, -1).at(-1) ?? head;
    case 'next-sentence':
      return words[sentences.find((each) => each > place) ?? words.length] ?? after() ?? head;
    case 'previous-sentence': {
      const before = sentences.findLast((each) => each < place);
      if (before !== undefined) return words[before] ?? head;
      const earlier = findSpoken(page, utterance - 1, -1);
      return earlier[findSentences(page.text, earlier).at(-1) ?? 0] ?? head;
    }
    case 'next-utterance':
      return after() ?? head;
    case 'previous-utterance':
      return findSpoken(page, utterance - 1, -1)[0] ?? head;
    case 'utterance-start':
      return words[0] ?? head;
    case 'utterance-end':
      return words.at(-1) ?? head;
  }
}

/** The end of the sentence that `head` stands in: drawing out by sentences takes whole ones. */
function endOfSentence(page: Page, head: Stretch): Stretch {
  const words = wordsOf(page, placeUtterance(page.utterances, head.start));
  const place = words.findIndex(({ end }) => end > head.start);
  return words.slice(place).find((word) => endsSentence(page.text, word)) ?? words.at(-1) ?? head;
}

/** Moves the caret; with `extend` the anchor stays where it is and what lies between is selected. */
export function moveCaret(
  page: Page,
  caret: Caret,
  { step, extend }: { step: Step; extend: boolean },
): Caret {
  if (!extend) {
    const head = stepHead(page, caret.head, step);
    return { anchor: head, head };
  }
  if (step === 'next-sentence') {
    const end = endOfSentence(page, caret.head);
    const next = end.start > caret.head.start ? end : endOfSentence(page, stepHead(page, caret.head, step));
    return { anchor: caret.anchor, head: next };
  }
  return { anchor: caret.anchor, head: stepHead(page, caret.head, step) };
}
