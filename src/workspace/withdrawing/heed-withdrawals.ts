import { ToolkitError } from '../../errors.js';
import type { Notice } from '../../model/notice.js';
import type { Participant } from '../../model/participant.js';
import type { Transcript } from '../../model/transcript.js';
import { isHeardIn } from '../../pipeline/plan-withdrawal.js';
import { studyFolders } from '../study-files.js';
import { tellCaution, tellError } from '../tell.js';
import { readJournal, readTombstones, withdrawalFiles } from './tombstones.js';

/** What is recorded of withdrawals beside `participants.csv`. */
export type Withdrawals = {
  /** ISO day by participant id, of withdrawals that are done or under way. */
  readonly days: ReadonlyMap<string, string>;
  readonly notices: readonly Notice[];
};

/** Reads the tombstones and the journal; one under way is an error, since words of that participant may still be there. */
export function readWithdrawals(folder: string): Withdrawals {
  const done = readTombstones(folder).map(
    ({ participant, withdrawnAt }) => [participant, withdrawnAt] as const,
  );
  const place = { file: withdrawalFiles.journal };
  try {
    const journal = readJournal(folder);
    if (journal === undefined) return { days: new Map(done), notices: [] };
    const { participant, withdrawnAt } = journal.tombstone;
    const message = `the withdrawal of ${participant} was interrupted, and words of theirs may still be there. Finish it: themeloom withdraw ${participant} --yes`;
    return {
      days: new Map([...done, [participant, withdrawnAt]]),
      notices: [tellError('withdrawal-unfinished', place, message)],
    };
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    const message = `${error.message}. ${error.hint ?? ''}`.trim();
    return { days: new Map(done), notices: [tellError(error.code, place, message)] };
  }
}

/** Whoever has a tombstone withdrew, whatever a restored `participants.csv` says. */
export function markWithdrawn(
  participants: readonly Participant[],
  { days }: Pick<Withdrawals, 'days'>,
): readonly Participant[] {
  if (days.size === 0) return participants;
  return participants.map((participant) => {
    const withdrawn = participant.consent.withdrawn ?? days.get(participant.id);
    if (withdrawn === undefined) return participant;
    return { ...participant, consent: { ...participant.consent, withdrawn } };
  });
}

/** Transcripts in which somebody speaks whose words were taken out before; and those of nobody knows whom, where it might be. */
export function tellReturned(
  transcripts: readonly Transcript[],
  { days, notices }: Withdrawals,
): readonly Notice[] {
  // As long as a withdrawal is under way, their words are there, and that is told already.
  if (days.size === 0 || notices.length > 0) return [];
  return transcripts.flatMap((transcript) => {
    const place = { file: `${studyFolders.transcripts}/${transcript.file}` };
    return [...days]
      .filter(([id]) => isHeardIn(transcript, id))
      .map(([id, day]) => {
        const message = `${id}, who withdrew on ${day}, speaks in it again. Take it out: themeloom withdraw ${id} --yes`;
        return tellError('withdrawn-words', place, message);
      });
  });
}

/** A transcript taken in after a withdrawal whose speakers nobody knows may be that of who withdrew. */
export function tellPossibleReturn(
  { utterances }: Transcript,
  days: ReadonlyMap<string, string>,
  file: string,
): readonly Notice[] {
  const ids = [...days.keys()];
  if (ids.length === 0 || utterances.every(({ speaker }) => speaker.kind !== 'unknown')) return [];
  const message = `nobody knows who speaks in it: make sure that it is not ${ids.join(' or ')}, who withdrew`;
  return [tellCaution('possibly-withdrawn', { file }, message)];
}
