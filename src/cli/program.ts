import { Command, CommanderError } from 'commander';
import type { Door, ExitCode } from './door.js';
import { runWork, type Shell } from './shell.js';

type AddCommand = (command: Command, shell: Shell) => void;

/** In the order of the work, which is the order of `--help`. Only the command that is asked for is loaded. */
const commands: readonly (readonly [name: string, summary: string, load: () => Promise<AddCommand>])[] = [
  ['init', 'make a new study that already runs', async () => (await import('./commands/init.js')).addInit],
  [
    'run',
    'the main job: check, suggest, cluster, write the reports',
    async () => (await import('./commands/run.js')).addRun,
  ],
  [
    'check',
    'read everything and list every problem',
    async () => (await import('./commands/check.js')).addCheck,
  ],
  [
    'import',
    'take in transcripts, tables of quotes and studies of other tools',
    async () => (await import('./commands/import.js')).addImport,
  ],
  [
    'suggest',
    'suggest themes for quotes, with the evidence',
    async () => (await import('./commands/suggest.js')).addSuggest,
  ],
  [
    'review',
    'open the study in the browser: read, mark, decide',
    async () => (await import('./commands/review.js')).addReview,
  ],
  ['cluster', 'show groups of alike quotes', async () => (await import('./commands/cluster.js')).addCluster],
  ['report', 'write reports', async () => (await import('./commands/report.js')).addReport],
  ['quotes', 'pull representative quotes', async () => (await import('./commands/quotes.js')).addQuotes],
  [
    'verify',
    'check the quotations in a draft against the transcripts',
    async () => (await import('./commands/verify.js')).addVerify,
  ],
  [
    'anonymize',
    'replace names and other identifiers in transcripts by pseudonyms',
    async () => (await import('./commands/anonymize.js')).addAnonymize,
  ],
  [
    'withdraw',
    'take a participant’s words out of everything',
    async () => (await import('./commands/withdraw.js')).addWithdraw,
  ],
  [
    'export',
    'write the study for another tool',
    async () => (await import('./commands/export.js')).addExport,
  ],
  [
    'evaluate',
    'measure how far suggestions match people',
    async () => (await import('./commands/evaluate.js')).addEvaluate,
  ],
  [
    'agree',
    'measure how far coders agree, and list where they do not',
    async () => (await import('./commands/agree.js')).addAgree,
  ],
  [
    'model',
    'write what the taggers learned as one file',
    async () => (await import('./commands/model.js')).addModel,
  ],
  [
    'tag',
    'tag lines of JSON with such a file, as a filter',
    async () => (await import('./commands/tag.js')).addTag,
  ],
  [
    'diff',
    'compare two states of a study: folders or git revisions',
    async () => (await import('./commands/diff.js')).addDiff,
  ],
];

/**
 * Runs one command line (without `node` and the script) and gives its exit code: 0 done, 1 findings, 2 could not
 * run. Never throws and never ends the process.
 */
export async function runCommandLine(
  args: readonly string[],
  door: Door,
  version: string,
): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const shell: Shell = {
    door,
    run: async (work) => {
      exitCode = await runWork(work, door);
    },
  };
  const program = new Command('themeloom')
    .description(
      'From interview transcripts to theme reports in which every quote is verbatim and consented.',
    )
    .version(version, '-V, --version')
    .exitOverride()
    .showHelpAfterError('(add --help for what there is)')
    .configureOutput({ writeOut: door.print, writeErr: (text) => door.tell(text.trimEnd()) })
    .addHelpText('after', '\nExample:\n  themeloom init my-study --sample && themeloom run --study my-study');
  for (const [name, summary, load] of commands) {
    const command = program.command(name).summary(summary);
    if (args.includes(name)) (await load())(command, shell);
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  return exitCode;
}
