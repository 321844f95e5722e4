import type { Command } from 'commander';
import { describeSuggestions } from '../describe-findings.js';
import { openStudy, printJson } from '../open-study.js';
import { addStudyOptions, readCount, type StudyOptions } from '../read-options.js';
import type { Shell } from '../shell.js';
import { printPassages } from './suggest-passages.js';

type SuggestOptions = StudyOptions & { readonly passages?: number | true };

/** `themeloom suggest` */
export function addSuggest(command: Command, { door, run }: Shell): void {
  command.description(
    'Suggests themes for quotes and shows the words and quotes that speak for each. Nothing is stored.',
  );
  command.option(
    '--passages [number]',
    'passages worth marking instead of themes (without a number: 10)',
    readCount,
  );
  addStudyOptions(command, 'themeloom suggest --study my-study --json').action((options: SuggestOptions) =>
    run(async () => {
      const { library, reading } = await openStudy(options, door);
      if (options.passages !== undefined)
        return printPassages({ library, reading }, { ...options, passages: options.passages }, door);
      const suggestions = library.suggestForStudy(reading.study);
      if (options.json) printJson(library.listSuggestions(suggestions), door);
      else for (const line of describeSuggestions(suggestions, reading.study)) door.print(`${line}\n`);
      return 0;
    }),
  );
}
