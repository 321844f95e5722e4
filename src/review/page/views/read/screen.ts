import type { Stretch } from './place-utterance.js';
import { makeRange } from './read-selection.js';
import type { Jump } from './reading.js';

/** The place may lie between two utterances: the first words within so many units are looked for. */
const REACH = 40;

/** What stands above the text and covers it. */
function topOfText(): number {
  const bars = document.querySelectorAll('[data-covers]');
  return Math.max(0, ...Array.from(bars, (bar) => bar.getBoundingClientRect().bottom));
}

/** What covers the foot of the screen, such as the panel on a phone. */
function footOfText(): number {
  const sheet = document.querySelector('[data-covers-foot]')?.getBoundingClientRect();
  return sheet !== undefined && sheet.width > innerWidth * 0.8 ? sheet.top : innerHeight;
}

/** Scrolls so that a place of the text stands in the upper third; gently: only where it is not to be seen. */
export function placeOnScreen(list: Element, { offset, isGentle }: Jump): void {
  const rect = makeRange(list, { start: offset, end: offset + REACH })?.getClientRects()[0];
  if (rect === undefined) return;
  const top = topOfText();
  const foot = footOfText();
  if (isGentle && rect.top >= top + 8 && rect.bottom <= foot - 24) return;
  scrollBy({ top: rect.top - top - (foot - top) * 0.28, behavior: 'instant' });
}

/** The stretch of the text whose utterances are on the screen, as far as the drawn ones tell. */
export function readSeen(list: Element, before: Stretch): Stretch {
  let start = -1;
  let end = -1;
  for (const row of list.querySelectorAll('.read-utterance')) {
    const rect = row.getBoundingClientRect();
    if (rect.bottom < 0 || rect.top > innerHeight) continue;
    const pieces = row.querySelectorAll<HTMLElement>('[data-start]');
    const length = (row.querySelector('.read-words')?.textContent?.length ?? 0) || 1;
    const from = Number(pieces[0]?.dataset.start ?? 0);
    const hidden = Math.max(0, -rect.top) / rect.height;
    const shown = Math.min(1, (innerHeight - rect.top) / rect.height);
    if (start < 0) start = from + Math.round(hidden * length);
    end = from + Math.round(shown * length);
  }
  return start < 0 || (start === before.start && end === before.end) ? before : { start, end };
}
