import type { Command } from 'commander';
import { describeEvaluation } from '../describe-evaluation.js';
import type { ExitCode } from '../door.js';
import { openStudy, printJson } from '../open-study.js';
import { addStudyOptions, type StudyOptions } from '../read-options.js';
import type { Shell } from '../shell.js';
import { showNotices } from '../show-notices.js';
import { startProgress } from '../show-progress.js';

/** `themeloom evaluate` */
export function addEvaluate(program: Command, { door, run }: Shell): void {
  const command = program
    .command('evaluate')
    .summary('measure how far suggestions match people')
    .description(
      'Measures how far suggestions match what people decided, on interviews that nothing was learned from.\nEnds with 1 where there is too little to measure on.',
    );
  addStudyOptions(command, 'themeloom evaluate --study my-study').action((options: StudyOptions) =>
    run(async (): Promise<ExitCode> => {
      const { library, reading } = await openStudy(options, door);
      const progress = await startProgress(door, options.quiet === true);
      try {
        const evaluation = library.evaluateStudy(reading.study, (done, total, tagger) =>
          progress.step(done, total, tagger),
        );
        progress.stop();
        if (options.json) printJson(evaluation, door);
        else for (const line of describeEvaluation(evaluation)) door.print(`${line}\n`);
        if (options.quiet !== true) showNotices(evaluation.notices, door);
        return evaluation.folds === 0 ? 1 : 0;
      } finally {
        progress.stop();
      }
    }),
  );
}
