import { type Command, Option } from 'commander';
import type { ExportResult } from '../../index.js';
import type { ConsentScope } from '../../model/participant.js';
import { describeUndecided } from '../describe-leaks.js';
import { describeLosses } from '../describe-losses.js';
import { addKeyOptions, type KeyOptions } from '../open-key.js';
import { openStudy, printJson } from '../open-study.js';
import { addStudyOptions, type StudyOptions } from '../read-options.js';
import { guardRun } from '../run-guarded.js';
import type { Shell } from '../shell.js';

type ExportOptions = StudyOptions &
  KeyOptions & {
    readonly table?: string;
    readonly consent?: ConsentScope;
    readonly replace?: boolean;
  };

/** `themeloom export FILE` */
export function addExport(command: Command, shell: Shell): void {
  const { door } = shell;
  const run = guardRun(shell);
  command
    .description(
      'Writes the study for another tool, by the file’s extension: .qdpx (REFI-QDA project), .qdc (REFI-QDA codebook), .xlsx ' +
        '(all tables), .csv (one table), .jsonl (quotes), .jsonld (web annotations). Only what participants agreed to have used ' +
        'so goes out; says what has no place in the file.',
    )
    .argument('<file>', 'the file to be written, e.g. study.qdpx')
    .addOption(
      new Option('--table <table>', 'which table a .csv is (default: quotes)').choices([
        'quotes',
        'decisions',
        'matrix',
      ]),
    )
    .addOption(
      new Option('--consent <scope>', 'the use that the file is for (default: research)').choices([
        'research',
        'publication',
        'teaching',
        'public-web',
      ]),
    )
    .option('--replace', 'replace a file that is there, whatever it holds');
  addStudyOptions(addKeyOptions(command), 'themeloom export study.qdpx --study my-study').action(
    (file: string, options: ExportOptions) =>
      run(async () => {
        const { library, reading, today } = await openStudy(options, door);
        const result = await library.exportStudy(reading, {
          path: library.resolveFolder(door.folder, file),
          today,
          ...(options.table === undefined ? {} : { exchange: options.table }),
          ...(options.consent === undefined ? {} : { scope: options.consent }),
          ...(options.replace === undefined ? {} : { replace: options.replace }),
        });
        if (options.json) printJson(result, door);
        else door.print(`${describeExport(file, result)}\n`);
        if (!options.quiet) {
          if (result.consentUnknown)
            door.tell('consent is not recorded for some participants whose words are in the file');
          if (result.undecided.length > 0)
            door.tell(`${door.colours.yellow('caution')} ${describeUndecided(result.undecided)}`);
          for (const line of describeLosses(result.losses)) door.tell(line);
        }
        return 0;
      }),
  );
}

function describeExport(file: string, result: ExportResult): string {
  const { written, transcripts, quotes, decisions, themes } = result;
  const counts = Object.entries({ transcripts, quotes, decisions, themes });
  const filled = counts.filter(([what, count]) => count > 0 || what === 'themes');
  const what = filled.map(([each, count]) => `${count} ${each}`).join(', ');
  return written ? `${file}: ${what} written` : `${file}: there already, and the same (${what})`;
}
