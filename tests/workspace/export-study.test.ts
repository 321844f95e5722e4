import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportStudy } from '../../src/workspace/export-study.js';
import { readStudy } from '../../src/workspace/read-study.js';
import { listContents, makeFolder, makeStudy } from './make-study.js';

const today = '2026-11-22';

describe('exporting a study', () => {
  it('writes what the extension asks for, once: the same again is there already', async () => {
    const reading = readStudy(makeStudy());
    const folder = makeFolder();
    const path = join(folder, 'nights.qdpx');
    expect(await exportStudy(reading, { path, today })).toMatchObject({
      exchange: 'refi-project',
      written: true,
      consentUnknown: false,
      transcripts: 1,
      quotes: 1,
    });
    const before = listContents(folder);
    expect(await exportStudy(reading, { path, today })).toMatchObject({ written: false });
    expect(await exportStudy(reading, { path: join(folder, 'NIGHTS.QDC'), today })).toMatchObject({
      exchange: 'refi-codebook',
      transcripts: 0,
      quotes: 0,
      decisions: 0,
      themes: reading.study.taxonomy.themes.length,
    });
    expect(listContents(folder).map(([file]) => file)).toEqual(['NIGHTS.QDC', 'nights.qdpx']);
    expect(listContents(folder)[1]).toEqual(before[0]);
  });

  it('replaces a file with other content only when it is told to', async () => {
    const reading = readStudy(makeStudy());
    const path = join(makeFolder(), 'nights.qdpx');
    writeFileSync(path, 'work of another tool');
    await expect(exportStudy(reading, { path, today })).rejects.toThrow(
      expect.objectContaining({ code: 'file-exists' }),
    );
    expect(readFileSync(path, 'utf8')).toBe('work of another tool');
    expect(await exportStudy(reading, { path, today, replace: true })).toMatchObject({ written: true });
  });

  it('counts quotes that are lost, says where consent is not recorded, and refuses an extension that nothing writes', async () => {
    const lost =
      '{"id":"q_1","transcript":"P01","start":0,"end":9,"exact":"Elsewhere","prefix":"","suffix":""}\n';
    const reading = readStudy(makeStudy({ 'quotes.jsonl': lost, 'participants.csv': undefined }));
    const folder = makeFolder();
    const result = await exportStudy(reading, { path: join(folder, 'a.qdpx'), today });
    expect(result.losses).toContainEqual(expect.objectContaining({ element: 'lost quote', count: 1 }));
    expect(result.consentUnknown).toBe(true);
    await expect(exportStudy(reading, { path: join(folder, 'a.doc'), today })).rejects.toThrow(
      expect.objectContaining({ code: 'unknown-exchange' }),
    );
  });

  it('refuses a whole transcript in which a name stands far from any quote, where the gate is strict', async () => {
    const aside = `**Interviewer:** ${'And then what happened after that? '.repeat(20)}\n\n**P01:** And then Tamsin Okoro called me.\n`;
    const study = (gate: string) =>
      readStudy(
        makeStudy({
          'study.yaml': `name: Night shifts\ncoder: ana\nreports: { gate: ${gate} }\n`,
          'transcripts/P01.md': `**P01:** ==I sleep badly in the day.=={#sleep}\n\n${aside}`,
        }),
      );
    const folder = makeFolder();
    const refused = exportStudy(study('strict'), { path: join(folder, 'a.qdpx'), today });
    await expect(refused).rejects.toThrow(expect.objectContaining({ code: 'publication-refused' }));
    expect(listContents(folder)).toEqual([]);
    const quotesOnly = exportStudy(study('strict'), { path: join(folder, 'a.csv'), today });
    expect(await quotesOnly).toMatchObject({ written: true });
    const lenient = await exportStudy(study('lenient'), { path: join(folder, 'a.qdpx'), today });
    expect(lenient).toMatchObject({ written: true });
  });
});
