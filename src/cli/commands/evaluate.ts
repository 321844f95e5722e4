import type { Command } from 'commander';
import type { Evaluation } from '../../index.js';
import { describeEvaluation } from '../describe-evaluation.js';
import type { Door, ExitCode } from '../door.js';
import { type Opened, openStudy, printJson } from '../open-study.js';
import { addStudyOptions, type StudyOptions } from '../read-options.js';
import type { Shell } from '../shell.js';
import { showNotices } from '../show-notices.js';
import { startProgress } from '../show-progress.js';

type EvaluateOptions = StudyOptions & { readonly output?: string; readonly curve: boolean };

async function evaluate(
  { library, reading }: Opened,
  door: Door,
  options: EvaluateOptions,
): Promise<Evaluation> {
  const progress = await startProgress(door, options.quiet === true);
  try {
    return library.evaluateStudy(reading.study, {
      ...(options.curve ? {} : { amounts: [] }),
      onTaught: (done, total, tagger) => progress.step(done, total, tagger),
    });
  } finally {
    progress.stop();
  }
}

function writePages({ library, reading }: Opened, evaluation: Evaluation, folder: string): readonly string[] {
  const templates = library.readTemplates(reading.folder);
  const files = library.renderEvaluation(evaluation, reading.study, templates);
  library.writeReports(folder, files);
  return files.map(({ name }) => `${folder}/${name}`);
}

/** `themeloom evaluate` */
export function addEvaluate(command: Command, { door, run }: Shell): void {
  command
    .description(
      [
        'Measures how far suggestions match what people decided, on interviews that nothing was learned from.',
        'top-1: the share of quotes whose best theme is right. mAP: how well every theme puts its quotes first.',
        'Precision, recall and F1 are of what a tagger proposes; macro F1 counts every theme alike.',
        'Ends with 1 where there is too little to measure on.',
      ].join('\n'),
    )
    .option('--no-curve', 'leave out the learning curve: some five times as fast')
    .option('-o, --output <dir>', 'also write evaluation.md and evaluation.html there');
  addStudyOptions(command, 'themeloom evaluate --study my-study').action((options: EvaluateOptions) =>
    run(async (): Promise<ExitCode> => {
      const opened = await openStudy(options, door);
      const { library } = opened;
      const quiet = options.quiet === true;
      const evaluation = await evaluate(opened, door, options);
      const tables = library.tabulateFigures(evaluation);
      const reading = library.readFigures(evaluation);
      if (options.json) printJson(evaluation, door);
      else for (const line of describeEvaluation(evaluation, { tables, reading })) door.print(`${line}\n`);
      if (!quiet) showNotices(evaluation.notices, door);
      if (options.output !== undefined) {
        const paths = writePages(opened, evaluation, library.resolveFolder(door.folder, options.output));
        if (!quiet) for (const path of paths) door.tell(`${door.colours.green('report')} ${path}`);
      }
      return evaluation.folds === 0 ? 1 : 0;
    }),
  );
}
