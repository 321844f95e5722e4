import type { JSX } from 'preact';
import { Button } from '../../parts/button.js';
import { findTheme } from '../../state/study.js';
import { PreviewLines } from './preview.js';
import { moving, planMove, tellPlace } from './stand.js';
import { usePreview } from './use-preview.js';
import { endMove, stepMove } from './use-tree.js';

const steps = [
  ['ArrowUp', '↑', 'Up'],
  ['ArrowDown', '↓', 'Down'],
  ['ArrowRight', '→', 'Into the one above'],
  ['ArrowLeft', '←', 'Out of its parent'],
] as const;

/** What is in hand, where it would stand and what that changes; buttons for those who do not drag or type. */
export function MovingBar(): JSX.Element | null {
  const now = moving.value;
  const action = planMove(now);
  const preview = usePreview(action);
  if (now === undefined) return null;
  const label = findTheme(now.id)?.label ?? now.id;
  return (
    <section class="moving" aria-label={`Moving “${label}”`}>
      <p role="status">
        Moving <b>“{label}”</b>:{' '}
        {action === undefined ? 'it stands here now. Arrow keys move it.' : `${tellPlace(now)}.`}
      </p>
      <PreviewLines preview={preview} />
      {now.by === 'keys' && (
        <div class="moving-buttons">
          {steps.map(([key, sign, name]) => (
            <Button key={key} label={name} onClick={() => stepMove(key)}>
              <span aria-hidden="true">{sign}</span>
            </Button>
          ))}
          <Button
            tone="strong"
            shortcut="Enter"
            disabled={action === undefined}
            onClick={() => endMove(true)}
          >
            Put it here
          </Button>
          <Button shortcut="Esc" onClick={() => endMove(false)}>
            Leave it
          </Button>
        </div>
      )}
    </section>
  );
}
