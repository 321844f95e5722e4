import { ToolkitError } from '../../errors.js';
import type { ServerEvent } from '../messages/study.js';
import { explainDisk } from './explain-disk.js';
import { isTrouble } from './tell-failure.js';

/** What keeps the study from being read or written now. A disk that can be read is not yet one that can be written. */
type Told = { readonly reading: string; readonly writing: string };

export type Troubles = {
  /** Why nothing can be written now, or the study not be read; empty where it can. */
  readonly read: () => string;
  readonly tell: (told: Partial<Told>) => void;
  /** Does a piece of work; a failure is thrown, and told to every window where it is such a trouble. */
  readonly minding: <T>(work: () => T) => T;
  /** Tells what keeps the folder from being written, or that it is over. */
  readonly tellDisk: (failure: ToolkitError | undefined) => void;
  /** Tells why the study could not be read again. */
  readonly tellUnread: (error: unknown) => void;
};

const UNREADABLE = 'the study was changed outside and cannot be read again';

/** Begins with what is known of reading; every window hears when something else is to be said. */
export function keepTroubles(reading: string, send: (event: ServerEvent) => void): Troubles {
  let now: Told = { reading, writing: '' };
  const read = () => now.writing || now.reading;
  const tell = (told: Partial<Told>) => {
    const before = read();
    now = { ...now, ...told };
    if (read() !== before) send({ kind: 'trouble', message: read() });
  };
  return {
    read,
    tell,
    minding: (work) => {
      try {
        return work();
      } catch (error) {
        if (isTrouble(error) && !isOfWindow(error))
          tell({ [isOfDisk(error) ? 'writing' : 'reading']: sayTrouble(error) });
        throw error;
      }
    },
    tellDisk: (failure) => tell({ writing: failure === undefined ? '' : sayTrouble(explainDisk(failure)) }),
    tellUnread: (error) => tell({ reading: error instanceof ToolkitError ? sayTrouble(error) : UNREADABLE }),
  };
}

/** Whether only an action that succeeds shows that it is over. */
const isOfDisk = ({ code }: ToolkitError) => ['disk-full', 'read-only', 'cannot-write'].includes(code);

/** Of a study that must be mended every window hears once, by other words; of one file of it that which would write to it. */
const isOfWindow = ({ code }: ToolkitError) => ['study-broken', 'file-broken'].includes(code);

const sayTrouble = ({ message, hint }: ToolkitError) =>
  hint === undefined ? message : `${message}. ${hint}`;
