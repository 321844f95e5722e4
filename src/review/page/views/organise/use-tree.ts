import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { study } from '../../state/study.js';
import { doAndOffer } from './done.js';
import { liftTheme, putTheme, stepPlace } from './places.js';
import { beginMove, isDetailOpen, moving, planMove, showTheme, stand } from './stand.js';
import { layTree, nameTheme, type TreeRow } from './theme-tree.js';
import { findTyped, openTowards, stepTree } from './tree-steps.js';

const TYPING_MS = 700;
const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];

/** The lines as they are shown: with the theme that is moved by keys at its new place. */
export function useRows(): readonly TreeRow[] {
  const here = study.value;
  if (here === undefined) return [];
  const now = moving.value;
  const shown = now?.by === 'keys' ? putTheme(here, now.id, now.place) : here;
  return layTree(shown, stand.value.closed);
}

/** One step of the theme in hand. A closed theme that it goes into is opened, so that one sees where it is. */
export function stepMove(key: string): void {
  const now = moving.peek();
  const here = study.peek();
  if (now === undefined || here === undefined) return;
  const place = stepPlace(liftTheme(here, now.id), now.place, key);
  moving.value = { ...now, place, by: 'keys' };
  const { closed } = stand.peek();
  const parents = place.parent === null ? [] : [nameTheme(place.parent)];
  stand.value = { focus: nameTheme(now.id), closed: openTowards(closed, parents) };
}

export function endMove(isDone: boolean): void {
  const action = planMove(moving.peek());
  const id = moving.peek()?.id;
  moving.value = undefined;
  if (id !== undefined) showTheme(id);
  if (isDone && action !== undefined) void doAndOffer(action);
}

export type TreeCommands = {
  readonly rename: (row: TreeRow) => void;
  readonly remove: (row: TreeRow) => void;
  readonly add: (row: TreeRow) => void;
};

function takeMoveKey(event: KeyboardEvent): boolean {
  if (moving.peek() === undefined) return false;
  if (ARROWS.includes(event.key)) stepMove(event.key);
  else if (event.key === 'Enter') endMove(true);
  else if (event.key === 'Escape') endMove(false);
  else return false;
  return true;
}

/** The keys that the buttons of a theme name: they hold in the tree and in the detail beside it. */
export function takeThemeKey(event: KeyboardEvent, row: TreeRow, commands: TreeCommands): boolean {
  if (event.key === 'Insert') commands.add(row);
  else if (row.theme === undefined) return false;
  else if (event.key === 'F2') commands.rename(row);
  else if (event.key === 'Delete') commands.remove(row);
  else return false;
  return true;
}

function takeCommand(event: KeyboardEvent, row: TreeRow, commands: TreeCommands): boolean {
  const { theme } = row;
  if (takeThemeKey(event, row, commands)) return true;
  if (event.key === 'Enter' || event.key === ' ') isDetailOpen.value = true;
  else if (theme !== undefined && event.altKey && ARROWS.includes(event.key)) {
    beginMove(theme.id);
    stepMove(event.key);
  } else return false;
  return true;
}

/** The keys of the tree, and the focus that follows them. */
export function useTree(rows: readonly TreeRow[], chosen: string, commands: TreeCommands) {
  const tree = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });
  const isFollowing = useFollow(tree, chosen);

  const takeLetter = (event: KeyboardEvent): boolean => {
    const isLetter = event.key.length === 1 && event.key !== '?' && event.key !== ' ';
    if (!isLetter || event.ctrlKey || event.metaKey || event.altKey) return false;
    const goesOn = event.timeStamp - typed.current.at < TYPING_MS;
    typed.current = { text: (goesOn ? typed.current.text : '') + event.key, at: event.timeStamp };
    const found = findTyped(rows, chosen, typed.current.text);
    if (found !== undefined) stand.value = { ...stand.peek(), focus: found.key };
    return true;
  };
  const takeStep = (event: KeyboardEvent): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const next = stepTree(rows, { ...stand.peek(), focus: chosen }, event.key);
    if (next !== undefined) stand.value = next;
    return next !== undefined;
  };
  const takeKey = (event: KeyboardEvent) => {
    const row = rows.find(({ key }) => key === chosen);
    if (row === undefined || event.target instanceof HTMLInputElement) return;
    const isMove = takeMoveKey(event);
    const isCommand = !isMove && takeCommand(event, row, commands);
    if (!isMove && !isCommand && !takeStep(event) && !takeLetter(event)) return;
    event.preventDefault();
    event.stopPropagation();
    // Commands open a field, a dialog or the detail, which take the focus themselves; Alt with an arrow begins a move.
    isFollowing.current = !isCommand || event.altKey;
  };
  return { tree, takeKey };
}

function findLine(tree: HTMLElement | null, key: string): HTMLElement | null {
  return tree?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? null;
}

/** Moves the focus to the chosen line after a key did something, also when the line was put elsewhere. */
function useFollow(tree: RefObject<HTMLElement | null>, chosen: string): { current: boolean } {
  const isFollowing = useRef(false);
  useEffect(() => {
    const here = document.activeElement?.getAttribute('data-key') ?? chosen;
    const isAstray = here !== chosen && tree.current?.contains(document.activeElement) === true;
    const now = moving.peek();
    if (now?.by === 'keys') findLine(tree.current, nameTheme(now.id))?.scrollIntoView({ block: 'nearest' });
    if (!isFollowing.current && !isAstray) return;
    isFollowing.current = false;
    if (document.querySelector('dialog[open]') !== null) return;
    findLine(tree.current, chosen)?.focus();
  });
  return isFollowing;
}
