import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../parts/button.js';
import { linkTo } from '../../state/route.js';
import { findNextHit } from './find-in-text.js';
import { jumpTo, type Reading } from './reading.js';
import './find-bar.css';

type Props = { readonly reading: Reading };

/** Opens the search: hits are looked for from what is on the screen now. */
export function beginFind(reading: Reading): void {
  reading.find.value = { query: '', place: -1, from: reading.seen.peek().start };
  document.querySelector<HTMLElement>('.find-bar-field')?.focus();
}

/** Goes to the next (1) or the previous (-1) hit, round and round. */
export function stepHit(reading: Reading, direction: 1 | -1): void {
  const find = reading.find.peek();
  const { list } = reading.hits.peek();
  if (find === undefined || list.length === 0) return;
  const place = (find.place + direction + list.length) % list.length;
  reading.find.value = { ...find, place };
  const hit = list[place];
  if (hit !== undefined) jumpTo(reading, hit.start, true);
}

/** Searches for words, from a place of the text on, and goes to the first hit. */
export function search(reading: Reading, query: string, from: number): void {
  reading.find.value = { query, place: -1, from };
  const { list } = reading.hits.value;
  const place = findNextHit(list, from);
  reading.find.value = { query, place, from };
  const hit = list[place];
  if (hit !== undefined) jumpTo(reading, hit.start, true);
}

function tellCount(reading: Reading): string {
  const { query, place } = reading.find.value ?? { query: '', place: -1, from: 0 };
  const { length } = reading.hits.value.list;
  if (query.trim() === '') return '';
  return length === 0 ? 'Nothing found' : `${place + 1} of ${length}`;
}

/** Search in this transcript: words as they are written, whatever their case and accents. */
export function FindBar({ reading }: Props): JSX.Element | null {
  const field = useRef<HTMLInputElement>(null);
  const isOpen = reading.find.value !== undefined;
  // Before the next key, or what is typed quickly would be taken for shortcuts.
  useLayoutEffect(() => {
    if (isOpen && reading.find.peek()?.query === '') field.current?.focus();
  }, [isOpen, reading]);
  if (!isOpen) return null;
  const close = () => {
    reading.find.value = undefined;
    document.querySelector<HTMLElement>('.read-text')?.focus({ preventScroll: true });
  };
  const takeKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    if (event.key === 'Enter') stepHit(reading, event.shiftKey ? -1 : 1);
    if (event.key === 'Enter' || event.key === 'Escape') event.preventDefault();
  };
  const query = reading.find.value?.query ?? '';
  return (
    <search class="find-bar">
      <input
        ref={field}
        class="field-input find-bar-field"
        type="search"
        aria-label="Search in this transcript"
        placeholder="Search in this transcript"
        value={query}
        onInput={(event) => search(reading, event.currentTarget.value, reading.find.peek()?.from ?? 0)}
        onKeyDown={takeKey}
      />
      <output class="find-bar-count">{tellCount(reading)}</output>
      <Button tone="quiet" label="Previous hit" onClick={() => stepHit(reading, -1)}>
        <span aria-hidden="true">↑</span>
      </Button>
      <Button tone="quiet" label="Next hit" onClick={() => stepHit(reading, 1)}>
        <span aria-hidden="true">↓</span>
      </Button>
      <a class="find-bar-all" href={linkTo('search', '', { q: query })}>
        In all transcripts
      </a>
      <Button tone="quiet" label="Close the search" onClick={close}>
        <span aria-hidden="true">✕</span>
      </Button>
    </search>
  );
}
