import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VERSION } from '../../src/cli/version.js';
import {
  analyseStudy,
  gatherReportInput,
  makeReports,
  readStudy,
  readTemplates,
  reports,
} from '../../src/index.js';

const root = join(import.meta.dirname, '..', '..');
const golden = join(root, 'reports', 'sample');
/** One participant's consent ended before this day; no other consent ends near it. */
const today = '2026-11-22';

const reading = readStudy(join(root, 'data', 'sample'));
const analysis = analyseStudy(reading.study);

function makeAll() {
  const input = gatherReportInput({
    analysis,
    anchorings: reading.anchorings,
    consent: 'publication',
    today,
    version: VERSION,
    decided: reading.decided,
  });
  const kinds = reports.filter(({ byDefault }) => byDefault !== false).map(({ id }) => id);
  return makeReports({ input, kinds, templates: readTemplates(reading.folder) });
}

const files = await makeAll();

/** All runs of eight words of a person, as they would read in a report. */
function listRuns(participantId: string): readonly string[] {
  return reading.study.transcripts.flatMap(({ text, utterances }) =>
    utterances
      .filter(({ speaker }) => speaker.kind === 'participant' && speaker.participantId === participantId)
      .flatMap(({ span }) => {
        const words = text.slice(span.start, span.end).match(/[\p{L}\p{N}]+/gu) ?? [];
        return words.slice(7).map((_, at) => words.slice(at, at + 8).join(' '));
      }),
  );
}

describe("the sample's reports", () => {
  it('are the committed ones, file by file', () => {
    expect(readdirSync(golden).sort()).toEqual(files.map(({ name }) => name).sort());
  });

  it.each(files)(
    '$name is the committed one, byte for byte ("themeloom report --study data/sample --output reports/sample" redraws it)',
    ({ name, content }) => {
      expect(content).toBe(readFileSync(join(golden, name), 'utf8'));
    },
  );

  it.each(files.filter(({ name }) => name.endsWith('.html')))(
    '$name is small enough to be sent by mail: under a megabyte',
    ({ content }) => {
      expect(Buffer.byteLength(content)).toBeLessThan(1_000_000);
    },
  );

  it('are the same bytes in a second run', async () => {
    expect(await makeAll()).toEqual(files);
  });

  it.each(['P08', 'P10', 'P11'])(
    'hold no run of eight words of %s, who may not be published',
    (participantId) => {
      const runs = listRuns(participantId);
      expect(runs.length).toBeGreaterThan(500);
      const printed = files.map(({ content }) => (String(content).match(/[\p{L}\p{N}]+/gu) ?? []).join(' '));
      const leaked = runs.filter((run) => printed.some((words) => words.includes(run)));
      expect(leaked).toEqual([]);
    },
  );

  it('print quotes that stand in their transcripts word for word', () => {
    const texts = new Map(reading.study.transcripts.map(({ id, text }) => [id, text]));
    const bank = files.find(({ name }) => name === 'quote-bank.json');
    const exacts = [...String(bank?.content ?? '').matchAll(/"exact": ("(?:[^"\\]|\\.)*")/g)].map(
      ([, text]) => String(JSON.parse(text ?? '')),
    );
    expect(exacts.length).toBeGreaterThanOrEqual(90);
    for (const exact of exacts)
      expect(
        [...texts.values()].some((text) => text.includes(exact)),
        exact,
      ).toBe(true);
  });
});
