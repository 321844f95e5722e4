import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { ToolkitError } from '../../errors.js';
import type { Door, ExitCode } from '../door.js';
import { loadLibrary } from '../open-study.js';
import type { Shell } from '../shell.js';
import { VERSION } from '../version.js';

type ReviewOptions = {
  readonly study: string;
  readonly coder: readonly string[];
  readonly host?: string;
  readonly port?: number;
  readonly open?: boolean;
};

/** Gives a promise that is kept when the user ends the command, and what stops the listening for that. */
export type AwaitEnd = () => Promise<void>;

const awaitInterrupt: AwaitEnd = () =>
  new Promise((resolve) => {
    const end = () => {
      for (const signal of signals) process.off(signal, end);
      resolve();
    };
    for (const signal of signals) process.on(signal, end);
  });

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new InvalidArgumentError('It must be a number from 0 to 65535; 0 draws one.');
  return port;
}

const collect = (name: string, names: readonly string[]) => [...names, name];

/** Whoever opens the app where no study is has perhaps none yet. */
async function offerSample<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ToolkitError) || error.code !== 'no-study') throw error;
    throw new ToolkitError(error.code, error.message, {
      ...(error.place === undefined ? {} : { place: error.place }),
      hint: 'Name a study with --study DIR, or try it on a sample: themeloom init my-study --sample',
    });
  }
}

async function review(options: ReviewOptions, door: Door, awaitEnd: AwaitEnd): Promise<ExitCode> {
  const library = await loadLibrary();
  const { startReview } = await import('../../review/server/start-review.js');
  const { study, coder, host, port, open } = options;
  const ended = awaitEnd();
  if (door.isTerminal) door.tell(door.colours.dim('Reading the study …'));
  const { repair, links, close } = await offerSample(() =>
    startReview({
      folder: library.resolveFolder(door.folder, study),
      coders: coder,
      now: door.now,
      version: VERSION,
      ...(host === undefined ? {} : { host }),
      ...(port === undefined ? {} : { port }),
    }),
  );
  for (const link of links) door.print(links.length === 1 ? `${link.url}\n` : `${link.coder} ${link.url}\n`);
  if (repair !== '')
    door.tell(door.colours.yellow(`${repair}. The page lists what to mend, and goes on as soon as it is.`));
  door.tell(door.colours.dim('The study is open for review. Ctrl-C ends it; whatever was done is saved.'));
  const [first] = links;
  if (open === true && first !== undefined) library.openBrowser(first.url);
  await ended;
  await close();
  return 0;
}

/** `themeloom review` */
export function addReview(command: Command, { door, run }: Shell, awaitEnd: AwaitEnd = awaitInterrupt): void {
  command
    .description(
      [
        'Opens the study in a browser, to read, mark, decide, organise and publish, and prints the address.',
        'The address lets one coder in, once; with --host it may be used on several devices. Nothing leaves this machine',
        'unless --host names an address that others reach: then only on a network that you trust, since it is not encrypted.',
      ].join('\n'),
    )
    .option('-s, --study <dir>', 'the study folder', '.')
    .option(
      '--coder <name>',
      'who decides; may be given several times (default: that of study.yaml)',
      collect,
      [],
    )
    .option(
      '--host <address>',
      'the address to listen at, for others in the network (default: this machine alone)',
    )
    .option('--port <number>', 'the port to listen at (default: drawn by the system)', readPort)
    .option('--open', 'open the address in the browser')
    .addHelpText('after', '\nExample:\n  themeloom review --study my-study --coder ana')
    .action((options: ReviewOptions) => run(() => review(options, door, awaitEnd)));
}
