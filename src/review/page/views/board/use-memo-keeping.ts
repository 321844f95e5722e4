import { useEffect, useRef, useState } from 'preact/hooks';
import { markBase } from '../../../../model/base.js';
import { act, connection } from '../../state/act.js';
import { CLASH, clashes, dropClash } from '../../state/clashes.js';
import { keepMemoDraft, readMemoDraft } from '../../state/memo-drafts.js';
import { joinTexts } from '../../state/settle-clash.js';
import { study } from '../../state/study.js';
import {
  draftOf,
  dueText,
  keepBoth,
  keepMine,
  keepTheirs,
  type MemoDraft,
  type MemoState,
  memoArrived,
  memoRefused,
  openMemo,
  receiveMemo,
  sendMemo,
  tellMemo,
  typeMemo,
} from './memo-keeping.js';

/** A pause in typing after which the memo is written. */
const PAUSE_MS = 900;

export type MemoKeeping = {
  readonly state: MemoState;
  /** Whether it is saved, in words. */
  readonly told: string;
  readonly type: (text: string) => void;
  readonly save: () => void;
  readonly takeMine: () => void;
  readonly takeTheirs: () => void;
  /** Missing where one of the two says nothing. */
  readonly takeBoth: (() => void) | undefined;
};

/** What was typed and not written because somebody else wrote: here it is shown beside theirs, and nowhere else. */
function takeClash(theme: string): MemoDraft | undefined {
  const clash = clashes.peek().find(({ action }) => action.kind === 'write-memo' && action.theme === theme);
  if (clash?.action.kind !== 'write-memo') return undefined;
  dropClash(clash.id);
  return { base: '', text: clash.action.text };
}

function openKept(theme: string, held: string): MemoState {
  const clash = takeClash(theme);
  return openMemo(held, readMemoDraft(theme) ?? clash);
}

/** Keeps a memo: written after a pause, on leaving the field and on leaving the page; kept in the browser until then. */
export function useMemoKeeping(theme: string, held: string, reload: () => void): MemoKeeping {
  const [state, setState] = useState(() => openKept(theme, held));
  const latest = useRef(state);
  const isHere = useRef(true);
  const change = (next: MemoState) => {
    if (next === latest.current) return;
    latest.current = next;
    keepMemoDraft(theme, draftOf(next));
    setState(next);
  };
  const save = () => {
    const text = dueText(latest.current);
    if (text === undefined) return;
    const base = markBase({ memo: latest.current.held });
    change(sendMemo(latest.current));
    void act({ kind: 'write-memo', theme, text, base }).then((answer) => {
      change(answer.ok ? memoArrived(latest.current) : memoRefused(latest.current));
      if (answer.ok) return save();
      // Where the board was left meanwhile, it is shown wherever one is.
      if (answer.failure.code !== CLASH || !isHere.current) return;
      takeClash(theme);
      reload();
    });
  };
  const saveNow = useRef(save);
  saveNow.current = save;

  useEffect(() => change(receiveMemo(latest.current, held)), [held]);
  useEffect(() => {
    if (dueText(latest.current) === undefined) return;
    const timer = setTimeout(() => saveNow.current(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [state.typed, state.theirs]);
  useEffect(() => {
    const leave = () => saveNow.current();
    addEventListener('pagehide', leave);
    isHere.current = true;
    return () => {
      isHere.current = false;
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  const choose = (next: MemoState) => {
    change(next);
    save();
  };
  const { theirs } = state;
  const both = theirs === undefined ? undefined : joinMemos(theirs, state.typed);
  return {
    state,
    told: tellMemo(state, connection.value === 'online'),
    type: (text) => change(typeMemo(latest.current, text)),
    save,
    takeMine: () => choose(keepMine(latest.current)),
    takeTheirs: () => change(keepTheirs(latest.current)),
    takeBoth: both === undefined ? undefined : () => choose(keepBoth(latest.current, both)),
  };
}

const joinMemos = (theirs: string, mine: string) =>
  joinTexts({ field: 'memo', now: theirs, next: mine }, study.peek()?.coder ?? '');
