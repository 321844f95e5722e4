import type * as Fs from 'node:fs';
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { ToolkitError } from '../../../src/errors.js';
import type { Action } from '../../../src/model/action.js';
import { formatRecords } from '../../../src/workspace/append-records.js';
import { readStudy } from '../../../src/workspace/read-study.js';
import { takeStep } from '../../../src/workspace/recording/carry-out.js';
import { openRecording, performAction, type Recording } from '../../../src/workspace/recording/recording.js';
import type { Step } from '../../../src/workspace/recording/step.js';
import { anyDraw, readDraw } from './any-action.js';
import { makeRecordedStudy } from './make-recorded-study.js';
import { settle } from './settle.js';

// What is on the disk is looked at in this very process: flushing would only make it slow.
vi.mock('node:fs', async (importOriginal) => ({
  ...(await importOriginal<typeof Fs>()),
  fsyncSync: () => undefined,
}));

const at = '2026-04-02T09:14:20Z';
const nameRequest = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

function perform(recording: Recording, action: Action, number: number, steps: Step[] = []): Recording {
  try {
    return performAction(
      recording,
      { request: { id: nameRequest(number), action }, coder: 'ana', at },
      (folder, step) => {
        steps.push(step);
        takeStep(folder, step);
      },
    ).recording;
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    return recording;
  }
}

/** A copy of a folder that is there for one look. */
function lookAt<T>(folder: string, look: (copy: string) => T): T {
  const copy = mkdtempSync(join(tmpdir(), 'themeloom-'));
  try {
    cpSync(folder, copy, { recursive: true });
    return look(copy);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

/** Every state in which a crash can leave a folder: some steps taken, and of the next one, if it is a log's, some bytes. */
function* listCrashes(steps: readonly Step[], cutsOf: (length: number) => readonly number[]) {
  for (const [taken, step] of steps.entries()) {
    const bytes = step.kind === 'append' ? Buffer.from(formatRecords(step.records)) : Buffer.alloc(0);
    const cuts = step.kind === 'append' ? cutsOf(bytes.length) : [0];
    for (const cut of cuts) {
      const isBegun = taken > 0 || cut >= bytes.length - 1;
      yield { isBegun, steps: steps.slice(0, taken), file: step.file, torn: bytes.subarray(0, cut) };
    }
  }
}

/** Checks that a folder in which an action was cut off becomes the study before it, or else the one after it. */
function expectRecovery(
  folder: string,
  recording: Recording,
  action: Action,
  cutsOf: (length: number) => readonly number[],
) {
  const before = settle(recording.reading);
  const steps: Step[] = [];
  const after = lookAt(folder, (copy) => {
    const own = openRecording(copy);
    return settle(perform(own, action, 999, steps).reading);
  });
  for (const crash of listCrashes(steps, cutsOf)) {
    lookAt(folder, (copy) => {
      for (const step of crash.steps) takeStep(copy, step);
      if (crash.torn.length > 0) appendFileSync(join(copy, crash.file), crash.torn);
      const recovered = openRecording(copy);
      expect(settle(recovered.reading)).toEqual(crash.isBegun ? after : before);
      expect(settle(readStudy(copy))).toEqual(crash.isBegun ? after : before);
      expect(recovered.history.map(({ id }) => id)).toEqual([
        ...recording.history.map(({ id }) => id),
        ...(crash.isBegun ? [nameRequest(999)] : []),
      ]);
      expect(recovered.notices.filter(({ code }) => code !== 'action-finished')).toEqual([]);
      expect(listBadLines(copy)).toEqual(listBadLines(folder));
      expect(openRecording(copy).notices).toEqual([]);
    });
  }
}

const listBadLines = (folder: string) =>
  readStudy(folder).notices.filter(({ code }) => code === 'bad-line' || code === 'torn-line').length;

describe('recovery', () => {
  it('keeps every acknowledged action and finishes a begun one, wherever a crash cuts it', () => {
    fc.assert(
      fc.property(
        fc.array(anyDraw, { maxLength: 4 }),
        anyDraw,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (draws, last, share) => {
          const folder = makeRecordedStudy();
          const recording = draws.reduce(
            (current, draw, number) => perform(current, readDraw(current.reading.study, draw), number),
            openRecording(folder),
          );
          const action = readDraw(recording.reading.study, last);
          expectRecovery(folder, recording, action, (length) => [0, Math.floor(length * share), length - 1]);
          rmSync(folder, { recursive: true });
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 12) },
    );
  });

  it('does so at every byte of the history, the quotes and the decisions', () => {
    const folder = makeRecordedStudy();
    const recording = openRecording(folder);
    const action: Action = {
      kind: 'mark',
      transcript: 'P01',
      start: 70,
      end: 120,
      themes: ['pay', 'noise'],
      note: 'Ж 👩🏽‍🚒',
    };
    const everyNinth = (length: number) =>
      Array.from({ length: Math.ceil(length / 9) }, (_, index) => index * 9);
    expectRecovery(folder, recording, action, (length) => [...everyNinth(length), length - 2, length - 1]);
  });
});
