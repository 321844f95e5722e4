import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { StudyView, ThemeView } from '../../../messages/study.js';
import { study } from '../../state/study.js';
import { nameDimension, nameTheme } from './theme-tree.js';

type Dimension = StudyView['dimensions'][number];

type ListProps = {
  readonly label: string;
  readonly chosen: string;
  readonly onChoose: (value: string) => void;
  /** What stands before the dimensions, and before and in place of the themes of each. */
  readonly first?: ComponentChildren;
  readonly showHead?: (dimension: Dimension) => ComponentChildren;
  readonly showTheme: (theme: ThemeView) => { readonly value: string; readonly words: string } | undefined;
};

/** How deep a theme stands, drawn before its name: a list of options knows no levels. */
function indent(themes: readonly ThemeView[], theme: ThemeView): string {
  let depth = 0;
  let parent = theme.parent;
  while (parent !== null && depth < 8) {
    depth += 1;
    const above = themes.find(({ id }) => id === parent);
    parent = above?.parent ?? null;
  }
  return '\u2003'.repeat(depth);
}

/** Themes as options of one list, by dimension. */
function ThemeOptions({ label, chosen, onChoose, first, showHead, showTheme }: ListProps): JSX.Element {
  const id = useId();
  const themes = study.value?.themes ?? [];
  const list = (dimension: Dimension) =>
    themes.flatMap((theme) => {
      const shown = theme.dimension === dimension.id ? showTheme(theme) : undefined;
      if (shown === undefined) return [];
      return (
        <option key={theme.id} value={shown.value}>
          {indent(themes, theme)}
          {shown.words}
        </option>
      );
    });
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <select
        id={id}
        class="field-input"
        value={chosen}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {first}
        {(study.value?.dimensions ?? []).map((dimension) => (
          <optgroup key={dimension.id} label={dimension.label}>
            {showHead?.(dimension)}
            {list(dimension)}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

type Props = Pick<ListProps, 'label' | 'chosen' | 'onChoose'> & {
  /** The choice of no theme, in words. */
  readonly none: string;
  readonly without?: ReadonlySet<string>;
};

/** The choice of a theme. */
export function ThemeSelect({ none, without, ...list }: Props): JSX.Element {
  return (
    <ThemeOptions
      {...list}
      first={<option value="">{none}</option>}
      showTheme={({ id, label }) => (without?.has(id) === true ? undefined : { value: id, words: label })}
    />
  );
}

/** Where a theme can be put: at the top of a dimension, or under a theme. What is chosen is the key of either. */
export function HomeSelect(props: Pick<ListProps, 'label' | 'chosen' | 'onChoose'>): JSX.Element {
  return (
    <ThemeOptions
      {...props}
      showHead={({ id, label }) => <option value={nameDimension(id)}>At the top of “{label}”</option>}
      showTheme={({ id, label }) => ({ value: nameTheme(id), words: `Under “${label}”` })}
    />
  );
}

/** The dimension and parent that a key stands for; the first dimension where it stands for nothing. */
export function readHome(key: string): { readonly dimension: string; readonly parent: string | null } {
  const here = study.peek();
  const theme = here?.themes.find(({ id }) => nameTheme(id) === key);
  if (theme !== undefined) return { dimension: theme.dimension, parent: theme.id };
  const dimension = here?.dimensions.find(({ id }) => nameDimension(id) === key) ?? here?.dimensions[0];
  return { dimension: dimension?.id ?? 'theme', parent: null };
}
