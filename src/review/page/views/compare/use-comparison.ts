import { useEffect, useRef, useState } from 'preact/hooks';
import { type ComparisonView, comparisonSchema } from '../../../messages/comparing.js';
import type { Failure } from '../../../messages/study.js';
import { askFor } from '../../state/ask.js';
import { version } from '../../state/study.js';

/** Intervals take seconds to draw: several changes in a row are compared once. */
const CALM_MS = 1200;

type Held = {
  readonly path: string;
  readonly value: ComparisonView | undefined;
  readonly failure: Failure | undefined;
};

/** Two coders compared: at once for a new path, and anew when the study has been calm for a moment after a change. */
export function useComparison(path: string): Held & { readonly reload: () => void } {
  const [held, setHeld] = useState<Held>({ path: '', value: undefined, failure: undefined });
  const turn = useRef(0);
  const changes = version.value;
  const load = () => {
    turn.current += 1;
    const mine = turn.current;
    void askFor(comparisonSchema, path).then((answer) => {
      if (mine !== turn.current) return;
      setHeld((old) => {
        const kept = dropCount(old.path) === dropCount(path) ? old.value : undefined;
        return answer.ok
          ? { path, value: answer.value, failure: undefined }
          : { path, value: kept, failure: answer.failure };
      });
    });
  };
  const seen = useRef({ path: '', changes });
  useEffect(() => {
    const isNew = seen.current.path !== path;
    seen.current = { path, changes };
    if (isNew) {
      load();
      return;
    }
    const timer = setTimeout(load, CALM_MS);
    return () => clearTimeout(timer);
  }, [path, changes]);
  // While more rows of the same two are fetched, those that are here stay.
  const isCurrent = dropCount(held.path) === dropCount(path);
  return {
    path,
    value: isCurrent ? held.value : undefined,
    failure: isCurrent ? held.failure : undefined,
    reload: load,
  };
}

const dropCount = (path: string) => path.replace(/&?count=\d+/, '');
