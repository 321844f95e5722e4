import {
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

/** A stretch of a text that becomes other words. */
export type Splice = { readonly start: number; readonly end: number; readonly put: string };

export const splice = (text: string, { start, end, put }: Splice): string =>
  text.slice(0, start) + put + text.slice(end);

/** Where the line of a place begins, and where the next one does. */
export const startLine = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
export function endLine(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  return feed < 0 ? text.length : feed + 1;
}

export const columnOf = (text: string, at: number): number => at - startLine(text, at);

export const startOf = (node: Node): number => node.range?.[0] ?? 0;

/** Where what a node says ends: without comments and white space after it. */
export function endOf(text: string, node: Node): number {
  if (isMap(node) && node.flow !== true) return endOfPair(text, node.items.at(-1), startOf(node));
  if (isSeq(node) && node.flow !== true) {
    const last = node.items.at(-1);
    return isNode(last) ? endOf(text, last) : startOf(node);
  }
  const [start, end] = node.range ?? [0, 0];
  return start + text.slice(start, end).trimEnd().length;
}

/** Where a pair ends; one without a value ends with its colon. */
export function endOfPair(text: string, pair: Pair | undefined, otherwise: number): number {
  if (pair === undefined || !isNode(pair.key)) return otherwise;
  const colon = text.indexOf(':', pair.key.range?.[1] ?? 0) + 1;
  return isNode(pair.value) ? Math.max(colon, endOf(text, pair.value)) : colon;
}

export const startOfPair = ({ key }: Pair): number => (isNode(key) ? startOf(key) : 0);

export const findPair = (map: YAMLMap, name: string): Pair | undefined =>
  map.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === name);

/** Where the dash of a list's item stands. */
export const findDash = (text: string, item: Node): number => text.lastIndexOf('-', startOf(item) - 1);

/** The lines of an item of a list in lines of its own, with the comment lines right above it. */
export function findLines(text: string, item: Node): { readonly start: number; readonly end: number } {
  const column = columnOf(text, findDash(text, item));
  let start = startLine(text, findDash(text, item));
  for (let before = start; before > 0; ) {
    before = startLine(text, before - 1);
    const line = text.slice(before, start);
    if (line.search(/\S/) !== column || line.charAt(column) !== '#') break;
    start = before;
  }
  return { start, end: endLine(text, endOf(text, item)) };
}

/** Lines moved to another column; empty ones stay empty. */
export function indent(lines: string, from: number, to: number): string {
  return lines
    .split('\n')
    .map((line) =>
      line.trim() === '' ? line : ' '.repeat(Math.max(0, line.search(/\S/) - from + to)) + line.trimStart(),
    )
    .join('\n');
}

/** What is left of a list between brackets when one of its items, and a comma, goes. */
export function cutFlowItem(text: string, { items }: Pick<YAMLSeq | YAMLMap, 'items'>, at: number): Splice {
  const place = (item: unknown) => {
    if (isPair(item)) return { start: startOfPair(item), end: endOfPair(text, item, 0) };
    return isNode(item) ? { start: startOf(item), end: endOf(text, item) } : { start: 0, end: 0 };
  };
  const own = place(items[at]);
  const next = items[at + 1];
  const before = items[at - 1];
  if (next !== undefined) return { start: own.start, end: place(next).start, put: '' };
  return { start: before === undefined ? own.start : place(before).end, end: own.end, put: '' };
}
