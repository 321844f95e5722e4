import { useEffect, useRef, useState } from 'preact/hooks';
import { type QueueView, queueSchema } from '../../../messages/deciding.js';
import type { Failure } from '../../../messages/study.js';
import { askFor } from '../../state/ask.js';
import { blind, suggestedVersion } from '../../state/study.js';
import { nothingPassed, type Passing, receiveQueue } from './passing.js';

/** Cards asked for at a time, and how few may be left before more are asked for. */
const AHEAD = 30;
const FEW = 10;
const AGAIN_MS = 2000;

export type Queue = {
  readonly passing: Passing;
  readonly change: (next: (passing: Passing) => Passing) => void;
  /** The last list that arrived; `undefined` before the first. */
  readonly last: QueueView | undefined;
  readonly failure: Failure | undefined;
  readonly reload: () => void;
};

/**
 * The open suggestions, asked for ahead of the reader: when few cards are left, when suggestions were made anew, and
 * when another theme or blind mode is chosen.
 */
export function useQueue(theme: string): Queue {
  const [passing, change] = useState<Passing>(nothingPassed);
  const [last, setLast] = useState<QueueView>();
  const [failure, setFailure] = useState<Failure>();
  const [asked, setAsked] = useState(0);
  const turn = useRef(0);
  const gone = useRef(0);
  gone.current = passing.gone.size;
  const isShort = passing.items.length < FEW && passing.open > passing.items.length;
  const made = suggestedVersion.value;
  const isBlind = blind.value;
  const reload = () => setAsked((count) => count + 1);

  useEffect(() => {
    if (theme !== '') change(takeTheme(theme));
  }, [theme]);
  useEffect(() => {
    turn.current += 1;
    const mine = turn.current;
    const query = new URLSearchParams({ count: `${Math.min(500, AHEAD + gone.current)}` });
    if (theme !== '') query.set('theme', theme);
    void askFor(queueSchema, `/api/queue?${query}`).then((answer) => {
      if (mine !== turn.current) return;
      setFailure(answer.ok ? undefined : answer.failure);
      if (!answer.ok) return;
      setLast(answer.value);
      change((now) => receiveQueue(now, answer.value));
    });
  }, [theme, made, isBlind, isShort, asked]);
  useEffect(() => {
    if (last?.ready !== false) return;
    const timer = setTimeout(reload, AGAIN_MS);
    return () => clearTimeout(timer);
  }, [last]);
  return { passing, change, last, failure, reload };
}

/** Leaves the cards of one theme. */
function takeTheme(theme: string): (passing: Passing) => Passing {
  return (passing) => ({
    ...passing,
    items: passing.items.filter((item) => item.suggestion.theme === theme),
  });
}
