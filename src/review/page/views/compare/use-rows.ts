import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useKeys } from '../../state/keys.js';
import { go, linkTo } from '../../state/route.js';
import { type PageOf, turnPage } from '../lists/turn-page.js';
import { findPlace, nameRow, type Row } from './choose-rows.js';
import type { Settle } from './use-settling.js';

const PAGE_SIZE = 25;

type Standing = { readonly name: string; readonly place: number };

/** Whether the focus goes along with the row in hand; after a settling only when the settled row has gone. */
type Focusing = { readonly reason: 'stays' | 'moves' | 'moves-unless-busy'; readonly after: string };

export type Rows = {
  readonly page: PageOf<Row>;
  /** Place of the row in hand among all; -1 where there is none. */
  readonly current: number;
  readonly turn: (page: number) => void;
  readonly take: (place: number) => void;
  readonly list: RefObject<HTMLOListElement | null>;
  /** What will be kept with the next decision on the row in hand. */
  readonly note: string;
  readonly setNote: (note: string) => void;
  readonly settle: (row: Row, applies: boolean | null) => void;
};

/** Which row is in hand, and on which page; the row stays in hand when rows before it go. */
export function useRows(rows: readonly Row[], onSettle: Settle): Rows {
  const list = useRef<HTMLOListElement>(null);
  const focusing = useRef<Focusing>({ reason: 'stays', after: '' });
  const [standing, setStanding] = useState<Standing>({ name: '', place: 0 });
  const [note, setNote] = useState('');
  const current = findPlace(rows, standing.name, standing.place);
  const row = rows[current];
  const page = turnPage(rows, Math.floor(Math.max(0, current) / PAGE_SIZE), PAGE_SIZE);
  const stand = (choose: (here: number) => number, isFocused: boolean) => {
    focusing.current = { reason: isFocused ? 'moves' : 'stays', after: '' };
    setNote('');
    // Told from the state itself: keys may come quicker than the page is drawn.
    setStanding((old) => {
      const place = choose(findPlace(rows, old.name, old.place));
      const found = rows[place];
      return found === undefined ? old : { name: nameRow(found), place };
    });
  };
  const settle = (settled: Row, applies: boolean | null) => {
    focusing.current = { reason: 'moves-unless-busy', after: nameRow(settled) };
    setStanding({ name: nameRow(settled), place: rows.indexOf(settled) });
    setNote('');
    onSettle(settled, applies, note.trim());
  };
  // Before the page is drawn: a key that comes right after must not find the focus on its way.
  useLayoutEffect(() => {
    const { reason, after } = focusing.current;
    if (reason === 'stays' || row === undefined || nameRow(row) === after) return;
    focusing.current = { reason: 'stays', after: '' };
    if (reason === 'moves' || (reason === 'moves-unless-busy' && !isBusyOutside(list.current)))
      focusRow(list.current);
  });
  useRowKeys({ row, list, step: (by) => stand((here) => here + by, true), settle });
  const turn = (to: number) => stand(() => to * PAGE_SIZE, true);
  const take = (place: number) => {
    if (place !== current) stand(() => place, false);
  };
  return { page, current, turn, take, list, note, setNote, settle };
}

function focusRow(list: HTMLElement | null): void {
  const item = list?.querySelector<HTMLElement>('[data-current="true"]');
  item?.focus({ preventScroll: true });
  item?.scrollIntoView({ block: 'nearest' });
}

/** Whether somebody has meanwhile gone to another control of the page, whose focus is theirs. */
function isBusyOutside(list: HTMLElement | null): boolean {
  const here = document.activeElement;
  return here !== null && here !== document.body && list?.contains(here) !== true;
}

type Hand = {
  readonly row: Row | undefined;
  readonly list: RefObject<HTMLOListElement | null>;
  readonly step: (by: number) => void;
  readonly settle: (row: Row, applies: boolean | null) => void;
};

function useRowKeys({ row, list, step, settle }: Hand): void {
  const say = (applies: boolean | null) => () => {
    if (row !== undefined) settle(row, applies);
  };
  useKeys('Compare', [
    { key: 'j', does: 'next row', run: () => step(1) },
    { key: 'k', does: 'row before', run: () => step(-1) },
    { key: 'y', does: 'settle: the theme applies', run: say(true) },
    { key: 'n', does: 'settle: it does not apply', run: say(false) },
    { key: 't', does: 'take the settling back', run: say(null) },
    {
      key: 'w',
      does: 'write why, before you settle',
      run: () => list.current?.querySelector<HTMLElement>('[data-current="true"] textarea')?.focus(),
    },
    {
      key: 'Enter',
      does: 'open the quote in its transcript',
      run: () => {
        if (row !== undefined) go(linkTo('read', row.quote.transcript, { quote: row.quote.id }));
      },
    },
  ]);
}
