import { join } from 'node:path';
import { readStudy, type StudyReading } from '../../../src/index.js';
import type { Study } from '../../../src/model/study.js';
import type { Desk } from '../../../src/review/answers/desk.js';
import { makeSuggestions } from '../../../src/review/answers/make.js';

export const TODAY = '2026-06-01';

const sample = join(import.meta.dirname, '..', '..', '..', 'data', 'sample');

/** The sample study, read anew. */
export const openSample = (): Desk => ({ reading: readStudy(sample), history: [], version: 7 });

let known: StudyReading | undefined;

/** Whatever a reading has beside what is said here, as a whole study has it. */
function empty(): StudyReading {
  known ??= openSample().reading;
  return known;
}

/** A desk with a study that no file holds. */
export function layDesk(study: Study, rest: Partial<StudyReading> = {}): Desk {
  const reading: StudyReading = {
    ...empty(),
    folder: '/nowhere',
    study,
    anchorings: study.quotes.map((quote) => ({ state: 'in-place', quote })),
    files: [],
    notices: [],
    themePlaces: new Map(),
    lastWords: study.decisions,
    memoTexts: new Map(),
    marks: new Set(),
    decided: { begun: false, decisions: [] },
    withdrawn: new Map(),
    ...rest,
  };
  return { reading, history: [], version: 1 };
}

/** The desk with all that machines make of it. */
export const makeAll = (desk: Desk): Desk => ({ ...desk, made: makeSuggestions(desk, { today: TODAY }) });

/** The same study with other parts, one version on. */
export function changeStudy(desk: Desk, parts: Partial<Study>): Desk {
  const study = { ...desk.reading.study, ...parts };
  return { ...desk, version: desk.version + 1, reading: { ...desk.reading, study } };
}
