import type { QueueItem, QueueView } from '../../../messages/deciding.js';

/** What a coder did with a card. */
export type Verdict = 'accept' | 'reject' | 'contradict' | 'other' | 'skip';

type Passed = {
  readonly item: QueueItem;
  readonly verdict: Verdict;
  /** The theme given instead, where the verdict is `other`. */
  readonly instead: string;
};

/**
 * The queue as one window sees it. Cards go the moment they are decided; what is not yet in the server's list is
 * remembered in `gone`, until a list arrives that was made after the decision.
 */
export type Passing = {
  /** The first one is on the table. */
  readonly items: readonly QueueItem[];
  /** Decided here: version of the study that holds it, infinite until it is acknowledged. */
  readonly gone: ReadonlyMap<string, number>;
  readonly skipped: readonly QueueItem[];
  /** Latest last. */
  readonly passed: readonly Passed[];
  /** Open ones by the server's last count, less those decided since. */
  readonly open: number;
};

/** Cards that can be taken back one after the other. */
const REMEMBERED = 200;

export const nothingPassed: Passing = { items: [], gone: new Map(), skipped: [], passed: [], open: 0 };

export function nameCard(quote: string, theme: string): string {
  return `${quote}\n${theme}`;
}

function nameItem(item: QueueItem): string {
  return nameCard(item.quote.id, item.suggestion.theme);
}

/** Takes a fresh list in: the card on the table stays, what was decided or skipped here does not come again. */
export function receiveQueue(
  passing: Passing,
  queue: Pick<QueueView, 'items' | 'open' | 'version'>,
): Passing {
  const gone = new Map([...passing.gone].filter(([, version]) => version > queue.version));
  const skipped = new Set(passing.skipped.map(nameItem));
  const current = passing.items[0];
  const held = current === undefined ? '' : nameItem(current);
  const fresh = new Map(queue.items.map((item) => [nameItem(item), item]));
  const next = [...fresh].filter(([name]) => !gone.has(name) && !skipped.has(name) && name !== held);
  // What somebody reads stays as it is; only what others decided meanwhile is new.
  const table = current === undefined ? [] : [{ ...current, quote: fresh.get(held)?.quote ?? current.quote }];
  return {
    ...passing,
    gone,
    items: [...table, ...next.map(([, item]) => item)],
    open: Math.max(0, queue.open - [...gone.keys()].filter((name) => fresh.has(name)).length),
  };
}

/** Puts the card on the table away, and the next one on it. */
export function passCard(passing: Passing, verdict: Verdict, instead = ''): Passing {
  const [item, ...items] = passing.items;
  if (item === undefined) return passing;
  const passed = [...passing.passed, { item, verdict, instead }].slice(-REMEMBERED);
  if (verdict === 'skip') return { ...passing, items, passed, skipped: [...passing.skipped, item] };
  const names = namesOf(item, instead);
  const left = items.filter((other) => !names.includes(nameItem(other)));
  return {
    ...passing,
    items: left,
    passed,
    gone: new Map([
      ...passing.gone,
      ...names.map((name): [string, number] => [name, Number.POSITIVE_INFINITY]),
    ]),
    open: Math.max(0, passing.open - 1 - (items.length - left.length)),
  };
}

function namesOf(item: QueueItem, instead: string): readonly string[] {
  return instead === '' ? [nameItem(item)] : [nameItem(item), nameCard(item.quote.id, instead)];
}

/** Remembers which version of the study holds a decision, once it is acknowledged. */
export function settleCard(
  passing: Passing,
  item: QueueItem,
  settled: { instead: string; version: number },
): Passing {
  const gone = new Map(passing.gone);
  for (const name of namesOf(item, settled.instead)) if (gone.has(name)) gone.set(name, settled.version);
  return { ...passing, gone };
}

/** Puts the latest card back on the table, and says what was done with it; `undefined` where nothing was done. */
export function takeBack(passing: Passing): { readonly passing: Passing; readonly last: Passed } | undefined {
  const last = passing.passed.at(-1);
  if (last === undefined) return undefined;
  return { last, passing: { ...returnCard(passing, last.item), passed: passing.passed.slice(0, -1) } };
}

/** Puts a card back on the table, as when its decision was refused. */
export function returnCard(passing: Passing, item: QueueItem): Passing {
  const name = nameItem(item);
  const wasSkipped = passing.skipped.some((other) => nameItem(other) === name);
  const names = namesOf(item, passing.passed.findLast((each) => each.item === item)?.instead ?? '');
  return {
    ...passing,
    items: [item, ...passing.items.filter((other) => nameItem(other) !== name)],
    gone: new Map([...passing.gone].filter(([gone]) => !names.includes(gone))),
    skipped: passing.skipped.filter((other) => nameItem(other) !== name),
    passed: passing.passed.filter((each) => each.item !== item),
    open: wasSkipped ? passing.open : passing.open + 1,
  };
}

/** Brings the skipped ones again, in the order in which they were skipped. */
export function bringSkipped(passing: Passing): Passing {
  return { ...passing, items: [...passing.items, ...passing.skipped], skipped: [] };
}

/** How many of the cards passed here were decided, and not only skipped. */
export function countDecided(passing: Passing): number {
  return passing.passed.filter((each) => each.verdict !== 'skip').length;
}
