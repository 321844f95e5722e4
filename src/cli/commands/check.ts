import type { Command } from 'commander';
import { describeIdentifiers } from '../describe-identifiers.js';
import { type Library, openStudy, printJson } from '../open-study.js';
import { addStudyOptions, type StudyOptions } from '../read-options.js';
import type { Shell } from '../shell.js';
import { countNotices, holdsErrors, showNotices } from '../show-notices.js';

/** `themeloom check`: parses all and lists every problem. */
export function addCheck(command: Command, { door, run }: Shell): void {
  command.description(
    'Reads the whole study and lists every problem at once, each with its place and the way out.',
  );
  addStudyOptions(command, 'themeloom check --study my-study').action((options: StudyOptions) =>
    run(async () => {
      const { library, reading } = await openStudy(options, door, true);
      const { summary, strings } = await library.summariseCheck(reading);
      if (options.json) printJson(summary, door);
      else {
        for (const line of describeCheck(summary, strings)) door.print(`${line}\n`);
        showNotices(summary.notices, door);
      }
      return holdsErrors(summary.notices) ? 1 : 0;
    }),
  );
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
