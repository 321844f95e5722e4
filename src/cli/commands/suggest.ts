import type { Command } from 'commander';
import type { Precisions } from '../../index.js';
import { describeNext, describeSuggestions } from '../describe-suggestions.js';
import type { Door } from '../door.js';
import { type Opened, openStudy, printJson } from '../open-study.js';
import { addStudyOptions, readCount, type StudyOptions } from '../read-options.js';
import type { Shell } from '../shell.js';
import { showNotices } from '../show-notices.js';
import { startProgress } from '../show-progress.js';
import { printPassages } from './suggest-passages.js';

type SuggestOptions = StudyOptions & {
  readonly next?: number;
  readonly seed: number;
  readonly measured?: boolean;
  /** A number, or `true` where the option stands without one. */
  readonly passages?: number | true;
};

async function measure(
  { library, reading }: Opened,
  door: Door,
  { quiet, measured }: SuggestOptions,
): Promise<{ readonly precisions?: Precisions }> {
  if (measured !== true) return {};
  const progress = await startProgress(door, quiet === true);
  try {
    const onTaught = (done: number, total: number, tagger: string) => progress.step(done, total, tagger);
    return { precisions: library.measureSuggestions(reading.study, { onTaught }) };
  } finally {
    progress.stop();
  }
}

async function suggest(opened: Opened, door: Door, options: SuggestOptions): Promise<void> {
  const { library, reading } = opened;
  const gathered = library.gatherSuggestions(reading.study, await measure(opened, door, options));
  if (options.json) printJson(library.listSuggestions(gathered.suggestions, gathered.none), door);
  else
    for (const line of describeSuggestions(gathered, reading.study, library.describeFlip))
      door.print(`${line}\n`);
  if (options.quiet !== true) showNotices(gathered.notices, door);
}

function suggestNext(
  { library, reading }: Opened,
  door: Door,
  { json, quiet, seed, count }: SuggestOptions & { readonly count: number },
): void {
  const { next, notices } = library.chooseNextForStudy(reading.study, { count, seed });
  if (json) printJson(library.listNext(next), door);
  else for (const line of describeNext(next, reading.study)) door.print(`${line}\n`);
  if (quiet !== true) showNotices(notices, door);
}

/** `themeloom suggest` */
export function addSuggest(command: Command, { door, run }: Shell): void {
  command
    .description(
      [
        'Suggests themes for quotes and shows the words and quotes that speak for each. Nothing is stored.',
        'Strong, medium and weak say how a suggestion ranks; a percentage is shown only where some 50 coded quotes bear it out.',
        'A keyword is a rule of the taxonomy and is called one. "None of these themes" is an answer, too.',
      ].join('\n'),
    )
    .option('--measured', 'first measure how often each theme is rightly suggested, on interviews held out')
    .option('--next <number>', 'instead, say which quotes to code next', readCount)
    .option('--seed <number>', 'with --next: what the random part is drawn from', readCount, 1)
    .option(
      '--passages [number]',
      'passages worth marking instead of themes (without a number: 10)',
      readCount,
    );
  addStudyOptions(command, 'themeloom suggest --study my-study --json').action((options: SuggestOptions) =>
    run(async () => {
      const opened = await openStudy(options, door);
      const { next: count, passages } = options;
      if (passages !== undefined) return printPassages(opened, { ...options, passages }, door);
      if (count === undefined) await suggest(opened, door, options);
      else suggestNext(opened, door, { ...options, count });
      return 0;
    }),
  );
}
