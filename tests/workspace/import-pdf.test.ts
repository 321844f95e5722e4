import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importFiles } from '../../src/workspace/import-files.js';
import { readPdfFiles } from '../../src/workspace/read-pdf-files.js';
import { readStudy } from '../../src/workspace/read-study.js';
import { makePdf, setLines } from '../formats/pdf/make-pdf.js';
import { type Files, listContents, makeFolder, makeStudy } from './make-study.js';

const at = '2026-11-22T15:00:00Z';
const talk = makePdf([
  setLines(['Interviewer: And the pay?', '', 'P02: It is not enough.', '', 'Interviewer: Why?']),
]);

/** Writes files into a new folder and gives their paths. */
function putFiles(files: Files): readonly string[] {
  const folder = makeFolder(files);
  return Object.keys(files).map((name) => join(folder, name));
}

async function run(folder: string, files: Files) {
  const paths = putFiles(files);
  return importFiles(folder, paths, { at, pdfs: await readPdfFiles(paths) });
}

describe('importing a PDF', () => {
  it('writes its text beside the other transcripts, with a caution to read it through', async () => {
    const folder = makeStudy({ 'participants.csv': 'id\nP01\nP02\n' });
    const result = await run(folder, { 'P02.PDF': talk });
    expect(result).toMatchObject({ complete: true, transcripts: { taken: ['P02.txt'], left: [] } });
    expect(result.notices[0]).toMatchObject({
      severity: 'caution',
      code: 'pdf-extracted',
      place: { file: 'transcripts/P02.txt' },
    });
    expect(result.notices[0]?.message).toContain('deleted with tracked changes may stand in it');
    expect(readFileSync(join(folder, 'transcripts/P02.txt'), 'utf8')).toBe(
      'Interviewer: And the pay?\n\nP02: It is not enough.\n\nInterviewer: Why?\n',
    );
    const { transcripts } = readStudy(folder).study;
    expect(transcripts.find(({ id }) => id === 'P02')?.participantIds).toEqual(['P02']);
  });

  it('the same PDF again is there already, and says nothing', async () => {
    const folder = makeStudy();
    await run(folder, { 'P02.pdf': talk });
    const before = listContents(folder);
    const again = await run(folder, { 'P02.pdf': talk });
    expect(again).toMatchObject({
      complete: true,
      notices: [],
      transcripts: { taken: [], already: ['P02.txt'] },
    });
    expect(listContents(folder)).toEqual(before);
  });

  it('never writes over a text that somebody has read through and corrected', async () => {
    const folder = makeStudy({ 'transcripts/P02.txt': 'P02: Corrected.\n' });
    const result = await run(folder, { 'P02.pdf': talk });
    expect(result).toMatchObject({ complete: false, transcripts: { left: [{ file: 'P02.txt' }] } });
    expect(readFileSync(join(folder, 'transcripts/P02.txt'), 'utf8')).toBe('P02: Corrected.\n');
  });

  it('leaves a PDF that gives no text, with the reason, and takes the others', async () => {
    const result = await run(makeStudy(), { 'scan.pdf': makePdf([[]]), 'P02.pdf': talk });
    expect(result.transcripts).toMatchObject({
      taken: ['P02.txt'],
      left: [{ file: 'scan.pdf', reason: expect.stringContaining('OCR') }],
    });
  });

  it('a PDF that was not read before is left with the command that reads it', () => {
    const paths = putFiles({ 'P02.pdf': talk });
    const { transcripts } = importFiles(makeStudy(), paths, { at });
    expect(transcripts.left).toMatchObject([
      { file: 'P02.pdf', reason: expect.stringContaining('themeloom import') },
    ]);
  });

  it('a PDF that lies in transcripts/ is an error that names the command, and the rest is read', () => {
    const folder = makeStudy();
    writeFileSync(join(folder, 'transcripts/P02.pdf'), talk);
    const { study, notices } = readStudy(folder);
    expect(study.transcripts.map(({ id }) => id)).toEqual(['P01']);
    expect(notices).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        code: 'pdf-not-imported',
        place: { file: 'transcripts/P02.pdf' },
        message: expect.stringContaining('themeloom import "transcripts/P02.pdf"'),
      }),
    );
    expect(existsSync(join(folder, 'transcripts/P02.txt'))).toBe(false);
  });
});
