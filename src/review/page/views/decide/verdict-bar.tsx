import type { JSX } from 'preact';
import { Button } from '../../parts/button.js';
import type { Verdict } from './passing.js';

type Props = {
  readonly onPass: (verdict: Verdict) => void;
  readonly onOther: () => void;
  readonly onUndo: () => void;
  readonly canUndo: boolean;
};

/** Everything that one can do with a card, each with its key. */
export function VerdictBar({ onPass, onOther, onUndo, canUndo }: Props): JSX.Element {
  return (
    <fieldset class="decide-verdicts">
      <legend class="only-read">Your decision</legend>
      <Button tone="strong" shortcut="y" onClick={() => onPass('accept')}>
        Accept
      </Button>
      <Button shortcut="n" onClick={() => onPass('reject')}>
        Reject
      </Button>
      <Button shortcut="o" onClick={onOther}>
        Other theme…
      </Button>
      <Button shortcut="c" onClick={() => onPass('contradict')}>
        Contradicts
      </Button>
      <Button shortcut="s" onClick={() => onPass('skip')}>
        Skip
      </Button>
      <Button tone="quiet" shortcut="u" disabled={!canUndo} onClick={onUndo}>
        Undo
      </Button>
    </fieldset>
  );
}
