import type { Command } from 'commander';
import type { StudyDifference, StudyReading } from '../../index.js';
import { describeDifference } from '../describe-difference.js';
import type { Door, ExitCode } from '../door.js';
import { loadLibrary, printJson } from '../open-study.js';
import { addStudyOptions, type StudyOptions } from '../read-options.js';
import type { Shell } from '../shell.js';
import { holdsErrors, summariseNotices } from '../show-notices.js';

type DiffOptions = StudyOptions & { readonly words?: boolean };

/** `themeloom diff` */
export function addDiff(command: Command, { door, run }: Shell): void {
  command
    .description(
      'Compares two states of a study: which quotes and decisions came, went or moved between themes, and by whom.\nA state is a folder or a git revision (HEAD~1, git:HEAD~1, git:HEAD~1:old/folder).',
    )
    .argument('<before>', 'the earlier state')
    .argument('[after]', 'the later state (default: the study as it is now)')
    .option('--words', 'show the words of the quotes, not their ids alone');
  addStudyOptions(command, 'themeloom diff HEAD~1 --study my-study').action(
    (before: string, after: string | undefined, options: DiffOptions) =>
      run(async (): Promise<ExitCode> => {
        const library = await loadLibrary();
        const study = library.resolveFolder(door.folder, options.study);
        const base = { folder: door.folder, study };
        const was = await library.readState(before, base);
        const is = await library.readState(after ?? study, base);
        const difference = library.compareStudies(was, is);
        const words = options.words === true ? gatherWords(difference, [was, is]) : new Map<string, string>();
        if (options.json)
          printJson(
            { ...difference, ...(options.words === true ? { words: Object.fromEntries(words) } : {}) },
            door,
          );
        else tellDifference(difference, words, door);
        for (const { notices } of [was, is]) if (options.quiet !== true) summariseNotices(notices, door);
        return [was, is].some(({ notices }) => holdsErrors(notices)) ? 1 : 0;
      }),
  );
}

function tellDifference(difference: StudyDifference, words: ReadonlyMap<string, string>, door: Door): void {
  const lines = describeDifference(difference, words);
  for (const line of lines.length === 0 ? ['nothing changed'] : lines) door.print(`${line}\n`);
}

/** The words of every quote that the difference names, as the later state has them where it has. */
function gatherWords(
  { quotes, decisions }: StudyDifference,
  states: readonly StudyReading[],
): ReadonlyMap<string, string> {
  const named = new Set([
    ...[quotes.added, quotes.removed, quotes.changed, quotes.lost].flat(),
    ...decisions.map(({ quote }) => quote),
  ]);
  return new Map(
    states
      .flatMap(({ anchorings }) => anchorings)
      .map((anchoring) => (anchoring.state === 'lost' ? anchoring.was : anchoring.quote))
      .filter(({ id }) => named.has(id))
      .map(({ id, exact }) => [id, exact]),
  );
}
