import type { Taxonomy } from '../../model/theme.js';

/** Ids of a theme and of all themes under it. */
export function listUnderTheme(themeId: string, { themes }: Taxonomy): ReadonlySet<string> {
  const found = new Set([themeId]);
  // Parents stand before their children.
  for (const { id, parentId } of themes) {
    if (parentId !== null && found.has(parentId)) found.add(id);
  }
  return found;
}
