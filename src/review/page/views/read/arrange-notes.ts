import { stackNotes } from './stack-notes.js';

const GAP_PX = 4;

/** Puts each note of a block beside the line in which its quote begins, and none over another. */
export function arrangeNotes(block: HTMLElement): void {
  for (const list of block.querySelectorAll<HTMLElement>('.read-notes')) arrangeList(list);
}

/** The same for the notes of one utterance. */
export function arrangeList(list: HTMLElement): void {
  const utterance = list.closest<HTMLElement>('.read-utterance');
  if (utterance === null) return;
  const top = list.getBoundingClientRect().top;
  const notes = [...list.querySelectorAll<HTMLElement>('.read-note')];
  const wishes = notes.map((note) => {
    const piece = utterance.querySelector(`[data-start="${note.dataset.note}"]`);
    const line = piece?.getClientRects()[0];
    return { top: line === undefined ? 0 : line.top - top, height: note.offsetHeight };
  });
  const tops = stackNotes(wishes, GAP_PX);
  notes.forEach((note, place) => {
    note.style.setProperty('--note-top', `${tops[place] ?? 0}px`);
  });
  const foot = (tops.at(-1) ?? 0) + (wishes.at(-1)?.height ?? 0) + 2 * GAP_PX;
  utterance.style.setProperty('--notes-height', `${foot}px`);
}
