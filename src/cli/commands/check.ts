import type { Command } from 'commander';
import { ToolkitError } from '../../errors.js';
import type { ConsentScope } from '../../model/participant.js';
import { describeCodebook } from '../describe-codebook.js';
import { describeIdentifiers } from '../describe-identifiers.js';
import { describeIdentity, listIdentity } from '../describe-identity.js';
import type { Door, ExitCode } from '../door.js';
import { addKeyOptions, type KeyOptions } from '../open-key.js';
import { type Library, type Opened, openStudy, printJson } from '../open-study.js';
import { addStudyOptions, makeConsentOption, type StudyOptions } from '../read-options.js';
import type { Shell } from '../shell.js';
import { countNotices, holdsErrors, showNotices } from '../show-notices.js';

type CheckOptions = StudyOptions &
  KeyOptions & {
    readonly identity?: string | true;
    readonly consent?: ConsentScope;
  };

/** `themeloom check`: parses all and lists every problem. */
export function addCheck(command: Command, { door, run }: Shell): void {
  command
    .description(
      'Reads the whole study and lists every problem at once, each with its place and the way out.',
    )
    .option(
      '--identity [participant]',
      'instead: what a reader can put together of each participant over all that may be printed',
    )
    .addOption(makeConsentOption());
  addStudyOptions(addKeyOptions(command), 'themeloom check --study my-study').action(
    (options: CheckOptions) =>
      run(async () => {
        const opened = await openStudy(options, door, true);
        if (options.identity !== undefined) return tellIdentity(opened, options, door);
        const { summary, strings, codebook } = await opened.library.summariseCheck(opened.reading);
        if (options.json) printJson(summary, door);
        else {
          const remarks = new Set(codebook);
          const notices = summary.notices.filter((notice) => !remarks.has(notice));
          for (const line of describeCheck({ ...summary, notices }, strings)) door.print(`${line}\n`);
          for (const line of describeCodebook(codebook)) door.print(`${line}\n`);
          showNotices(notices, door);
        }
        return holdsErrors(summary.notices) ? 1 : 0;
      }),
  );
}

/** Prints the identity cards; 1 where somebody shares with fewer than `minimumGroupSize` what is printed. */
async function tellIdentity(
  { library, reading, today }: Opened,
  options: CheckOptions,
  door: Door,
): Promise<ExitCode> {
  const scope = options.consent ?? reading.study.settings.reports.consent;
  const { identity } = await library.summariseCheck(reading, { scope, today });
  const cards = identity.filter(
    ({ participant }) => options.identity === true || participant === options.identity,
  );
  if (cards.length === 0 && options.identity !== true) refuseUnprinted(String(options.identity));
  if (options.json) printJson(listIdentity(cards), door);
  else for (const line of describeIdentity(cards)) door.print(`${line}\n`);
  const { minimumGroupSize } = reading.study.settings.reports;
  return cards.some(({ smallestGroup }) => smallestGroup < minimumGroupSize) ? 1 : 0;
}

function refuseUnprinted(participant: string): never {
  throw new ToolkitError('nothing-printed', `nothing of ${participant} may be printed for this use`, {
    hint: 'Name a participant of participants.csv who agreed to it, or none to see all.',
  });
}

type CheckResult = Awaited<ReturnType<Library['summariseCheck']>>;

function describeCheck(
  { ok, study, transcripts, quotes, notices }: CheckResult['summary'],
  strings: CheckResult['strings'],
): readonly string[] {
  const utterances = transcripts.reduce((sum, transcript) => sum + transcript.utterances, 0);
  const words = transcripts.reduce((sum, transcript) => sum + transcript.words, 0);
  const found = countNotices(notices);
  return [
    study,
    `${transcripts.length} transcripts, ${utterances} utterances, ${words} words`,
    `quotes: ${quotes.inPlace} in place, ${quotes.moved} moved, ${quotes.lost} lost`,
    ...describeIdentifiers(strings),
    ok ? `no errors${found === '' ? '' : `; ${found}`}` : found,
  ];
}
