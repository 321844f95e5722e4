import type { StudyReading } from '../../index.js';
import type { describePassage } from '../../pipeline/passages/describe-passage.js';
import type { listPassages, suggestQuotesForStudy } from '../../pipeline/suggest-quotes.js';
import { describePassages } from '../describe-passages.js';
import type { Door, ExitCode } from '../door.js';
import { printJson } from '../open-study.js';
import { showNotices } from '../show-notices.js';

/** The part of the library that passages need, and the study that was read. */
type PassageWork = {
  readonly library: {
    readonly suggestQuotesForStudy: typeof suggestQuotesForStudy;
    readonly listPassages: typeof listPassages;
    readonly describePassage: typeof describePassage;
  };
  readonly reading: Pick<StudyReading, 'study'>;
};

type PassagesOptions = {
  /** A number, or `true` where the option stands without one. */
  readonly passages: number | true;
  readonly json?: boolean;
  readonly quiet?: boolean;
};

const USUAL_COUNT = 10;

/** `themeloom suggest --passages [N]`: prints passages worth marking, with place, score and evidence. */
export function printPassages(
  { library, reading }: PassageWork,
  options: PassagesOptions,
  door: Door,
): ExitCode {
  const limit = options.passages === true ? USUAL_COUNT : options.passages;
  const found = library.suggestQuotesForStudy(reading.study, { limit });
  if (options.json) printJson(library.listPassages(found), door);
  else for (const line of describePassages(found.passages, library.describePassage)) door.print(`${line}\n`);
  if (options.quiet !== true) showNotices(found.notices, door);
  return 0;
}
