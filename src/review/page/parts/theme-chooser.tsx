import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { findTheme, lookOfTheme } from '../state/study.js';
import type { RankedTheme } from './rank-themes.js';
import { ThemeRules } from './theme-rules.js';
import { type ChooserProps, useChooser } from './use-chooser.js';
import './theme-chooser.css';

export type { LikelyFor } from './use-chooser.js';

type OptionProps = {
  readonly id: string;
  readonly look: string;
  readonly sign: string;
  readonly isChosen: boolean;
  readonly isActive: boolean;
  readonly onPick: () => void;
  readonly children: ComponentChildren;
};

function Option({ id, look, sign, isChosen, isActive, onPick, children }: OptionProps): JSX.Element {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field, which names the active option.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys.
    <div
      ref={element}
      id={id}
      role="option"
      aria-selected={isChosen}
      class={`chooser-row ${look} ${isActive ? 'chooser-row-active' : ''}`}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <span class="chooser-check" aria-hidden="true">
        {sign}
      </span>
      {children}
    </div>
  );
}

function ThemeName({ row }: { readonly row: RankedTheme }): JSX.Element {
  const parent = row.theme.parent === null ? undefined : findTheme(row.theme.parent);
  return (
    <>
      <span class="chooser-name">
        <span class="chooser-label">{row.theme.label}</span>
        {parent !== undefined && <span class="chooser-parent"> in {parent.label}</span>}
      </span>
      {row.why !== '' && <span class="chooser-why">{row.why}</span>}
    </>
  );
}

/** A field that takes a few letters of a theme, and the themes, most likely first, with their rules. */
export function ThemeChooser(props: ChooserProps): JSX.Element {
  const { query, rows, active, canCreate, search, pick, takeKey } = useChooser(props);
  const id = useId();
  const shown = rows[active]?.theme;
  return (
    <div class="chooser">
      <input
        class="field-input chooser-field"
        role="combobox"
        aria-label="Theme"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        autocomplete="off"
        spellcheck={false}
        autofocus
        placeholder="Type a few letters of a theme"
        value={query}
        onInput={(event) => search(event.currentTarget.value)}
        onKeyDown={takeKey}
      />
      <div
        class="chooser-list"
        id={`${id}-list`}
        role="listbox"
        aria-label="Themes"
        aria-multiselectable={!props.single}
      >
        {rows.map((row, place) => {
          const isChosen = props.chosen.includes(row.theme.id);
          return (
            <Option
              key={row.theme.id}
              id={`${id}-${place}`}
              look={`look-${lookOfTheme(row.theme.id)}`}
              sign={isChosen ? '✓' : ''}
              isChosen={isChosen}
              isActive={place === active}
              onPick={() => pick(place)}
            >
              <ThemeName row={row} />
            </Option>
          );
        })}
        {canCreate && (
          <Option
            id={`${id}-${rows.length}`}
            look=""
            sign="+"
            isChosen={false}
            isActive={active === rows.length}
            onPick={() => pick(rows.length)}
          >
            <span class="chooser-name">New theme “{query.trim()}”</span>
          </Option>
        )}
      </div>
      <div class="chooser-rules" aria-live="polite">
        {shown !== undefined && <ThemeRules theme={shown} />}
      </div>
    </div>
  );
}
