import type { JSX } from 'preact';
import { Button } from '../../parts/button.js';
import { version } from '../../state/study.js';
import { done, undoDone } from './done.js';
import './undo-strip.css';

/** What was just done, with a way back, until something else is done or it is put away. */
export function UndoStrip(): JSX.Element | null {
  const last = done.value;
  if (last === undefined || last.at !== version.value) return null;
  return (
    <div class="undo-strip">
      <p>{last.told}</p>
      <Button onClick={undoDone}>Undo</Button>
      <Button
        tone="quiet"
        label="Put this line away"
        onClick={() => {
          done.value = undefined;
        }}
      >
        <span aria-hidden="true">✕</span>
      </Button>
    </div>
  );
}
