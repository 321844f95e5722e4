import type { Change } from '../../model/history.js';
import type { Taxonomy } from '../../model/theme.js';
import type { ThemeChange } from './change-parts.js';
import { flattenTree, growTree, putIn, type ThemeTree, takeOut, toTheme } from './theme-tree.js';

/** A taxonomy with changes made, one after the other. The very same value where no change is about a theme. */
export function applyThemes(taxonomy: Taxonomy, changes: readonly Change[]): Taxonomy {
  const own = changes.filter((change) => change.kind === 'theme');
  if (own.length === 0) return taxonomy;
  const tree = growTree(taxonomy);
  for (const change of own) applyTheme(tree, change);
  return flattenTree(tree);
}

/** Makes one change in a tree. */
export function applyTheme(tree: ThemeTree, change: ThemeChange): void {
  const { id, after } = change;
  const isThere = tree.themes.has(id);
  if (after === null) {
    takeOut(tree, id);
    tree.themes.delete(id);
    return;
  }
  if (!isThere || isMove(change)) {
    takeOut(tree, id);
    putIn(tree, id, after);
  }
  tree.themes.set(id, toTheme(after));
}

/** Whether a theme goes elsewhere, rather than saying something else. */
export function isMove({ before, after }: ThemeChange): boolean {
  if (before === null || after === null) return true;
  return (
    before.parent !== after.parent ||
    before.dimension !== after.dimension ||
    before.position !== after.position
  );
}
