import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { type LikelyFor, ThemeChooser } from './theme-chooser.js';

type Props = {
  /** A quote, or a passage: it decides which themes come first. */
  readonly for: LikelyFor | undefined;
  readonly chosen: readonly string[];
  /** All themes that are chosen in the end. */
  readonly onChoose: (themes: readonly string[]) => void;
  readonly onClose: () => void;
  readonly title?: string;
  /** Only one theme: choosing it is all there is to do. */
  readonly single?: boolean;
};

/** A dialog in which themes are chosen by typing a few letters of each. */
export function ThemePicker(props: Props): JSX.Element {
  const { title = 'Choose themes', single = false, onChoose, onClose } = props;
  const [chosen, setChosen] = useState(props.chosen);
  const foot = single ? undefined : (
    <Button tone="strong" shortcut="Ctrl Enter" onClick={() => onChoose(chosen)}>
      Done
    </Button>
  );
  return (
    <Dialog
      title={single && title === 'Choose themes' ? 'Choose a theme' : title}
      onClose={onClose}
      foot={foot}
    >
      <ThemeChooser for={props.for} chosen={chosen} onChange={setChosen} onDone={onChoose} single={single} />
    </Dialog>
  );
}
