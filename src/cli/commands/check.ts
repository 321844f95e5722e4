import type { Command } from 'commander';
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
      const result = library.summariseCheck(reading);
      if (options.json) printJson(result, door);
      else {
        for (const line of describeCheck(result)) door.print(`${line}\n`);
        showNotices(reading.notices, door);
      }
      return holdsErrors(reading.notices) ? 1 : 0;
    }),
  );
}

type CheckResult = ReturnType<Library['summariseCheck']>;

function describeCheck({
  ok,
  study,
  transcripts,
  quotes,
  notices,
  identifiers,
}: CheckResult): readonly string[] {
  const utterances = transcripts.reduce((sum, transcript) => sum + transcript.utterances, 0);
  const words = transcripts.reduce((sum, transcript) => sum + transcript.words, 0);
  const found = countNotices(notices);
  return [
    study,
    `${transcripts.length} transcripts, ${utterances} utterances, ${words} words`,
    `quotes: ${quotes.inPlace} in place, ${quotes.moved} moved, ${quotes.lost} lost`,
    `addresses, long numbers and handles in the transcripts: ${identifiers.length} (names are not looked for)`,
    ...identifiers.map(
      ({ kind, text, transcript, span }) => `    ${kind}  ${transcript}:${span.start}  ${text}`,
    ),
    ok ? `no errors${found === '' ? '' : `; ${found}`}` : found,
  ];
}
