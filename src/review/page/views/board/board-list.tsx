import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { BoardView } from '../../../messages/deciding.js';
import { Button } from '../../parts/button.js';
import { act } from '../../state/act.js';
import { useDrag } from '../organise/use-drag.js';
import { BoardCard } from './board-card.js';
import { placeAmong } from './ordering.js';
import { useOrder } from './use-order.js';

/** Cards shown at first: a theme may hold hundreds. */
const FIRST = 80;

/** Where a dragged card would be put, counted among the others; found from where they are on the screen. */
function findPlace(list: HTMLElement | null, id: string, y: number): number {
  const others = [...(list?.children ?? [])].filter((item) => item.getAttribute('data-quote') !== id);
  const middles = others.map((item) => {
    const { top, height } = item.getBoundingClientRect();
    return top + height / 2;
  });
  return placeAmong(middles, y);
}

type Drag = { readonly id: string; readonly to: number };

/** How the card at `at` shows what is dragged: the line before it, or behind it at the end of the list. */
function markCard(drag: Drag | undefined, ids: readonly string[], at: number) {
  if (drag === undefined) return undefined;
  if (ids[at] === drag.id) return 'held' as const;
  const others = ids.filter((id) => id !== drag.id);
  const here = others.indexOf(ids[at] ?? '');
  if (here === drag.to) return 'before' as const;
  return drag.to === others.length && here === others.length - 1 ? ('after' as const) : undefined;
}

/** What was chosen for the report here, before the study says so. */
function useChosen(board: BoardView) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const forget = (id: string) => setChosen((old) => new Map([...old].filter(([other]) => other !== id)));
  useEffect(() => {
    setChosen((old) => {
      const now = new Map(board.quotes.map(({ id, important }) => [id, important]));
      return new Map([...old].filter(([id, important]) => now.get(id) !== important));
    });
  }, [board]);
  const choose = (quote: string, important: boolean) => {
    setChosen((old) => new Map([...old, [quote, important]]));
    void act({ kind: 'edit-quote', quote, important }).then((answer) => !answer.ok && forget(quote));
  };
  return { chosen, choose };
}

/** The quotes of a theme in their order. */
export function BoardList({ board }: { readonly board: BoardView }): JSX.Element {
  const { quotes, place } = useOrder(board);
  const { chosen, choose } = useChosen(board);
  const [isAll, setIsAll] = useState(false);
  const [drag, setDrag] = useState<Drag | undefined>();
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef('');
  const start = useDrag({
    onMove: (id, { y }) => setDrag({ id, to: findPlace(list.current, id, y) }),
    onDrop: (id) => {
      if (drag !== undefined) place(id, drag.to);
      setDrag(undefined);
    },
    onCancel: () => setDrag(undefined),
  });
  useEffect(() => {
    if (moved.current === '') return;
    const item = list.current?.querySelector(`[data-quote="${CSS.escape(moved.current)}"]`);
    moved.current = '';
    item?.querySelector<HTMLElement>('[data-handle]')?.focus();
    item?.scrollIntoView({ block: 'nearest' });
  });
  const shown = isAll ? quotes : quotes.slice(0, FIRST);
  const ids = shown.map(({ id }) => id);
  const reasons = new Map(board.picked.map(({ quote, reason }) => [quote, reason]));
  return (
    <>
      <ol class="board-list" ref={list}>
        {shown.map((quote, at) => (
          <BoardCard
            key={quote.id}
            quote={{ ...quote, important: chosen.get(quote.id) ?? quote.important }}
            at={at}
            count={quotes.length}
            theme={board.theme}
            reason={reasons.get(quote.id)}
            mark={markCard(drag, ids, at)}
            onPlace={(to) => {
              moved.current = quote.id;
              place(quote.id, to);
            }}
            onChoose={() => choose(quote.id, !(chosen.get(quote.id) ?? quote.important))}
            onPress={(event) => start(event, quote.id)}
          />
        ))}
      </ol>
      {shown.length < quotes.length && (
        <Button onClick={() => setIsAll(true)}>Show all {quotes.length} quotes</Button>
      )}
    </>
  );
}
