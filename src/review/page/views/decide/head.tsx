import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Button } from '../../parts/button.js';
import { Meter } from '../../parts/meter.js';
import { go, linkTo } from '../../state/route.js';
import { blind, study } from '../../state/study.js';

type Props = { readonly theme: string; readonly decided: number; readonly open: number };

function ThemeFilter({ theme }: { readonly theme: string }): JSX.Element {
  const id = useId();
  const dimensions = study.value?.dimensions ?? [];
  const themes = study.value?.themes ?? [];
  return (
    <div class="decide-filter">
      <label for={id}>Theme</label>
      <select
        id={id}
        class="field-input"
        value={theme}
        onChange={(event) => go(linkTo('decide', '', { theme: event.currentTarget.value }))}
      >
        <option value="">All themes</option>
        {dimensions.map((dimension) => (
          <optgroup key={dimension.id} label={dimension.label}>
            {themes
              .filter((each) => each.dimension === dimension.id)
              .map((each) => (
                <option key={each.id} value={each.id}>
                  {each.label}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

export function toggleBlind(): void {
  blind.value = !blind.peek();
}

/** What is shown, how far it is, and whether others' decisions are hidden. */
export function Head({ theme, decided, open }: Props): JSX.Element {
  return (
    <header class="decide-head">
      <h1>Decide</h1>
      <div class="decide-progress">
        {decided + open > 0 && <Meter value={decided} of={decided + open} label="Decided this time" />}
      </div>
      <ThemeFilter theme={theme} />
      <Button pressed={blind.value} shortcut="b" onClick={toggleBlind}>
        Blind
      </Button>
      {blind.value && <p class="decide-quiet decide-blind">Other coders’ decisions are hidden.</p>}
    </header>
  );
}
