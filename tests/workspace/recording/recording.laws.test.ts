import type * as Fs from 'node:fs';
import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { ToolkitError } from '../../../src/errors.js';
import { readStudy } from '../../../src/workspace/read-study.js';
import { openRecording, performAction, type Recording } from '../../../src/workspace/recording/recording.js';
import { anyDraw, coderOf, coders, type Draw, readDraw } from './any-action.js';
import { makeRecordedStudy } from './make-recorded-study.js';
import { settle } from './settle.js';

// What is on the disk is looked at in this very process: flushing would only make it slow.
vi.mock('node:fs', async (importOriginal) => ({
  ...(await importOriginal<typeof Fs>()),
  fsyncSync: () => undefined,
}));

const at = '2026-04-02T09:14:20Z';
const nameRequest = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Carries a draw out; what is refused changes nothing. */
function perform(recording: Recording, draw: Draw, number: number): Recording {
  const action = readDraw(recording.reading.study, draw);
  try {
    const request = { id: nameRequest(number), action };
    return performAction(recording, { request, coder: coderOf(draw), at }).recording;
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    return recording;
  }
}

function undoAll(recording: Recording): Recording {
  let current = recording;
  let number = 1_000_000;
  for (let stuck = 0; stuck < coders.length; ) {
    stuck = 0;
    for (const coder of coders) {
      try {
        const request = { id: nameRequest(number++), action: { kind: 'undo' as const } };
        current = performAction(current, { request, coder, at }).recording;
      } catch (error) {
        if (!(error instanceof ToolkitError)) throw error;
        stuck += 1;
      }
    }
  }
  return current;
}

describe('a recording', () => {
  it('is after every action what reading the folder again gives', () => {
    fc.assert(
      fc.property(fc.array(anyDraw, { maxLength: 12 }), (draws) => {
        const folder = makeRecordedStudy();
        let recording = openRecording(folder);
        const notices = readStudy(folder).notices.length;
        draws.forEach((draw, number) => {
          recording = perform(recording, draw, number);
          const again = readStudy(folder);
          expect(recording.reading.study).toEqual(again.study);
          expect(settle(recording.reading)).toEqual(settle(again));
          expect(recording.reading.lastWords).toEqual(again.lastWords);
          expect(recording.reading.files).toEqual(again.files);
          expect(again.notices.length).toBeLessThanOrEqual(notices + 2);
        });
        expect(openRecording(folder).history).toEqual(recording.history);
        rmSync(folder, { recursive: true });
      }),
      { numRuns: Number(process.env.RUNS ?? 60) },
    );
  });

  it('gives the study back when everything that one coder did is undone', () => {
    fc.assert(
      fc.property(fc.array(anyDraw, { maxLength: 15 }), (draws) => {
        const folder = makeRecordedStudy();
        const before = settle(readStudy(folder));
        const start = openRecording(folder);
        const end = draws.reduce(
          (recording, draw, number) => perform(recording, { ...draw, coder: 0 }, number),
          start,
        );
        undoAll(end);
        expect(settle(readStudy(folder))).toEqual(before);
        rmSync(folder, { recursive: true });
      }),
      { numRuns: Number(process.env.RUNS ?? 60) },
    );
  });
});
