import { basename, resolve } from 'node:path';
import { ToolkitError } from '../errors.js';
import { checkShape } from '../model/check-shape.js';
import type { Notice } from '../model/notice.js';
import { type Settings, settingsSchema } from '../model/settings.js';
import { listEntries } from './read-file.js';
import { type CheckedSettings, checkSettings, type SettingsReading } from './read-settings.js';
import { isAside } from './read-transcripts.js';
import { studyFiles, studyFolders } from './study-files.js';
import { tellError } from './tell.js';
import { toNotice } from './try-reading.js';

export type DraftSettings = SettingsReading & {
  /** Whether `study.yaml` says who asks and who answers; where it does not, nobody's part is to be guessed. */
  readonly knowsSpeakers: boolean;
  /** Whether nothing is wrong with the file but keys that it should not have. */
  readonly isUsable: boolean;
};

const file = studyFiles.settings;
const speakerKeys = ['interviewers', 'speakers', 'transcripts'] as const;

/**
 * Settings by which a study can be looked at while `study.yaml` cannot be used: those of its keys that are right, and plain
 * ones for the rest, which nothing may be recorded or published by. Nobody counts as an interviewer where it is not known
 * who is one. Everything that is wrong with the file is a notice. Throws `ToolkitError` `no-study` where there is neither
 * such a file nor a transcript.
 */
export function draftSettings(folder: string): DraftSettings {
  try {
    const checked = checkSettings(folder);
    return {
      ...draftFrom(folder, checked),
      isUsable: checked.badKeys.size === 0,
      notices: [...checked.notices, ...checked.problems],
      locate: checked.yaml.locate,
    };
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    if (error.code === 'no-study' && !holdsTranscripts(folder)) throw error;
    const notice = error.code === 'no-study' ? tellMissing(folder) : toNotice(error, file);
    return {
      value: makePlain(folder, {}),
      knowsSpeakers: false,
      isUsable: false,
      notices: [notice],
      locate: () => ({ file }),
    };
  }
}

function draftFrom(
  folder: string,
  { yaml, badKeys }: CheckedSettings,
): Pick<DraftSettings, 'value' | 'knowsSpeakers'> {
  const written = toRecord(yaml.value);
  const kept = Object.entries(written ?? {}).filter(([key]) => !badKeys.has(key));
  const knowsSpeakers = written !== undefined && speakerKeys.every((key) => !badKeys.has(key));
  const own = knowsSpeakers ? kept : kept.filter(([key]) => key !== 'interviewers');
  return { value: makePlain(folder, Object.fromEntries(own), knowsSpeakers), knowsSpeakers };
}

function makePlain(
  folder: string,
  written: Readonly<Record<string, unknown>>,
  knowsSpeakers = false,
): Settings {
  const plain = {
    coder: 'unknown',
    name: basename(resolve(folder)) || 'A study',
    ...(knowsSpeakers ? {} : { interviewers: [] }),
  };
  return checkShape(settingsSchema, { ...plain, ...written }).value ?? settingsSchema.parse(plain);
}

const toRecord = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;

function holdsTranscripts(folder: string): boolean {
  try {
    return listEntries(folder, studyFolders.transcripts).some(
      ({ name, isFolder }) => !isFolder && !isAside(name),
    );
  } catch (error) {
    if (error instanceof ToolkitError) return false;
    throw error;
  }
}

function tellMissing(folder: string): Notice {
  const name = basename(resolve(folder));
  const message = `there is no ${file} in this folder. Make a text file of that name with at least one line, e.g. name: ${name}`;
  return tellError('no-study', { file }, message);
}
