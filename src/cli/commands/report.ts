import type { Command } from 'commander';
import { addKeyOptions } from '../open-key.js';
import { loadLibrary, openStudy, printJson } from '../open-study.js';
import { addStudyOptions, makeConsentOption, readList } from '../read-options.js';
import { guardRun } from '../run-guarded.js';
import type { Shell } from '../shell.js';
import { holdsErrors } from '../show-notices.js';
import { type WriteOptions, writeAll } from '../write-all.js';

type ReportOptions = WriteOptions & { readonly schema?: string };

/** `themeloom report [KIND…]` */
export function addReport(command: Command, shell: Shell): void {
  const { door } = shell;
  const run = guardRun(shell);
  command
    .description(
      'Writes reports: themes, voices, patterns, participants, article, quote-bank, codebook, teaching-pack, methods; all of them where none is named. And where it is named: agreement. The teaching pack is always made for teaching, agreement for research.',
    )
    .argument('[kinds...]', 'which reports')
    .option('-f, --format <list>', 'formats, e.g. md,html (default: all but docx and xlsx)', readList)
    .option('--pdf', 'also print every page of HTML as PDF, by the Chromium of this machine')
    .option(
      '--charts',
      'also write each chart as a drawing (.svg) and as a Vega-Lite spec to restyle (.vl.json)',
    )
    .option('-o, --output <dir>', 'where they go (default: the reports folder of the study)')
    .option('--schema <kind>', 'print the data contract of a report as JSON schema, and stop')
    .addOption(makeConsentOption());
  addStudyOptions(
    addKeyOptions(command),
    'themeloom report article --format md,html --consent teaching',
  ).action((kinds: readonly string[], options: ReportOptions) =>
    run(async () => {
      if (options.schema !== undefined) {
        const library = await loadLibrary();
        printJson(library.describeReport(options.schema), door);
        return 0;
      }
      const opened = await openStudy(options, door);
      const all = opened.library.reports.filter(({ byDefault }) => byDefault !== false).map(({ id }) => id);
      const result = await writeAll({ opened, options, door, kinds: kinds.length === 0 ? all : kinds });
      if (options.json) printJson(result, door);
      return holdsErrors(opened.reading.notices) ? 1 : 0;
    }),
  );
}
