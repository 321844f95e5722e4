import { ToolkitError } from '../errors.js';
import { draftSettings } from './draft-settings.js';
import { readSettings, type SettingsReading } from './read-settings.js';
import { type Stamps, stampEach, stampFiles } from './recording/stamp-files.js';
import { studyFiles, studyFolders } from './study-files.js';
import { toNotice } from './try-reading.js';
import { readWithdrawals, type Withdrawals } from './withdrawing/heed-withdrawals.js';
import { withdrawalFiles } from './withdrawing/tombstones.js';

/** What a study cannot be worked on without: how it is to be read, and who withdrew from it. */
export type Essentials = {
  readonly settings: SettingsReading;
  readonly withdrawals: Withdrawals;
  /** Whether it is known who asks and who answers. */
  readonly knowsSpeakers: boolean;
  /** Those of these files that cannot be used. */
  readonly broken: readonly string[];
  /** What the files were before anything was read. */
  readonly stamps?: Stamps;
};

/** Throws `ToolkitError` where one of the files cannot be used, as `readSettings` does and `readText`. */
export function readEssentials(folder: string): Essentials {
  return {
    settings: readSettings(folder),
    withdrawals: readWithdrawals(folder),
    knowsSpeakers: true,
    broken: [],
  };
}

/** The same for a person who is to mend the files: what cannot be used is told. Throws `ToolkitError` `no-study`. */
export function mendEssentials(folder: string): Essentials {
  const stamps = stampWhatIsThere(folder);
  const { isUsable, knowsSpeakers, ...settings } = draftSettings(folder);
  const withdrawals = tryWithdrawals(folder);
  return {
    settings,
    withdrawals: withdrawals.value,
    knowsSpeakers,
    broken: [
      ...(isUsable ? [] : [studyFiles.settings]),
      ...(withdrawals.isRead ? [] : [withdrawalFiles.tombstones]),
    ],
    stamps,
  };
}

function tryWithdrawals(folder: string): { readonly value: Withdrawals; readonly isRead: boolean } {
  try {
    return { value: readWithdrawals(folder), isRead: true };
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    const notices = [toNotice(error, withdrawalFiles.tombstones)];
    return { value: { days: new Map(), notices }, isRead: false };
  }
}

/** Where one of the study's folders is none, its files cannot be listed: then what stands there is looked at. */
function stampWhatIsThere(folder: string): Stamps {
  try {
    return stampFiles(folder);
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    return stampEach(folder, [...Object.values(studyFiles), ...Object.values(studyFolders)]);
  }
}
