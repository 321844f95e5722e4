import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { ThemeView } from '../../../messages/study.js';
import { study } from '../../state/study.js';
import { nameDimension, nameTheme } from './theme-tree.js';

type Props = {
  readonly label: string;
  readonly chosen: string;
  readonly onChoose: (theme: string) => void;
  /** The choice of no theme, in words. */
  readonly none: string;
  readonly without?: ReadonlySet<string>;
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

/** The themes as a list of options, by dimension. */
export function ThemeSelect({ label, chosen, onChoose, none, without }: Props): JSX.Element {
  const id = useId();
  const dimensions = study.value?.dimensions ?? [];
  const themes = study.value?.themes ?? [];
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
        <option value="">{none}</option>
        {dimensions.map((dimension) => (
          <optgroup key={dimension.id} label={dimension.label}>
            {themes
              .filter((theme) => theme.dimension === dimension.id && !without?.has(theme.id))
              .map((theme) => (
                <option key={theme.id} value={theme.id}>
                  {indent(themes, theme)}
                  {theme.label}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

type HomeProps = {
  readonly label: string;
  /** Key of a dimension or a theme. */
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
};

/** Where a theme can be put: at the top of a dimension, or under a theme. */
export function HomeSelect({ label, chosen, onChoose }: HomeProps): JSX.Element {
  const id = useId();
  const dimensions = study.value?.dimensions ?? [];
  const themes = study.value?.themes ?? [];
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
        {dimensions.map((dimension) => (
          <optgroup key={dimension.id} label={dimension.label}>
            <option value={nameDimension(dimension.id)}>At the top of “{dimension.label}”</option>
            {themes
              .filter((theme) => theme.dimension === dimension.id)
              .map((theme) => (
                <option key={theme.id} value={nameTheme(theme.id)}>
                  {indent(themes, theme)}Under “{theme.label}”
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
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
