import { signal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { keep, readKept } from './keep.js';
import { isSingleCharacter, nameKey } from './name-key.js';

export type Key = {
  readonly key: string;
  readonly does: string;
  readonly run: (event: KeyboardEvent) => void;
};
type KeySet = { readonly scope: string; readonly keys: readonly Key[]; readonly isWall: boolean };

/** Whether keys that are one character do anything. */
export const singleKeys = signal(true);

const sets: { current: KeySet }[] = [];

/** All keys that work now, for the help: those of the front first. */
export function listKeys(): readonly { readonly scope: string; readonly keys: readonly Key[] }[] {
  return sets
    .map(({ current }) => current)
    .filter(({ keys }) => keys.length > 0)
    .reverse();
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const isText = target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type);
  return isText || target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName);
}

/** Keys that a control in focus needs for itself. */
function isOfControl(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element) || (key !== 'Enter' && key !== 'Space')) return false;
  return target.closest('button, a[href], summary, input, [role="option"], [role="tab"]') !== null;
}

function takeKey(event: KeyboardEvent): void {
  const name = nameKey(event);
  if (event.defaultPrevented || isTyping(event.target) || isOfControl(event.target, name)) return;
  if (isSingleCharacter(name) && !singleKeys.peek()) return;
  for (const { current } of [...sets].reverse()) {
    const found = current.keys.find(({ key }) => key === name);
    if (found !== undefined) {
      event.preventDefault();
      found.run(event);
      return;
    }
    if (current.isWall) return;
  }
}

/** Listens for keys from now on. */
export function followKeys(): void {
  singleKeys.value = readKept('single-keys') !== 'off';
  singleKeys.subscribe((isOn) => keep('single-keys', isOn ? '' : 'off'));
  document.addEventListener('keydown', takeKey);
}

function addSet(set: { current: KeySet }): () => void {
  sets.push(set);
  return () => {
    sets.splice(sets.indexOf(set), 1);
  };
}

/** Keys that work while the component is shown and nobody types. What was shown last comes first. */
export function useKeys(scope: string, keys: readonly Key[]): void {
  const set = useRef<KeySet>({ scope, keys, isWall: false });
  set.current = { scope, keys, isWall: false };
  useEffect(() => addSet(set), []);
}

/** Keeps keys from what lies behind a dialog. In a layout effect, so that it stands below the keys of what is inside. */
export function useKeyWall(): void {
  const set = useRef<KeySet>({ scope: '', keys: [], isWall: true });
  useLayoutEffect(() => addSet(set), []);
}
