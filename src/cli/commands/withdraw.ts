import type { Command } from 'commander';
import { ToolkitError } from '../../errors.js';
import type { WithdrawalResult } from '../../workspace/withdraw-participant.js';
import { describeError } from '../describe-error.js';
import { describeWithdrawal } from '../describe-withdrawal.js';
import type { Door } from '../door.js';
import { loadLibrary, openStudy, printJson } from '../open-study.js';
import { addStudyOptions, type StudyOptions } from '../read-options.js';
import type { Shell } from '../shell.js';
import { writeAll } from '../write-all.js';

type WithdrawOptions = StudyOptions & { readonly yes?: boolean };
/** `themeloom withdraw PARTICIPANT` */
export function addWithdraw(command: Command, { door, run }: Shell): void {
  command
    .description(
      'Takes a participant’s words out of every file of the study: transcripts, quotes, decisions on them, examples, ' +
        'memos, reports. Without --yes it only says what it would do, and ends with 1; also where something is left to do by hand.',
    )
    .argument('<participant>', 'the id, e.g. P07')
    .option('--yes', 'do it; there is no way back');
  addStudyOptions(command, 'themeloom withdraw P07 --study my-study --yes').action(
    (participantId: string, options: WithdrawOptions) =>
      run(async () => {
        const library = await loadLibrary();
        const folder = library.resolveFolder(door.folder, options.study);
        const today = door.now().toISOString().slice(0, 10);
        const confirmed = options.yes === true;
        const result = library.withdrawParticipant({ folder, participantId, today, confirmed });
        const isDrawn = !confirmed || (await tryRedrawing(result, options, door));
        if (confirmed) library.finishWithdrawal({ folder });
        const { removed, cannotRecall, remaining, withdrawnAt, done } = result;
        if (options.json)
          printJson(
            { participant: result.participant, removed, cannotRecall, remaining, withdrawnAt, done },
            door,
          );
        else for (const line of describeWithdrawal(result, isDrawn)) door.print(`${line}\n`);
        return done && isDrawn && remaining.length === 0 ? 0 : 1;
      }),
  );
}

/** The words are gone whether or not the reports can be drawn: what keeps them from it is told, and the work ends. */
async function tryRedrawing(
  result: WithdrawalResult,
  options: WithdrawOptions,
  door: Door,
): Promise<boolean> {
  try {
    return await redrawReports(result, options, door);
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    door.tell(describeError(error, door.colours));
    return false;
  }
}

/** Draws the reports that were there, and says whether it did; as long as a transcript waits to be cut by hand, none. */
async function redrawReports(
  { reports, remaining, files }: WithdrawalResult,
  options: WithdrawOptions,
  door: Door,
): Promise<boolean> {
  if (reports.length === 0) return true;
  if (remaining.some(({ file }) => file.startsWith('transcripts/') && !files.includes(file))) return false;
  const opened = await openStudy({ ...options, quiet: true }, door, true);
  const kinds = opened.library.reports
    .map(({ id }) => id)
    .filter((id) => reports.some((name) => name.startsWith(`${id}.`) || name.startsWith(`${id}-`)));
  const extensions = new Set(reports.map((name) => name.slice(name.lastIndexOf('.') + 1)));
  const pdf = extensions.delete('pdf');
  await writeAll({ opened, options: { ...options, format: [...extensions], pdf }, door, kinds });
  return true;
}
