import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { type Failure, type StudyView, studySchema, type ThemeView } from '../../messages/study.js';
import { askFor, blind } from './ask.js';
import { chooseLooks } from './choose-looks.js';
import { sessionKey } from './session.js';
import { version } from './versions.js';

export { blind } from './ask.js';
export { suggestedVersion, version } from './versions.js';

const loaded = signal<StudyView | undefined>(undefined);

/** The study at a glance; `undefined` until it was read for the first time. */
export const study: ReadonlySignal<StudyView | undefined> = loaded;

/** Why it could not be read last, if so. */
export const studyFailure = signal<Failure | undefined>(undefined);

let isLoading = false;
let isStale = false;

/** Reads the study; of several calls during one reading, one more follows. */
export async function loadStudy(): Promise<void> {
  if (isLoading) {
    isStale = true;
    return;
  }
  isLoading = true;
  const answer = await askFor(studySchema, '/api/study');
  isLoading = false;
  studyFailure.value = answer.ok ? undefined : answer.failure;
  if (answer.ok) loaded.value = answer.value;
  if (isStale) {
    isStale = false;
    await loadStudy();
  }
}

/** Reads the study again whenever it changed. */
export function followStudy(): void {
  effect(() => {
    const isReady = version.value >= 0 && typeof blind.value === 'boolean' && sessionKey.value !== '';
    if (isReady) void loadStudy();
  });
}

const themesById = computed(() => new Map(loaded.value?.themes.map((theme) => [theme.id, theme])));

/** The theme with this id; `undefined` where there is none (any more). */
export function findTheme(id: string): ThemeView | undefined {
  return themesById.value.get(id);
}

const looks = computed(() => chooseLooks(loaded.value?.themes.map(({ id }) => id) ?? []));

/** One of the eight looks of a mark, from 1: by the theme's id, so that it stays, and so that neighbours differ. */
export function lookOfTheme(id: string): number {
  return looks.value.get(id) ?? 1;
}
