import type { ToolkitError } from '../../errors.js';
import type { ActionRequest, PerformedAction, Recording } from '../../index.js';
import type { Desk } from '../answers/desk.js';
import type { Acknowledgement, ServerEvent } from '../messages/study.js';
import { explainDisk } from './explain-disk.js';
import {
  explainMissing,
  isMissing,
  type Job,
  refuseBroken,
  refuseSealed,
  sayRepair,
} from './judge-damage.js';
import { keepTroubles } from './keep-troubles.js';
import { listTouched, nameMade, sortFiles } from './name-changes.js';
import type { Recorder } from './recorder.js';
import { showStudy } from './show-study.js';

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
  /** Takes note of what keeps the folder from being written; undefined where it is over. */
  readonly tellDisk: (failure: ToolkitError | undefined) => void;
};

type KeeperOptions = {
  readonly folder: string;
  readonly recorder: Recorder;
  readonly now: () => Date;
  readonly followers: Followers;
};

type Told = Omit<Extract<ServerEvent, { kind: 'changed' }>, 'kind' | 'version'>;

/**
 * Opens a study for review. One that cannot be used is opened all the same, to be read and mended. Throws `ToolkitError`
 * `no-study` where there is none.
 */
export function keepStudy(options: KeeperOptions): Keeper {
  const { recorder, now } = options;
  const { read, take, lookOutside, troubles } = followFiles(options);
  const attempt = (job: Job): PerformedAction => {
    if (read().desk.repair !== undefined) lookOutside();
    const { desk, seen, whole = seen } = read();
    refuseBroken(desk);
    refuseSealed(whole, job);
    return recorder.perform(whole, job);
  };
  // What an action names may have come back with a file that nobody has looked at since it was mended: then it is tried again.
  const tryTo = (job: Job, isAgain = false): PerformedAction => {
    try {
      return attempt(job);
    } catch (error) {
      if (!isMissing(error)) throw explainDisk(error);
      const before = read().desk.version;
      lookOutside();
      if (!isAgain && read().desk.version !== before) return tryTo(job, true);
      throw explainMissing(error, read().seen, job);
    }
  };
  const perform = (job: Job): Acknowledgement => {
    const { recording: next, entry, repeated } = troubles.minding(() => tryTo(job));
    const told = recorder.describe(entry, next.reading.study);
    if (!repeated) take(next, { by: job.coder, told, what: listTouched(entry.changes) });
    troubles.tell({ reading: sayRepair(read().desk), writing: '' });
    return { version: read().desk.version, told, made: nameMade(entry) };
  };
  return {
    readDesk: () => read().desk,
    perform: (request, coder) => perform({ request, coder, at: now().toISOString() }),
    lookOutside,
    readTrouble: troubles.read,
    tellDisk: troubles.tellDisk,
  };
}

/** The study as it is shown, which follows its files and what is done to it. */
function followFiles({ folder, recorder, now, followers }: KeeperOptions) {
  // Milliseconds, so that it grows over restarts too: a window that comes back sees that it is behind.
  let shown = showStudy(recorder.open(folder), undefined, now().getTime());
  const troubles = keepTroubles(sayRepair(shown.desk), followers.send);
  const take = (next: Recording, told: Told) => {
    const before = shown.desk.reading.study;
    shown = showStudy(next, shown, shown.desk.version + 1);
    const { desk } = shown;
    const { study } = desk.reading;
    // While what was read before is still shown, nobody has anything to follow.
    if (study !== before)
      (study.transcripts === before.transcripts ? followers.change : followers.reload)(desk);
    followers.send({ kind: 'changed', version: desk.version, ...told });
  };
  const lookOutside = () => {
    try {
      const files = recorder.findOutsideChanges(shown.seen);
      if (files.length === 0) return;
      const next = recorder.open(folder, shown.whole);
      take(next, { by: '', told: sayOutside(files), what: sortFiles(files) });
      troubles.tell({ reading: sayRepair(shown.desk) });
    } catch (error) {
      // Nobody waits for this: what was read before is still shown, and the next look tries again.
      troubles.tellUnread(error);
    }
  };
  return { read: () => shown, take, lookOutside, troubles };
}

const sayOutside = (files: readonly string[]) =>
  files.length === 1 ? `${files[0]} was changed outside` : `${files.length} files were changed outside`;
