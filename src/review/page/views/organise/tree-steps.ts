import type { TreeRow } from './theme-tree.js';

/** Where the reader stands in the tree, and which lines are closed. */
export type TreeStand = { readonly focus: string; readonly closed: ReadonlySet<string> };

/**
 * Where a key of the tree pattern (WAI-ARIA Authoring Practices, tree view) leads: up, down, home, end; right opens or
 * goes in, left closes or goes out, `*` opens all siblings. `undefined` for a key that the tree does not know.
 */
export function stepTree(rows: readonly TreeRow[], stand: TreeStand, key: string): TreeStand | undefined {
  const at = Math.max(
    0,
    rows.findIndex((row) => row.key === stand.focus),
  );
  const row = rows[at];
  if (row === undefined) return undefined;
  const focusOn = (next: TreeRow | undefined) => ({ ...stand, focus: (next ?? row).key });
  switch (key) {
    case 'ArrowDown':
      return focusOn(rows[at + 1]);
    case 'ArrowUp':
      return focusOn(rows[at - 1]);
    case 'Home':
      return focusOn(rows[0]);
    case 'End':
      return focusOn(rows.at(-1));
    case 'ArrowRight':
      if (row.isOpen) return focusOn(rows[at + 1]);
      return { focus: row.key, closed: openRows(stand.closed, [row]) };
    case 'ArrowLeft':
      if (row.isOpen) return { focus: row.key, closed: new Set([...stand.closed, row.key]) };
      return focusOn(rows.find((other) => other.key === row.parentKey));
    case '*':
      return {
        focus: row.key,
        closed: openRows(
          stand.closed,
          rows.filter((other) => other.parentKey === row.parentKey),
        ),
      };
    default:
      return undefined;
  }
}

function openRows(closed: ReadonlySet<string>, rows: readonly TreeRow[]): ReadonlySet<string> {
  const opened = new Set(rows.map((row) => row.key));
  return new Set([...closed].filter((key) => !opened.has(key)));
}

/**
 * The line that typed letters lead to: the next one whose label begins with them, going round at the end. One letter,
 * typed once or again and again, goes on to the next line; more letters may stay on the line that already fits.
 */
export function findTyped(rows: readonly TreeRow[], focus: string, typed: string): TreeRow | undefined {
  const letters = foldCase(typed);
  if (letters === '') return undefined;
  const isOneLetter = [...letters].every((letter) => letter === letters[0]);
  const sought = isOneLetter ? letters.slice(0, 1) : letters;
  const at = rows.findIndex((row) => row.key === focus);
  const from = isOneLetter ? at + 1 : Math.max(at, 0);
  const round = [...rows.slice(from), ...rows.slice(0, from)];
  return round.find((row) => foldCase(row.label).startsWith(sought));
}

function foldCase(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Keys of the lines above a theme, so that they can be opened to show it. */
export function openTowards(closed: ReadonlySet<string>, parents: readonly string[]): ReadonlySet<string> {
  const wanted = new Set(parents);
  return new Set([...closed].filter((key) => !wanted.has(key)));
}
