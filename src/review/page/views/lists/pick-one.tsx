import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import './pick-one.css';

export type Choosable = { readonly id: string; readonly label: string };
type Props = {
  readonly label: string;
  readonly choices: readonly Choosable[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
};

/** A labelled list of choices of which one holds: the browser's own, so that it works everywhere. */
export function PickOne({ label, choices, chosen, onChoose }: Props): JSX.Element {
  const id = useId();
  // A link may name what is no longer there: it is shown, so that it can be left.
  const isKnown = choices.some((choice) => choice.id === chosen);
  const all = isKnown ? choices : [...choices, { id: chosen, label: `${chosen} (not here)` }];
  return (
    <div class="pick-one">
      <label class="pick-one-label" for={id}>
        {label}
      </label>
      <select
        id={id}
        class="pick-one-list"
        value={chosen}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {all.map((choice) => (
          <option key={choice.id} value={choice.id} selected={choice.id === chosen}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
