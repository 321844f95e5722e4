import type { Notice, Recording } from '../../index.js';
import type { Desk } from '../answers/desk.js';
import { listSealed } from './judge-damage.js';

/** The study as the server has it. */
export type ShownStudy = {
  /** As the files were when they were read last. */
  readonly seen: Recording;
  /** The latest that could be used, which actions go on from; absent where none could since the server began. */
  readonly whole?: Recording;
  /** What is answered from. */
  readonly desk: Desk;
};

const HISTORY = 'history.jsonl';

/**
 * What is shown of a study that was read. One that was usable before and is not now goes on being shown as it was, with
 * what is wrong by now; one that never was is shown as far as it can be read.
 */
export function showStudy(next: Recording, before: ShownStudy | undefined, version: number): ShownStudy {
  const { reading } = next;
  const notices = [...next.notices, ...reading.notices];
  const files = [...(reading.broken ?? []), ...(listSealed(notices).has(HISTORY) ? [HISTORY] : [])];
  const whole = reading.broken === undefined ? next : before?.whole;
  return {
    seen: next,
    ...(whole === undefined ? {} : { whole }),
    desk: {
      ...layDesk(whole ?? next, notices, version),
      ...(files.length === 0 ? {} : { repair: { files, isDraft: whole === undefined } }),
    },
  };
}

/** What was found when the history was opened is told with what is wrong in the files. */
function layDesk({ reading, history }: Recording, notices: readonly Notice[], version: number): Desk {
  const isSame = notices.length === reading.notices.length;
  return { reading: isSame ? reading : { ...reading, notices }, history, version };
}
