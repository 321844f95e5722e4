import { useEffect, useRef, useState } from 'preact/hooks';
import { markBase } from '../../../../model/base.js';
import type { QuoteView } from '../../../messages/common.js';
import type { BoardView } from '../../../messages/deciding.js';
import { act } from '../../state/act.js';
import { announce } from '../../state/announce.js';
import { keepOrder, moveTo } from './ordering.js';

/** A pause after which a new order is written: ten steps with the arrow key are one thing to undo. */
const PAUSE_MS = 700;

export type Ordering = {
  readonly quotes: readonly QuoteView[];
  readonly place: (id: string, to: number) => void;
};

/** The quotes in the order made here, which shows at once and is written after a pause. */
export function useOrder({ theme, quotes: held, ordered }: BoardView): Ordering {
  const [order, setOrder] = useState<readonly string[] | undefined>();
  const due = useRef<readonly string[] | undefined>(undefined);
  const onWay = useRef(0);
  // The order that the one made here was begun from.
  const begun = useRef('');
  const quotes = order === undefined ? held : keepOrder(held, order);

  const write = () => {
    const ids = due.current;
    if (ids === undefined) return;
    const base = markBase({ order: begun.current });
    due.current = undefined;
    begun.current = ids.join('\n');
    onWay.current += 1;
    void act({ kind: 'order-quotes', theme, quotes: [...ids], base }).then((answer) => {
      onWay.current -= 1;
      if (!answer.ok && due.current === undefined) setOrder(undefined);
    });
  };
  const writeNow = useRef(write);
  writeNow.current = write;
  useEffect(() => {
    // What the study holds now is the order made here, or a later one.
    if (due.current === undefined && onWay.current === 0) setOrder(undefined);
  }, [held]);
  useEffect(() => {
    if (due.current === undefined) return;
    const timer = setTimeout(() => writeNow.current(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [order]);
  useEffect(() => {
    const leave = () => writeNow.current();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);

  const place = (id: string, to: number) => {
    const now = quotes.map((quote) => quote.id);
    const next = moveTo(now, id, to);
    if (next.every((other, at) => other === now[at])) return;
    if (due.current === undefined && onWay.current === 0) begun.current = ordered.join('\n');
    due.current = next;
    setOrder(next);
    announce(`Now ${next.indexOf(id) + 1} of ${next.length}`);
  };
  return { quotes, place };
}
