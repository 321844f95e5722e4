import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QueueItem } from '../../../../../src/review/messages/deciding.js';
import {
  bringSkipped,
  countDecided,
  nothingPassed,
  passCard,
  receiveQueue,
  returnCard,
  settleCard,
  takeBack,
} from '../../../../../src/review/page/views/decide/passing.js';
import { makeItem } from './make-item.js';

const [a, b, c] = [makeItem('a'), makeItem('b'), makeItem('c')];
const queue = (items: readonly QueueItem[], version = 1) => ({
  items: [...items],
  open: items.length,
  version,
});
const ids = (passing: { readonly items: readonly QueueItem[] }) => passing.items.map((item) => item.quote.id);
const start = receiveQueue(nothingPassed, queue([a, b, c]));

describe('passCard', () => {
  it('shows the next card at once, and counts down', () => {
    const next = passCard(start, 'accept');
    expect(ids(next)).toEqual(['b', 'c']);
    expect(next.open).toBe(2);
    expect(countDecided(next)).toBe(1);
  });

  it('takes the suggestion of the theme that was given instead away as well', () => {
    const both = receiveQueue(nothingPassed, queue([a, makeItem('a', 'people'), b]));
    const next = passCard(both, 'other', 'people');
    expect(ids(next)).toEqual(['b']);
    expect(next.open).toBe(1);
  });

  it('does nothing on an empty table', () => {
    expect(passCard(nothingPassed, 'accept')).toBe(nothingPassed);
  });
});

describe('receiveQueue', () => {
  it('does not bring back a card whose decision is not yet in the list', () => {
    const decided = passCard(start, 'reject');
    expect(ids(receiveQueue(decided, queue([a, b, c], 1)))).toEqual(['b', 'c']);
    const acknowledged = settleCard(decided, a, { instead: '', version: 2 });
    const stale = receiveQueue(acknowledged, queue([a, b, c], 1));
    expect(ids(stale)).toEqual(['b', 'c']);
    expect(stale.open).toBe(2);
  });

  it('believes a list that was made after the decision, as when it was undone in another window', () => {
    const acknowledged = settleCard(passCard(start, 'reject'), a, { instead: '', version: 2 });
    const fresh = receiveQueue(acknowledged, queue([a, c, b], 3));
    expect(ids(fresh)).toEqual(['b', 'a', 'c']);
    expect(fresh.open).toBe(3);
  });

  it('keeps the card on the table where it is, however the rest is ordered', () => {
    expect(ids(receiveQueue(start, queue([c, b, a])))).toEqual(['a', 'c', 'b']);
    expect(ids(receiveQueue(start, queue([c])))).toEqual(['a', 'c']);
  });

  it('leaves what is read on the card as it is, and takes in what others decided of its quote', () => {
    const suggestion = { ...a.suggestion, tagger: 'learned', flip: 'Other words.' };
    const quote = { ...a.quote, note: 'Anew' };
    const [card] = receiveQueue(start, queue([{ ...a, suggestion, quote, why: 'Other' }])).items;
    expect(card).toEqual({ ...a, quote });
  });
});

describe('takeBack', () => {
  it('puts the latest card back on the table, and says what was done with it', () => {
    const undone = takeBack(passCard(passCard(start, 'accept'), 'contradict'));
    expect(undone && ids(undone.passing)).toEqual(['b', 'c']);
    expect(undone?.last.verdict).toBe('contradict');
    expect(undone?.passing.open).toBe(2);
    expect(takeBack(nothingPassed)).toBeUndefined();
  });

  it('is the inverse of passing a card, whatever was done before', () => {
    const verdicts = fc.array(fc.constantFrom('accept', 'reject', 'skip', 'contradict'), { maxLength: 2 });
    fc.assert(
      fc.property(verdicts, fc.constantFrom('accept', 'reject', 'skip'), (before, last) => {
        const state = before.reduce((passing, verdict) => passCard(passing, verdict), start);
        expect(takeBack(passCard(state, last))?.passing).toEqual(state);
      }),
    );
  });
});

it('puts a refused card back though others were passed since', () => {
  const later = passCard(passCard(start, 'accept'), 'accept');
  const back = returnCard(later, a);
  expect(ids(back)).toEqual(['a', 'c']);
  expect(countDecided(back)).toBe(1);
});

it('brings skipped cards again only when asked', () => {
  const skipped = passCard(passCard(start, 'skip'), 'skip');
  const again = receiveQueue(skipped, queue([a, b, c], 9));
  expect(ids(again)).toEqual(['c']);
  expect(ids(bringSkipped(again))).toEqual(['c', 'a', 'b']);
});
