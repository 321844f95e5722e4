import { useEffect, useState } from 'preact/hooks';
import type { z } from 'zod';
import type { Failure } from '../../messages/study.js';
import { tell } from './ask.js';
import { version } from './versions.js';

type Told<T> = { readonly value: T | undefined; readonly failure: Failure | undefined };

/** What the server answers to a body that is posted, asked again whenever the study changes; the old answer stays meanwhile. */
export function useAnswer<T>(
  schema: z.ZodType<T>,
  path: string,
  body: unknown,
): Told<T> & { readonly reload: () => void } {
  const [told, setTold] = useState<Told<T>>({ value: undefined, failure: undefined });
  const [asked, setAsked] = useState(0);
  const of = JSON.stringify(body);
  const changes = version.value;
  useEffect(() => {
    let isWanted = true;
    void tell(schema, path, body).then((answer) => {
      if (!isWanted) return;
      if (answer.ok) setTold({ value: answer.value, failure: undefined });
      else setTold((old) => ({ ...old, failure: answer.failure }));
    });
    return () => {
      isWanted = false;
    };
  }, [path, of, changes, asked]);
  return { ...told, reload: () => setAsked((count) => count + 1) };
}
