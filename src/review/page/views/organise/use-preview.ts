import { useEffect, useRef, useState } from 'preact/hooks';
import { type PreviewView, previewSchema } from '../../../messages/deciding.js';
import type { Failure } from '../../../messages/study.js';
import type { ActionInput } from '../../state/act.js';
import { tell } from '../../state/ask.js';
import { version } from '../../state/study.js';

const PAUSE_MS = 150;

export type Preview = {
  readonly value: PreviewView | undefined;
  readonly failure: Failure | undefined;
  /** What is shown was asked for another action than the present one. */
  readonly isStale: boolean;
};

type Held = {
  readonly of: string;
  readonly value: PreviewView | undefined;
  readonly failure: Failure | undefined;
};

/** What an action would change, asked for after a pause, so that typing and dragging do not ask at every step. */
export function usePreview(action: ActionInput | undefined): Preview {
  const [held, setHeld] = useState<Held>({ of: '', value: undefined, failure: undefined });
  const wanted = useRef(action);
  wanted.current = action;
  const of = action === undefined ? '' : JSON.stringify(action);
  const now = version.value;
  useEffect(() => {
    if (of === '') return;
    let isWanted = true;
    const timer = setTimeout(async () => {
      const answer = await tell(previewSchema, '/api/preview', { action: wanted.current });
      if (!isWanted) return;
      if (answer.ok) setHeld({ of, value: answer.value, failure: undefined });
      else setHeld({ of, value: undefined, failure: answer.failure });
    }, PAUSE_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [of, now]);
  if (of === '') return { value: undefined, failure: undefined, isStale: false };
  return { value: held.value, failure: held.failure, isStale: held.of !== of };
}
