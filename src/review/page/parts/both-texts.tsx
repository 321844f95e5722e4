import type { JSX } from 'preact';
import { Button } from './button.js';
import './both-texts.css';

type Props = {
  /** What stands in the study now, and what was written here. */
  readonly theirs: string;
  readonly mine: string;
  readonly chosen?: 'theirs' | 'mine' | 'both' | undefined;
  readonly onTheirs: () => void;
  readonly onMine: () => void;
  /** Missing where only one of them can stand. */
  readonly onBoth?: () => void;
};

function Text({ title, text }: { readonly title: string; readonly text: string }): JSX.Element {
  return (
    <figure class="both-texts-one">
      <figcaption>{title}</figcaption>
      <div class="both-texts-words">{text.trim() === '' ? <i>nothing</i> : text}</div>
    </figure>
  );
}

/** Two texts side by side of which one is to stand, or both. */
export function BothTexts({ theirs, mine, chosen, onTheirs, onMine, onBoth }: Props): JSX.Element {
  const press = (choice: Props['chosen']) => (chosen === undefined ? {} : { pressed: chosen === choice });
  return (
    <div class="both-texts">
      <div class="both-texts-pair">
        <Text title="There now" text={theirs} />
        <Text title="What you wrote" text={mine} />
      </div>
      <div class="both-texts-choice">
        <Button {...press('theirs')} onClick={onTheirs}>
          Keep theirs
        </Button>
        <Button {...press('mine')} onClick={onMine}>
          Keep mine
        </Button>
        {onBoth !== undefined && (
          <Button {...press('both')} onClick={onBoth}>
            Keep both
          </Button>
        )}
      </div>
    </div>
  );
}
