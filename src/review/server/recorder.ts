import {
  type ActionRequest,
  describeEntry,
  findOutsideChanges,
  type HistoryEntry,
  openRecording,
  type PerformedAction,
  performAction,
  type Recording,
  type Study,
} from '../../index.js';

/** Where actions are recorded: the study's folder, or a disk that a test has made fail. */
export type Recorder = {
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
  open: openRecording,
  perform: performAction,
  findOutsideChanges,
  describe: describeEntry,
};
