import { Command, CommanderError } from 'commander';
import { addAgree } from './commands/agree.js';
import { addCheck } from './commands/check.js';
import { addCluster } from './commands/cluster.js';
import { addEvaluate } from './commands/evaluate.js';
import { addImport } from './commands/import.js';
import { addInit } from './commands/init.js';
import { addQuotes } from './commands/quotes.js';
import { addReport } from './commands/report.js';
import { addRun } from './commands/run.js';
import { addSuggest } from './commands/suggest.js';
import { addVerify } from './commands/verify.js';
import type { Door, ExitCode } from './door.js';
import { runWork, type Shell } from './shell.js';

/** In the order of the work, which is the order of `--help`. */
const commands = [
  addInit,
  addRun,
  addCheck,
  addImport,
  addSuggest,
  addCluster,
  addReport,
  addQuotes,
  addVerify,
  addEvaluate,
  addAgree,
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
  for (const add of commands) add(program, shell);
  for (const command of program.commands) command.copyInheritedSettings(program);
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  return exitCode;
}
