import type { Command } from 'commander';
import type { ImportResult } from '../../index.js';
import { describeEdits } from '../describe-edits.js';
import { describeExchange } from '../describe-exchange.js';
import { describeLosses } from '../describe-losses.js';
import { loadLibrary, printJson } from '../open-study.js';
import { addStudyOptions, readPairs, type StudyOptions } from '../read-options.js';
import type { Shell } from '../shell.js';
import { showNotices } from '../show-notices.js';

type ImportOptions = StudyOptions & {
  readonly map?: Readonly<Record<string, string>>;
  readonly apply?: boolean;
};

/** `themeloom import FILE…`: transcripts and tables of quotes. */
export function addImport(command: Command, { door, run }: Shell): void {
  command
    .description(
      'Takes in transcripts (PDF included, as text to read through), tables of quotes (CSV, XLSX), studies of other tools ' +
        '(.qdpx, .qdc, Taguette’s .sqlite3, QualCoder’s .qda, a folder of Oral History as Data) and web annotations (.jsonld, .json); says what was taken, what was left and why. ' +
        'What the study has is never overwritten. A table that "export" wrote and somebody edited is shown as a difference first.',
    )
    .argument('<files...>', 'transcripts, tables with a column of quotes, or files of other tools')
    .option('--map <pairs>', 'names of columns, e.g. quote=Highlight,themes=Tags', readPairs)
    .option('--apply', 'make the changes that an edited table of ours holds, rather than only tell them');
  addStudyOptions(command, 'themeloom import highlights.csv --map quote=Highlight,themes=Tags').action(
    (files: readonly string[], options: ImportOptions) =>
      run(async () => {
        const library = await loadLibrary();
        const paths = files.map((file) => library.resolveFolder(door.folder, file));
        const pdfs = await library.readPdfFiles(paths);
        const result = await library.importFiles(library.resolveFolder(door.folder, options.study), paths, {
          at: door.now().toISOString(),
          pdfs,
          ...(options.map === undefined ? {} : { columns: options.map }),
          ...(options.apply === undefined ? {} : { apply: options.apply }),
        });
        if (options.json) printJson(result, door);
        else for (const line of describeImport(result)) door.print(`${line}\n`);
        if (!options.quiet) {
          showNotices(result.notices, door);
          for (const { losses } of result.exchanged)
            for (const line of describeLosses(losses)) door.tell(line);
        }
        return result.complete ? 0 : 1;
      }),
  );
}

function describeImport(result: ImportResult): readonly string[] {
  const { transcripts, quotes, decisions, themesAdded, exchanged, edited } = result;
  const isOnlyExchange =
    exchanged.length + edited.length > 0 && quotes.taken + quotes.already + quotes.notFound.length === 0;
  return [
    ...transcripts.taken.map((name) => `transcript taken: ${name}`),
    ...transcripts.already.map((name) => `transcript there already: ${name}`),
    ...transcripts.left.map(({ file, reason }) => `left: ${file} (${reason})`),
    ...themesAdded.map(({ id }) => `theme added to taxonomy.yaml: ${id}`),
    ...exchanged.flatMap(describeExchange),
    ...edited.flatMap(describeEdits),
    ...(isOnlyExchange ? [] : [summariseQuotes(quotes, decisions)]),
    ...quotes.notFound.map(({ file, line, reason }) => `not found: ${file}:${line} (${reason})`),
    ...(quotes.notFound.length === 0 ? [] : ['rows not found are kept in import-report.csv']),
  ];
}

function summariseQuotes(quotes: ImportResult['quotes'], decisions: number): string {
  const { taken, already, notFound } = quotes;
  return `quotes: ${taken} taken, ${already} there already, ${notFound.length} not found; ${decisions} decisions added`;
}
