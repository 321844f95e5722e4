import { ToolkitError } from '../../errors.js';
import {
  type ActionRequest,
  describeEntry,
  findOutsideChanges,
  type HistoryEntry,
  openRecording,
  type PerformedAction,
  performAction,
  type Recording,
  readStudy,
  type Study,
} from '../../index.js';

/** Where actions are recorded: the study's folder, or a disk that a test has made fail. */
export type Recorder = {
  /** `reading.broken` names the files that must be mended first, where there are such. */
  readonly open: (folder: string, known?: Recording) => Recording;
  readonly perform: (
    recording: Recording,
    job: { readonly request: ActionRequest; readonly coder: string; readonly at: string },
  ) => PerformedAction;
  readonly findOutsideChanges: (recording: Recording) => readonly string[];
  readonly describe: (entry: HistoryEntry, study: Study) => string;
};

/** Records in the study's folder. */
export const folderRecorder: Recorder = {
  open: openOrDraft,
  perform: performAction,
  findOutsideChanges,
  describe: describeEntry,
};

/**
 * A study that cannot be opened is read as far as it can be, for a person to mend it: without its history, and nothing in it
 * is finished. Throws `ToolkitError` `no-study` where there is none.
 */
function openOrDraft(folder: string, known?: Recording): Recording {
  try {
    return openRecording(folder, known);
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    const { broken, ...reading } = readStudy(folder, { mending: true });
    const first = error.place?.file ?? 'study.yaml';
    return {
      reading: { ...reading, broken: broken ?? [first] },
      history: [],
      stamps: reading.stamps ?? new Map(),
      notices: broken === undefined ? [explainOpening(error, first)] : [],
    };
  }
}

/** What kept a study from being opened that can be read. */
function explainOpening({ code, message, hint, place }: ToolkitError, file: string) {
  return {
    severity: 'error' as const,
    code,
    message: hint === undefined ? message : `${message}. ${hint}`,
    place: { ...place, file },
  };
}
