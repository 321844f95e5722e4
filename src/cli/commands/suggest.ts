import type { Command } from 'commander';
import { describeSuggestions } from '../describe-findings.js';
import { openStudy, printJson } from '../open-study.js';
import { addStudyOptions, type StudyOptions } from '../read-options.js';
import type { Shell } from '../shell.js';

/** `themeloom suggest` */
export function addSuggest(command: Command, { door, run }: Shell): void {
  command.description(
    'Suggests themes for quotes and shows the words and quotes that speak for each. Nothing is stored.',
  );
  addStudyOptions(command, 'themeloom suggest --study my-study --json').action((options: StudyOptions) =>
    run(async () => {
      const { library, reading } = await openStudy(options, door);
      const suggestions = library.suggestForStudy(reading.study);
      if (options.json) printJson(library.listSuggestions(suggestions), door);
      else for (const line of describeSuggestions(suggestions, reading.study)) door.print(`${line}\n`);
      return 0;
    }),
  );
}
