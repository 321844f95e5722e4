import { type Command, InvalidArgumentError } from 'commander';
import type { Door, ExitCode } from '../door.js';
import { loadLibrary } from '../open-study.js';
import type { Shell } from '../shell.js';

/** Where lines come from and where they go. */
export type Pipe = {
  readonly input: AsyncIterable<Uint8Array>;
  /** Ends when there is room for more. */
  readonly write: (text: string) => Promise<void>;
};

type TagOptions = {
  readonly model: string;
  readonly textField: string;
  readonly threshold: number;
  readonly quiet?: boolean;
};

/** Reads a number from 0 to 1; throws commander's own error for anything else. */
function readShare(text: string): number {
  if (!/^(0(\.\d+)?|1(\.0+)?|\.\d+)$/.test(text))
    throw new InvalidArgumentError('It must be a number from 0 to 1, e.g. 0.4.');
  return Number(text);
}

const standardPipe: Pipe = {
  input: process.stdin,
  write: (text) =>
    new Promise((resolve) => {
      if (process.stdout.write(text)) resolve();
      else process.stdout.once('drain', resolve);
    }),
};

async function tag(
  { model, textField, threshold, quiet }: TagOptions,
  door: Door,
  pipe: Pipe,
): Promise<ExitCode> {
  const library = await loadLibrary();
  const prepared = library.prepareModel(library.readModel(library.resolveFolder(door.folder, model)));
  let read = 0;
  let broken = 0;
  for await (const { text, lines, errors } of library.tagLines(pipe.input, prepared, {
    textField,
    threshold,
  })) {
    read += lines;
    broken += errors;
    await pipe.write(text);
  }
  if (quiet !== true) door.tell(`${read} lines${broken === 0 ? '' : `, ${broken} of them not usable`}`);
  return broken === 0 ? 0 : 1;
}

/** `themeloom tag --model FILE` */
export function addTag(command: Command, { door, run }: Shell, pipe: Pipe = standardPipe): void {
  command
    .description(
      [
        'A filter: reads one JSON object a line from standard input, and writes each with its "suggestions", in order.',
        'A line that cannot be used becomes {"error","line"}, and the exit code is 1. Blank lines are left out.',
        'Every line is judged by itself: the stream may be cut anywhere between lines and spread over machines.',
      ].join('\n'),
    )
    .requiredOption('-m, --model <file>', 'what "themeloom model" wrote')
    .option('--text-field <name>', 'the field that holds the text', 'text')
    .option('--threshold <share>', 'leave out what is less confident, 0 to 1', readShare, 0)
    .option('-q, --quiet', 'say nothing but errors on standard error')
    .addHelpText(
      'after',
      '\nExample:\n  themeloom tag --model my-study.model.json < quotes.jsonl > tagged.jsonl',
    )
    .action((options: TagOptions) => run(() => tag(options, door, pipe)));
}
