import { announce } from '../../state/announce.js';
import { type Key, useKeys } from '../../state/keys.js';
import { go, linkTo } from '../../state/route.js';
import { beginFind } from './find-bar.js';
import { placeUtterance } from './place-utterance.js';
import { jumpTo, quotesAt, type Reading } from './reading.js';
import { findNeighbours } from './reading-head.js';
import { beginMark, clearSelection, selectWords } from './select-words.js';
import { findNeighbour } from './strip-marks.js';
import { enlargeText } from './text-size.js';
import { listWords, moveCaret, placeCaret, type Step, spanOfCaret } from './word-caret.js';

/** So much of an utterance is said when the caret comes to it. */
const SAID_CHARS = 300;

/** Where the keyboard goes on from: what was clicked or jumped to if it is on the screen, else the screen's top. */
function findOrigin(reading: Reading): number {
  const { start, end } = reading.seen.peek();
  const origin = reading.origin.peek();
  return origin >= start && origin < end ? origin : start;
}

function sayCaret(reading: Reading, step: Step): void {
  const caret = reading.caret.peek();
  if (caret === undefined) return;
  const { text, utterances } = reading.transcript.peek();
  const span = spanOfCaret(caret);
  const spoken = utterances[placeUtterance(utterances, caret.head.start)];
  const isWhole = caret.anchor === caret.head && step.endsWith('utterance') && spoken !== undefined;
  reading.voice.value = isWhole
    ? `${spoken.speaker}: ${text.slice(spoken.span.start, spoken.span.start + SAID_CHARS)}`
    : caret.anchor === caret.head
      ? text.slice(span.start, span.end)
      : `Selected: ${text.slice(span.start, span.end).slice(-SAID_CHARS)}`;
}

function move(reading: Reading, step: Step, extend: boolean): void {
  const page = reading.transcript.peek();
  const before = reading.caret.peek();
  const selected = reading.selected.peek();
  const caret = before ?? placeCaret(page, selected?.raw.start ?? findOrigin(reading));
  if (caret === undefined) return;
  const isFirst = before === undefined && !extend;
  const next = isFirst ? caret : moveCaret(page, caret, { step, extend });
  getSelection()?.removeAllRanges();
  reading.caret.value = next;
  if (next.anchor === next.head) reading.selected.value = undefined;
  else void selectWords(reading, { raw: spanOfCaret(next), source: 'caret' });
  jumpTo(reading, next.head.start, true);
  sayCaret(reading, step);
}

/** The sentence around the caret: what is marked where nothing was drawn out. */
function takeSentence(reading: Reading): { readonly start: number; readonly end: number } | undefined {
  const page = reading.transcript.peek();
  const caret = reading.caret.peek();
  if (caret === undefined) return undefined;
  const { span } = page.utterances[placeUtterance(page.utterances, caret.head.start)] ?? {};
  const last = moveCaret(page, caret, { step: 'next-sentence', extend: true }).head;
  const words = span === undefined ? [] : listWords(page.text, { start: span.start, end: caret.head.end });
  const begin = words.findLastIndex(({ start, end }, place) => {
    const before = words[place - 1];
    return (
      before === undefined ||
      (/[.!?…]["'’”)\]]*$/u.test(page.text.slice(before.start, before.end)) && start < end)
    );
  });
  return { start: words[begin]?.start ?? caret.head.start, end: last.end };
}

function mark(reading: Reading): void {
  const selected = reading.selected.peek();
  if (selected !== undefined) {
    const { raw, source, across } = selected;
    getSelection()?.removeAllRanges();
    void beginMark(reading, { raw, source, across });
    return;
  }
  const raw = takeSentence(reading);
  if (raw === undefined) announce('Select words first: with the mouse, or with j, k and the arrow keys.');
  else void beginMark(reading, { raw, source: 'caret' });
}

/** Goes to the next or previous quote and opens it, or to a suggested passage and opens the marking of it. */
function visit(reading: Reading, direction: 1 | -1): void {
  const panel = reading.panel.peek();
  const { list } = reading.quotes.peek();
  const open = list.find(({ id }) => panel?.kind === 'quote' && panel.id === id);
  const kept = list.filter(({ quote }) => quote !== undefined);
  const next = findNeighbour(kept, open?.start ?? findOrigin(reading), direction);
  if (next === undefined) {
    announce(direction > 0 ? 'No quote further down.' : 'No quote further up.');
    return;
  }
  clearSelection(reading);
  reading.panel.value = { kind: 'quote', id: next.id };
  jumpTo(reading, next.start, true);
}

function visitPassage(reading: Reading): void {
  const list = reading.passages.peek();
  const next = findNeighbour(list, findOrigin(reading), 1) ?? list[0];
  if (next === undefined) {
    announce('No passage is suggested here.');
    return;
  }
  jumpTo(reading, next.span.start, true);
  void beginMark(reading, { raw: next.span, source: 'caret' });
}

function openHere(reading: Reading): void {
  const place = reading.caret.peek()?.head.start ?? findOrigin(reading);
  const quote = quotesAt(reading, place).find((drawn) => drawn.quote !== undefined);
  if (quote === undefined) announce('No quote holds this word.');
  else reading.panel.value = { kind: 'quote', id: quote.id };
}

function travel(reading: Reading, way: 'before' | 'after'): void {
  const id = findNeighbours(reading.transcript.peek().id)[way];
  if (id !== '') go(linkTo('read', id));
}

function listMoves(reading: Reading): readonly Key[] {
  const step = (key: string, does: string, to: Step, extend = false): Key => ({
    key,
    does,
    run: () => move(reading, to, extend),
  });
  return [
    step('j', 'next utterance', 'next-utterance'),
    step('k', 'previous utterance', 'previous-utterance'),
    step('ArrowRight', 'next word', 'next-word'),
    step('ArrowLeft', 'previous word', 'previous-word'),
    step('Shift+ArrowRight', 'select a word more', 'next-word', true),
    step('Shift+ArrowLeft', 'select a word less', 'previous-word', true),
    step('Shift+ArrowDown', 'select to the end of the sentence', 'next-sentence', true),
    step('Shift+ArrowUp', 'select a sentence less', 'previous-sentence', true),
    step('Shift+End', 'select to the end of the utterance', 'utterance-end', true),
    step('Shift+Home', 'select to the start of the utterance', 'utterance-start', true),
  ];
}

/** Keys that would take scrolling or a way out from the browser: they work only while there is a caret or a selection. */
function listCaretKeys(reading: Reading): readonly Key[] {
  const step = (key: string, does: string, to: Step): Key => ({
    key,
    does,
    run: () => move(reading, to, false),
  });
  return [
    step('ArrowDown', 'next sentence', 'next-sentence'),
    step('ArrowUp', 'previous sentence', 'previous-sentence'),
    step('Home', 'start of the utterance', 'utterance-start'),
    step('End', 'end of the utterance', 'utterance-end'),
    { key: 'Enter', does: 'mark what is selected, or the sentence', run: () => mark(reading) },
    { key: 'Escape', does: 'let go of the selection', run: () => clearSelection(reading) },
  ];
}

/** The keys of reading and marking. */
export function useReadingKeys(reading: Reading): void {
  const isHolding = reading.caret.value !== undefined || reading.selected.value !== undefined;
  useKeys('Reading', [
    ...listMoves(reading),
    ...(isHolding ? listCaretKeys(reading) : []),
    { key: 'm', does: 'mark what is selected, or the sentence', run: () => mark(reading) },
    { key: 'o', does: 'open the quote under the caret', run: () => openHere(reading) },
    { key: 'n', does: 'next quote', run: () => visit(reading, 1) },
    { key: 'p', does: 'previous quote', run: () => visit(reading, -1) },
    { key: 's', does: 'next suggested passage', run: () => visitPassage(reading) },
    { key: '/', does: 'search in this transcript', run: () => beginFind(reading) },
    { key: '+', does: 'larger text', run: () => enlargeText(1) },
    { key: '-', does: 'smaller text', run: () => enlargeText(-1) },
    { key: ']', does: 'next transcript', run: () => travel(reading, 'after') },
    { key: '[', does: 'previous transcript', run: () => travel(reading, 'before') },
  ]);
}
