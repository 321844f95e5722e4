import type { Theme } from '../../model/theme.js';
import { groupBy } from './group-by.js';

/** A theme in its place: `number` is "2" or "2.1", `under` the theme above it. */
export type OutlinedTheme = {
  readonly theme: Theme;
  readonly number: string;
  readonly under?: Theme;
  readonly hasSubThemes: boolean;
};

/** Negative where the first comes first. */
export type CompareThemes = (a: Theme, b: Theme) => number;

/**
 * Themes in the order of the tree, numbered; brothers and sisters stand in the order of `compare`, and in that of
 * the taxonomy where it says 0. A theme whose parent is not among `themes` stands at the top.
 */
export function outlineThemes(themes: readonly Theme[], compare: CompareThemes = () => 0): OutlinedTheme[] {
  const ids = new Set(themes.map(({ id }) => id));
  const children = groupBy(themes, ({ parentId }) =>
    parentId !== null && ids.has(parentId) ? parentId : null,
  );
  const walk = (parent: OutlinedTheme | undefined): OutlinedTheme[] =>
    (children.get(parent?.theme.id ?? null) ?? []).toSorted(compare).flatMap((theme, index) => {
      const number = parent === undefined ? `${index + 1}` : `${parent.number}.${index + 1}`;
      const outlined = {
        theme,
        number,
        ...(parent === undefined ? {} : { under: parent.theme }),
        hasSubThemes: children.has(theme.id),
      };
      return [outlined, ...walk(outlined)];
    });
  return walk(undefined);
}
