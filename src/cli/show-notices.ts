import type { Notice } from '../model/notice.js';
import { describePlace } from './describe-error.js';
import type { Colours, Door } from './door.js';

const order = { error: 0, caution: 1, info: 2 } as const;

function describeNotice(notice: Notice, colours: Colours): string {
  const paint = { error: colours.red, caution: colours.yellow, info: colours.cyan }[notice.severity];
  return `${paint(notice.severity.padEnd(7))} ${describePlace(notice.place)}  ${notice.message} ${colours.dim(`[${notice.code}]`)}`;
}

const countOf = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** `2 errors, 1 caution`; empty where there is nothing. */
export function countNotices(notices: readonly Notice[]): string {
  const count = (severity: Notice['severity']) =>
    notices.filter((notice) => notice.severity === severity).length;
  const parts = [
    [count('error'), 'error'] as const,
    [count('caution'), 'caution'] as const,
    [count('info'), 'remark'] as const,
  ];
  return parts
    .filter(([number]) => number > 0)
    .map(([number, word]) => countOf(number, word))
    .join(', ');
}

/** Tells every notice, worst first. */
export function showNotices(notices: readonly Notice[], door: Door): void {
  const sorted = notices.toSorted((a, b) => order[a.severity] - order[b.severity]);
  for (const notice of sorted) door.tell(describeNotice(notice, door.colours));
}

/** Tells the errors, and how many other notices `check` would show. */
export function summariseNotices(notices: readonly Notice[], door: Door): void {
  const errors = notices.filter((notice) => notice.severity === 'error');
  showNotices(errors, door);
  const others = countNotices(notices.filter((notice) => notice.severity !== 'error'));
  if (others !== '') door.tell(door.colours.dim(`${others}: "themeloom check" shows them`));
}

/** Whether the notices hold something that could not be used: exit code 1. */
export function holdsErrors(notices: readonly Notice[]): boolean {
  return notices.some((notice) => notice.severity === 'error');
}
