import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  placeReviewMarker,
  readReviewMarker,
  removeStaleMarker,
  reviewMarkerFile,
} from '../../src/workspace/review-marker.js';
import { listContents, makeFolder } from './make-study.js';

const address = { host: '127.0.0.1', port: 4711 };
const findDeadProcess = () => spawnSync(process.execPath, ['-e', '']).pid;

describe('the marker of a review', () => {
  it('says where the server is, for as long as it runs', () => {
    const folder = makeFolder();
    expect(readReviewMarker(folder)).toBeUndefined();
    const remove = placeReviewMarker(folder, address);
    expect(readReviewMarker(folder)).toMatchObject({ ...address, isRunning: true, isHere: true });
    remove();
    expect(listContents(folder)).toEqual([]);
  });

  it('is placed by one of two, and the other is told where the first is', () => {
    const folder = makeFolder();
    placeReviewMarker(folder, address);
    expect(() => placeReviewMarker(folder, { ...address, port: 1 })).toThrow(
      expect.objectContaining({ code: 'review-running', message: expect.stringContaining('127.0.0.1:4711') }),
    );
  });

  it('is not removed by a server whose place another one took', () => {
    const folder = makeFolder();
    const remove = placeReviewMarker(folder, address);
    writeFileSync(join(folder, reviewMarkerFile), '1 elsewhere 10.0.0.5 4000\n');
    remove();
    expect(readReviewMarker(folder)).toMatchObject({ host: '10.0.0.5', isRunning: true, isHere: false });
  });

  it.each([
    ['a process that has died', () => `${findDeadProcess()} ${hostname()} 127.0.0.1 4711\n`, 4711],
    ['nothing', () => '', 0],
    ['something else', () => '\u0000\u0001 not a marker', 0],
    ['a line that is cut off', () => `${process.pid} ${hostname()} 127.0.0.1 47`, 0],
  ])('of %s counts as left behind', (_whom, content, port) => {
    const folder = makeFolder({ [reviewMarkerFile]: content() });
    const marker = readReviewMarker(folder);
    expect(marker).toMatchObject({ isRunning: false, port });
    if (marker !== undefined) removeStaleMarker(folder, marker);
    expect(listContents(folder)).toEqual([]);
  });

  it('that took the place of a stale one stays', () => {
    const folder = makeFolder({ [reviewMarkerFile]: 'old' });
    const stale = readReviewMarker(folder);
    writeFileSync(join(folder, reviewMarkerFile), 'new');
    if (stale !== undefined) removeStaleMarker(folder, stale);
    expect(listContents(folder)).toEqual([[reviewMarkerFile, 'new']]);
  });
});
