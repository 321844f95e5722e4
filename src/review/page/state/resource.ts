import { useEffect, useRef, useState } from 'preact/hooks';
import type { z } from 'zod';
import type { Failure } from '../../messages/study.js';
import { askFor, blind } from './ask.js';
import { version } from './versions.js';

export type Resource<T> = {
  readonly value: T | undefined;
  readonly failure: Failure | undefined;
  readonly isLoading: boolean;
  readonly reload: () => void;
};

type Held<T> = {
  readonly path: string;
  readonly value: T | undefined;
  readonly failure: Failure | undefined;
};

/**
 * What the server answers at `path`, asked for again whenever the study changes. Meanwhile, and when asking again fails,
 * the old value stays; a new path begins with none. `undefined` asks for nothing.
 */
export function useResource<T>(schema: z.ZodType<T>, path: string | undefined): Resource<T> {
  const [held, setHeld] = useState<Held<T>>({ path: '', value: undefined, failure: undefined });
  const [asked, setAsked] = useState(0);
  const [isLoading, setIsLoading] = useState(path !== undefined);
  const turn = useRef(0);
  const changes = version.value;
  const isBlind = blind.value;
  // Changes, asked and blind mode are reasons to ask again.
  useEffect(() => {
    turn.current += 1;
    const mine = turn.current;
    if (path === undefined) return;
    setIsLoading(true);
    void askFor(schema, path).then((answer) => {
      if (mine !== turn.current) return;
      setIsLoading(false);
      setHeld((old) => {
        const kept = old.path === path ? old.value : undefined;
        return answer.ok
          ? { path, value: answer.value, failure: undefined }
          : { path, value: kept, failure: answer.failure };
      });
    });
  }, [path, changes, asked, isBlind]);
  const isCurrent = held.path === path;
  return {
    value: isCurrent ? held.value : undefined,
    failure: isCurrent ? held.failure : undefined,
    isLoading,
    reload: () => setAsked((count) => count + 1),
  };
}
