import { signal } from '@preact/signals';
import { study } from '../../state/study.js';
import { describePlace, isSamePlace, liftTheme, locateTheme, type Place } from './places.js';
import { layTree, nameTheme, type TreeRow } from './theme-tree.js';
import type { TreeStand } from './tree-steps.js';

/** A theme in hand, and where it would be put. */
export type Moving = { readonly id: string; readonly place: Place; readonly by: 'keys' | 'pointer' };

/** Where the reader stands in the tree, also after a visit to another view. */
export const stand = signal<TreeStand>({ focus: '', closed: new Set() });
export const moving = signal<Moving | undefined>(undefined);
/** On a narrow screen the tree and what is chosen in it take turns. */
export const isDetailOpen = signal(false);

/** Shows a theme in the tree, as after it was made. */
export function showTheme(id: string): void {
  stand.value = { ...stand.peek(), focus: nameTheme(id) };
}

/** The line that is chosen: the first one where the chosen one is gone. */
export function findChosen(): TreeRow | undefined {
  const here = study.value;
  if (here === undefined) return undefined;
  const rows = layTree(here, new Set());
  return rows.find((row) => row.key === stand.value.focus) ?? rows.find((row) => row.theme) ?? rows[0];
}

/** Takes a theme into the hand where it stands. */
export function beginMove(id: string, by: Moving['by'] = 'keys'): void {
  const here = study.peek();
  const theme = here?.themes.find((each) => each.id === id);
  if (here === undefined || theme === undefined) return;
  showTheme(id);
  moving.value = { id, place: locateTheme(here, theme), by };
}

/** The action that puts what is in hand where it would stand; `undefined` where it stands there already. */
export function planMove(now: Moving | undefined) {
  const here = study.peek();
  const theme = here?.themes.find((each) => each.id === now?.id);
  if (now === undefined || here === undefined || theme === undefined) return undefined;
  if (isSamePlace(locateTheme(here, theme), now.place)) return undefined;
  return { kind: 'move-theme' as const, theme: now.id, ...now.place };
}

/** Where what is in hand would stand, in words. */
export function tellPlace(now: Moving): string {
  const here = study.peek();
  return here === undefined ? '' : describePlace(liftTheme(here, now.id), now.place);
}
