import type { StudyReading } from '../index.js';
import type { Door } from './door.js';
import { findKey, type KeyOptions } from './open-key.js';
import type { StudyOptions } from './read-options.js';
import { summariseNotices } from './show-notices.js';
import { startProgress } from './show-progress.js';

/** The library, loaded only when a command needs it, so that `--help` starts at once. */
export const loadLibrary = () => import('../index.js');
export type Library = Awaited<ReturnType<typeof loadLibrary>>;

export type Opened = { readonly library: Library; readonly reading: StudyReading; readonly today: string };

/** Reads the study of a command with progress, and tells its errors unless `silent` is set. */
export async function openStudy(
  options: StudyOptions & KeyOptions,
  door: Door,
  silent: boolean = options.quiet === true,
): Promise<Opened> {
  const library = await loadLibrary();
  const key = await findKey({ library, door, options });
  const progress = await startProgress(door, options.quiet === true);
  try {
    const reading = await library.readStudy(library.resolveFolder(door.folder, options.study), {
      onProgress: (done, total, file) => progress.step(done, total, file),
      ...(key === undefined ? {} : { key }),
    });
    if (!silent) summariseNotices(reading.notices, door);
    return { library, reading, today: door.now().toISOString().slice(0, 10) };
  } finally {
    progress.stop();
  }
}

/** Prints one JSON document. */
export function printJson(value: unknown, door: Door): void {
  door.print(`${JSON.stringify(value, null, 2)}\n`);
}
