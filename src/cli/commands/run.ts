import type { Command } from 'commander';
import { addKeyOptions } from '../open-key.js';
import { openStudy, printJson } from '../open-study.js';
import { addStudyOptions, makeConsentOption } from '../read-options.js';
import { guardRun } from '../run-guarded.js';
import type { Shell } from '../shell.js';
import { holdsErrors } from '../show-notices.js';
import { type WriteOptions, writeAll } from '../write-all.js';

/** `themeloom run`: the main job. */
export function addRun(command: Command, shell: Shell): void {
  const { door } = shell;
  const run = guardRun(shell);
  command
    .description(
      'Checks the study, suggests themes, clusters quotes and writes the reports; "report" adds those with drawn charts.',
    )
    .option('-o, --output <dir>', 'where the reports go (default: the reports folder of the study)')
    .addOption(makeConsentOption());
  addStudyOptions(addKeyOptions(command), 'themeloom run --study my-study').action((options: WriteOptions) =>
    run(async () => {
      const opened = await openStudy(options, door);
      // Drawing charts takes about as long as all the rest of a small study: "report" does it.
      const kinds = opened.library.reports.filter(
        ({ byDefault, figures }) => byDefault !== false && figures === undefined,
      );
      const written = await writeAll({ opened, options, door, kinds: kinds.map(({ id }) => id) });
      if (!options.quiet)
        door.tell(door.colours.dim('charts: "themeloom report patterns participants" draws them'));
      const { notices } = opened.reading;
      if (options.json) printJson({ ok: !holdsErrors(notices), ...written, notices }, door);
      return holdsErrors(notices) ? 1 : 0;
    }),
  );
}
