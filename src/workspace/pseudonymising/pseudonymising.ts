import type { Settings } from '../../model/settings.js';
import type { SpeakerRules } from '../../pipeline/assign-speakers.js';
import type { SheetRow } from '../../pipeline/pseudonyms/decision-sheet.js';
import type { OpenKey } from '../key-file/key-file.js';
import type { Original } from './read-original.js';

/** One run with all that it has read. */
export type Pseudonymising = {
  readonly folder: string;
  readonly rules: SpeakerRules & { readonly settings: Settings };
  readonly originals: readonly Original[];
  readonly key: OpenKey;
  /** Real path of the sheet, whether it is there or not. */
  readonly sheet: string;
  /** Whether the sheet is one that the user named: it is then theirs to delete. */
  readonly isOwnSheet: boolean;
  readonly rows: readonly SheetRow[];
  /** ISO 8601, now. */
  readonly at: string;
  readonly tagger: ((sentence: string) => boolean) | undefined;
};
