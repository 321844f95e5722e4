import { rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { ToolkitError } from '../errors.js';
import { createWhole } from './create-whole.js';
import { explainFailure } from './explain-failure.js';
import { isAlive } from './is-alive.js';
import { holdsEntry, readBytes } from './read-file.js';
import { resolveInside } from './resolve-inside.js';

/** Says that a review is open on a study and where; it holds no token. */
export const reviewMarkerFile = '.themeloom-review';

/** Where the server of a study listens, or did before it crashed. */
export type ReviewMarker = {
  /** The whole of the file. */
  readonly text: string;
  readonly host: string;
  readonly port: number;
  /** False where its process has ended on this machine. One of another machine counts as running: it cannot be told. */
  readonly isRunning: boolean;
  /** Whether it was made on this machine. */
  readonly isHere: boolean;
};

/** What the marker of a study says; undefined where there is none. One that cannot be understood names no port. */
export function readReviewMarker(folder: string): ReviewMarker | undefined {
  const text = readMarkerText(folder);
  if (text === undefined) return undefined;
  const [, pid, machine, host = '', port = '0'] = /^(\d+) (\S+) (\S+) (\d{1,5})\n$/.exec(text) ?? [];
  const isHere = machine === undefined || machine === hostname();
  const isRunning = pid !== undefined && (!isHere || isAlive(Number(pid)));
  return { text, host, port: Number(port), isRunning, isHere };
}

/**
 * Marks a study as open for review and gives the function that ends it. Throws `ToolkitError` `review-running` where another server was
 * quicker, and where the disk refuses.
 */
export function placeReviewMarker(
  folder: string,
  { host, port }: Pick<ReviewMarker, 'host' | 'port'>,
): () => void {
  const path = resolveInside(folder, reviewMarkerFile);
  const own = `${process.pid} ${hostname()} ${host} ${port}\n`;
  try {
    createWhole(path, own, 0o600);
  } catch (error) {
    throw isExisting(error) ? refuseSecond(readReviewMarker(folder)) : explainMarker(error);
  }
  return () => {
    if (readMarkerText(folder) === own) rmSync(path, { force: true });
  };
}

/** Removes a marker that a crashed server left, unless another one has taken its place. */
export function removeStaleMarker(folder: string, { text }: ReviewMarker): void {
  if (readMarkerText(folder) !== text) return;
  try {
    rmSync(resolveInside(folder, reviewMarkerFile), { force: true });
  } catch (error) {
    throw explainMarker(error);
  }
}

/** What a second server on the same study is told. */
export function refuseSecond(marker: ReviewMarker | undefined): ToolkitError {
  const where =
    marker === undefined || marker.host === '' ? 'somewhere' : `at http://${marker.host}:${marker.port}`;
  const machine = marker?.isHere === false ? ' on another machine' : '';
  return new ToolkitError('review-running', `a review of this study is open already ${where}${machine}`, {
    hint: `Use that one, or end it with Ctrl-C. If none runs any more, delete ${reviewMarkerFile}.`,
    place: { file: reviewMarkerFile },
  });
}

/** Byte by byte: after a power cut anything may stand there. */
const readMarkerText = (folder: string) =>
  holdsEntry(folder, reviewMarkerFile) ? readBytes(folder, reviewMarkerFile).toString('latin1') : undefined;

const explainMarker = (error: unknown) => explainFailure(error, 'written', reviewMarkerFile);

const isExisting = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EEXIST';
