import type { Command } from 'commander';
import type { FittedModel } from '../../index.js';
import type { Door } from '../door.js';
import { openStudy, printJson } from '../open-study.js';
import { addStudyOptions, type StudyOptions } from '../read-options.js';
import type { Shell } from '../shell.js';
import { showNotices } from '../show-notices.js';

function summarise({ note, language, madeFrom, themes, vocabulary }: FittedModel, bytes: number) {
  const { terms, grams } = vocabulary;
  return {
    bytes,
    language,
    madeFrom,
    themes: themes.length,
    stems: terms.length,
    letterRuns: grams.length,
    note,
  };
}

function describe(file: string, summary: ReturnType<typeof summarise>, door: Door): void {
  const { bytes, madeFrom, themes, stems, letterRuns, note } = summary;
  const { quotes, codedQuotes, transcripts, participants } = madeFrom;
  door.print(`${door.colours.green('model')} ${file} (${bytes} bytes)\n`);
  door.print(
    `learned from ${quotes} quotes of ${participants} participants in ${transcripts} transcripts, ${codedQuotes} of them coded: ` +
      `${themes} themes, ${stems} stems, ${letterRuns} letter runs\n`,
  );
  door.print(`${note}\n`);
}

/** `themeloom model FILE` */
export function addModel(command: Command, { door, run }: Shell): void {
  command
    .description(
      [
        'Writes what the taggers learned as one JSON file, for "themeloom tag" to use without the study.',
        'It holds stems and letter runs that at least two participants used, and no sentence. Only quotes are learned from',
        'of which one known participant speaks who consented to research.',
      ].join('\n'),
    )
    .argument('<file>', 'the file to write; an older model is replaced');
  addStudyOptions(command, 'themeloom model my-study.model.json --study my-study').action(
    (file: string, options: StudyOptions) =>
      run(async () => {
        const { library, reading, today } = await openStudy(options, door);
        const { model, notices } = library.fitModel(reading.study, today);
        const bytes = library.writeModel(library.resolveFolder(door.folder, file), model);
        const summary = summarise(model, bytes);
        if (options.json) printJson(summary, door);
        else describe(file, summary, door);
        if (options.quiet !== true) showNotices(notices, door);
        return 0;
      }),
  );
}
