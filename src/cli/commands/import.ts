import type { Command } from 'commander';
import type { ImportResult } from '../../index.js';
import { loadLibrary, printJson } from '../open-study.js';
import { addStudyOptions, readPairs, type StudyOptions } from '../read-options.js';
import type { Shell } from '../shell.js';
import { showNotices } from '../show-notices.js';

type ImportOptions = StudyOptions & {
  readonly map?: Readonly<Record<string, string>>;
};

/** `themeloom import FILE…`: transcripts and tables of quotes. */
export function addImport(command: Command, { door, run }: Shell): void {
  command
    .description(
      'Takes in transcripts and tables of quotes (CSV); says what was taken, what was left and why.',
    )
    .argument('<files...>', 'transcripts, or a CSV with a column of quotes')
    .option('--map <pairs>', 'names of columns, e.g. quote=Highlight,themes=Tags', readPairs);
  addStudyOptions(command, 'themeloom import highlights.csv --map quote=Highlight,themes=Tags').action(
    (files: readonly string[], options: ImportOptions) =>
      run(async () => {
        const library = await loadLibrary();
        const result = await library.importFiles(
          library.resolveFolder(door.folder, options.study),
          files.map((file) => library.resolveFolder(door.folder, file)),
          { at: door.now().toISOString(), ...(options.map === undefined ? {} : { columns: options.map }) },
        );
        if (options.json) printJson(result, door);
        else for (const line of describeImport(result)) door.print(`${line}\n`);
        if (!options.quiet) showNotices(result.notices, door);
        return result.complete ? 0 : 1;
      }),
  );
}

function describeImport(result: ImportResult): readonly string[] {
  const { transcripts, quotes, decisions, themesAdded } = result;
  return [
    ...transcripts.taken.map((name) => `transcript taken: ${name}`),
    ...transcripts.already.map((name) => `transcript there already: ${name}`),
    ...transcripts.left.map(({ file, reason }) => `left: ${file} (${reason})`),
    ...themesAdded.map(({ id }) => `theme added to taxonomy.yaml: ${id}`),
    `quotes: ${quotes.taken} taken, ${quotes.already} there already, ${quotes.notFound.length} not found; ${decisions} decisions added`,
    ...quotes.notFound.map(({ file, line, reason }) => `not found: ${file}:${line} (${reason})`),
    ...(quotes.notFound.length === 0 ? [] : ['rows not found are kept in import-report.csv']),
  ];
}
