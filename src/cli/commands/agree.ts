import { type Command, Option } from 'commander';
import type { Agreement, AgreementUnit } from '../../index.js';
import { describeAgreement } from '../describe-agreement.js';
import { describeDisagreements } from '../describe-disagreements.js';
import type { ExitCode } from '../door.js';
import { openStudy, printJson } from '../open-study.js';
import { addStudyOptions, readList, type StudyOptions } from '../read-options.js';
import type { Shell } from '../shell.js';
import { showNotices } from '../show-notices.js';
import { startProgress } from '../show-progress.js';

type AgreeOptions = StudyOptions & {
  readonly unit: AgreementUnit;
  readonly coders?: readonly string[];
};

/** `themeloom agree` */
export function addAgree(command: Command, { door, run }: Shell): void {
  command
    .description(
      'Measures how far coders agree, theme by theme, and lists the quotes on which they do not.\nEnds with 1 where nothing could be compared. A reflexive study gets the list alone. The page is "themeloom report agreement".',
    )
    .addOption(
      new Option('--unit <unit>', 'quotes that coders judged, or characters that they marked on their own')
        .choices(['quote', 'character'])
        .default('quote'),
    )
    .option('--coders <names>', 'whom to compare, e.g. ana,ben (default: everybody)', readList);
  addStudyOptions(command, 'themeloom agree --study my-study').action((options: AgreeOptions) =>
    run(async (): Promise<ExitCode> => {
      const { library, reading, today } = await openStudy(options, door);
      const { study } = reading;
      const progress = await startProgress(door, options.quiet === true);
      let agreement: Agreement;
      try {
        agreement = library.rateAgreement({
          ...study,
          approach: study.settings.approach,
          today,
          unit: options.unit,
          ...(options.coders === undefined ? {} : { coders: options.coders }),
          onProgress: (done, total) => progress.step(done, total, 'intervals'),
        });
      } finally {
        progress.stop();
      }
      const { unit, coders, coefficients } = agreement;
      if (options.json) printJson({ unit, coders, coefficients }, door);
      else {
        const shelf = [...library.coefficients, ...library.passageCoefficients];
        for (const line of describeAgreement(agreement, shelf)) door.print(`${line}\n`);
        for (const line of describeDisagreements(agreement, study)) door.print(`${line}\n`);
      }
      if (options.quiet !== true) showNotices(agreement.notices, door);
      return coefficients.length > 0 && coefficients.every(({ value }) => value === null) ? 1 : 0;
    }),
  );
}
