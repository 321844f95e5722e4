import { useEffect, useRef, useState } from 'preact/hooks';
import { z } from 'zod';
import { act, connection } from '../../state/act.js';
import { keep, readKept } from '../../state/keep.js';
import { study } from '../../state/study.js';
import {
  draftOf,
  dueText,
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

const draftSchema = z.object({ base: z.string(), text: z.string() });

function readDraft(key: string): MemoDraft | undefined {
  try {
    const draft = draftSchema.safeParse(JSON.parse(readKept(key) || 'null'));
    return draft.success ? draft.data : undefined;
  } catch {
    return undefined;
  }
}

export type MemoKeeping = {
  readonly state: MemoState;
  /** Whether it is saved, in words. */
  readonly told: string;
  readonly type: (text: string) => void;
  readonly save: () => void;
  readonly takeMine: () => void;
  readonly takeTheirs: () => void;
};

/** Keeps a memo: written after a pause, on leaving the field and on leaving the page; kept in the browser until then. */
export function useMemoKeeping(theme: string, held: string): MemoKeeping {
  const key = `memo.${study.peek()?.name ?? ''}.${study.peek()?.coder ?? ''}.${theme}`;
  const [state, setState] = useState(() => openMemo(held, readDraft(key)));
  const latest = useRef(state);
  const change = (next: MemoState) => {
    if (next === latest.current) return;
    latest.current = next;
    const draft = draftOf(next);
    keep(key, draft === undefined ? '' : JSON.stringify(draft));
    setState(next);
  };
  const save = () => {
    const text = dueText(latest.current);
    if (text === undefined) return;
    change(sendMemo(latest.current));
    void act({ kind: 'write-memo', theme, text }).then((answer) => {
      change(answer.ok ? memoArrived(latest.current) : memoRefused(latest.current));
      if (answer.ok) save();
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
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  const takeMine = () => {
    change(keepMine(latest.current));
    save();
  };
  return {
    state,
    told: tellMemo(state, connection.value === 'online'),
    type: (text) => change(typeMemo(latest.current, text)),
    save,
    takeMine,
    takeTheirs: () => change(keepTheirs(latest.current)),
  };
}
