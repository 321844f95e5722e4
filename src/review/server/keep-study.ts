import { ToolkitError } from '../../errors.js';
import type { ActionRequest, Recording } from '../../index.js';
import type { Desk } from '../answers/desk.js';
import type { Acknowledgement, ServerEvent } from '../messages/study.js';
import { listTouched, nameMade, sortFiles } from './name-changes.js';
import type { Recorder } from './recorder.js';
import { isTrouble } from './tell-failure.js';

/** What follows when the study changes. */
export type Followers = {
  /** The windows. */
  readonly send: (event: ServerEvent) => void;
  /** One entry was added to the history: `desk` holds it last. */
  readonly change: (desk: Desk) => void;
  /** The study was read anew. */
  readonly reload: (desk: Desk) => void;
};

/** The study as the server has it, and the one way to change it. */
export type Keeper = {
  readonly readDesk: () => Desk;
  /** Carries an action out; it is on disk when this returns. Throws `ToolkitError` where it is refused or cannot be written. */
  readonly perform: (request: ActionRequest, coder: string) => Acknowledgement;
  /** Reads the study anew where its files were changed by somebody else. */
  readonly lookOutside: () => void;
  /** Why nothing can be written now, or the study not be read; empty where it can. */
  readonly readTrouble: () => string;
};

type KeeperOptions = {
  readonly folder: string;
  readonly recorder: Recorder;
  readonly now: () => Date;
  readonly followers: Followers;
};

const UNREADABLE = 'the study was changed outside and cannot be read again';

/** Opens a study for review. Throws `ToolkitError` where nothing of it can be read. */
export function keepStudy({ folder, recorder, now, followers }: KeeperOptions): Keeper {
  let recording = recorder.open(folder);
  // Milliseconds, so that it grows over restarts too: a window that comes back sees that it is behind.
  let desk = layDesk(recording, now().getTime());
  // A disk that can be read is not yet one that can be written.
  const troubles = { reading: '', writing: '' };
  const readTrouble = () => troubles.writing || troubles.reading;
  const tellTrouble = (told: Partial<typeof troubles>) => {
    const before = readTrouble();
    Object.assign(troubles, told);
    if (readTrouble() !== before) followers.send({ kind: 'trouble', message: readTrouble() });
  };
  const minding = <T>(work: () => T): T => {
    try {
      const done = work();
      tellTrouble({ reading: '', writing: '' });
      return done;
    } catch (error) {
      if (isTrouble(error)) tellTrouble({ [isOfDisk(error) ? 'writing' : 'reading']: sayTrouble(error) });
      throw error;
    }
  };
  const take = (
    next: Recording,
    told: Omit<Extract<ServerEvent, { kind: 'changed' }>, 'kind' | 'version'>,
  ) => {
    const isAnew = next.reading.study.transcripts !== recording.reading.study.transcripts;
    recording = next;
    desk = layDesk(next, desk.version + 1);
    (isAnew ? followers.reload : followers.change)(desk);
    followers.send({ kind: 'changed', version: desk.version, ...told });
  };
  return {
    readDesk: () => desk,
    readTrouble,
    perform: (request, coder) =>
      minding(() => {
        const at = now().toISOString();
        const { recording: next, entry, repeated } = recorder.perform(recording, { request, coder, at });
        const told = recorder.describe(entry, next.reading.study);
        if (!repeated) take(next, { by: coder, told, what: listTouched(entry.changes) });
        return { version: desk.version, told, made: nameMade(entry) };
      }),
    lookOutside: () => {
      try {
        const files = recorder.findOutsideChanges(recording);
        if (files.length === 0) return;
        take(recorder.open(folder, recording), { by: '', told: sayOutside(files), what: sortFiles(files) });
        tellTrouble({ reading: '' });
      } catch (error) {
        // Nobody waits for this: what was read before is still shown, and the next look tries again.
        tellTrouble({ reading: error instanceof ToolkitError ? sayTrouble(error) : UNREADABLE });
      }
    },
  };
}

/** What the recording found when it opened is told with what is wrong in the files. */
function layDesk({ reading, history, notices }: Recording, version: number): Desk {
  const all = notices.length === 0 ? reading : { ...reading, notices: [...notices, ...reading.notices] };
  return { reading: all, history, version };
}

/** Whether only an action that succeeds shows that it is over. */
const isOfDisk = ({ code }: ToolkitError) => ['disk-full', 'read-only', 'cannot-write'].includes(code);

const sayTrouble = ({ message, hint }: ToolkitError) =>
  hint === undefined ? message : `${message}. ${hint}`;

const sayOutside = (files: readonly string[]) =>
  files.length === 1 ? `${files[0]} was changed outside` : `${files.length} files were changed outside`;
