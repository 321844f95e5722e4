import type { ConsentScope } from '../model/participant.js';
import { describeUndecided } from './describe-leaks.js';
import { describeLeftOut } from './describe-left-out.js';
import type { Door } from './door.js';
import type { KeyOptions } from './open-key.js';
import type { Opened } from './open-study.js';
import type { StudyOptions } from './read-options.js';
import { startProgress } from './show-progress.js';
import { VERSION } from './version.js';

export type WriteOptions = StudyOptions &
  KeyOptions & {
    readonly output?: string;
    readonly consent?: ConsentScope;
    readonly format?: readonly string[];
    readonly pdf?: boolean;
    readonly charts?: boolean;
  };

type WriteRequest = {
  readonly opened: Opened;
  readonly options: WriteOptions;
  readonly door: Door;
  readonly kinds: readonly string[];
};

/** Makes the reports of `kinds`, writes them, and tells what was written where. */
export async function writeAll({ opened, options, door, kinds }: WriteRequest) {
  const { library, reading, today } = opened;
  const folder =
    options.output === undefined
      ? library.findReportFolder(reading)
      : library.resolveFolder(door.folder, options.output);
  const progress = await startProgress(door, options.quiet === true);
  const cautions = reading.notices.flatMap(({ code, message }) =>
    code === 'small-attribution-group' ? [message] : [],
  );
  try {
    const onProgress = (stage: string, done: number, total: number) => progress.step(done, total, stage);
    const analysis = library.analyseStudy(reading.study, onProgress);
    const consent = options.consent ?? reading.study.settings.reports.consent;
    const { anchorings, decided } = reading;
    const about = { consent, today, version: VERSION, onProgress };
    const input = library.gatherReportInput({ analysis, anchorings, decided, ...about });
    const files = await library.makeReports({
      input,
      kinds,
      templates: library.readTemplates(reading.folder),
      ...chooseFormats(options),
      charts: options.charts === true,
      decided: reading.decided,
      onUndecided: (found) => cautions.push(describeUndecided(found)),
      onReport: (name, done, total) => progress.step(done, total, name),
    });
    const { written, unchanged } = library.writeReports(folder, files, { pdf: options.pdf === true });
    progress.stop();
    if (!options.quiet) {
      for (const line of describeRun(analysis, input)) door.tell(line);
      for (const line of describeLeftOut({ library, input, today })) door.tell(line);
      for (const caution of cautions) door.tell(`${door.colours.yellow('caution')} ${caution}`);
    }
    const printed = [...written, ...unchanged].filter((name) => name.endsWith('.pdf'));
    if (!options.quiet)
      for (const name of [...files.map((file) => file.name), ...printed])
        door.tell(`${door.colours.green('report')} ${folder}/${name}`);
    return { folder, written, unchanged };
  } finally {
    progress.stop();
  }
}

/** A PDF is printed from the page, so that the page is made too. */
function chooseFormats({ format, pdf }: WriteOptions): { formats?: readonly string[] } {
  if (format === undefined) return {};
  return { formats: pdf && !format.includes('html') ? [...format, 'html'] : format };
}

type Run = ReturnType<Opened['library']['analyseStudy']>;
type Input = ReturnType<Opened['library']['gatherReportInput']>;

function describeRun(
  { study, taggings, clustering }: Run,
  { publishable, consent }: Input,
): readonly string[] {
  const count = (status: string) => taggings.filter((tagging) => tagging.status === status).length;
  const { transcripts, participants, quotes } = study;
  return [
    `${study.settings.name}: ${transcripts.length} transcripts, ${participants.length} participants, ${quotes.length} quotes`,
    `taggings: ${count('accepted')} accepted, ${count('disputed')} disputed, ${count('rejected')} rejected; ${count('suggested')} suggested by machine, not counted`,
    `${clustering.clusters.length} clusters; ${publishable.size} of ${quotes.length} quotes may be printed for ${consent}`,
  ];
}
