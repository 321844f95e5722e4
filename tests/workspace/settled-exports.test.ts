import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rateAgreement } from '../../src/pipeline/rate-agreement.js';
import { settleTaggings } from '../../src/pipeline/settle-taggings.js';
import { exportStudy } from '../../src/workspace/export-study.js';
import { importFiles } from '../../src/workspace/import-files.js';
import { readStudy } from '../../src/workspace/read-study.js';
import { makeFolder } from './make-study.js';
import { makeRecordedStudy } from './recording/make-recorded-study.js';

const day = '2026-11-22';
const at = '2026-11-22T15:00:00Z';
/** Nothing that was decided here, so that all decisions come from the file. */
const undecided = {
  'decisions/ana.jsonl': '',
  'decisions/ben.jsonl': '',
  'decisions/consensus.jsonl': '',
};

/** What people said of a study, and what stands in it of a settled dispute. */
function tell(folder: string) {
  const { study } = readStudy(folder);
  const { settings, ...given } = study;
  const agreement = rateAgreement({ ...given, approach: settings.approach, today: day });
  const quote = study.quotes.find(({ exact }) => exact === 'The flat is loud')?.id;
  const tagging = settleTaggings(study.decisions, []).find(
    ({ quoteId, themeId }) => quoteId === quote && themeId === 'noise',
  );
  return {
    coders: agreement.coders,
    coefficients: agreement.coefficients.map(({ id, theme, value }) => [id, theme, value]),
    status: tagging?.status,
    said: tagging?.decisions.map(({ coder, applies }) => `${coder} ${applies}`).sort(),
  };
}

describe.each(['jsonl', 'qdpx'])('a study that comes back as %s', (extension) => {
  it('has what was settled, and counts nobody for it in its agreement', async () => {
    const source = makeRecordedStudy();
    const path = join(makeFolder(), `study.${extension}`);
    await exportStudy(readStudy(source), { path, today: day });
    const before = tell(source);
    expect(before).toMatchObject({
      coders: ['ana', 'ben'],
      status: 'accepted',
      said: ['ana true', 'ben false', 'consensus true'],
    });
    const folder = makeRecordedStudy(undecided);
    importFiles(folder, [path], { at });
    expect(tell(folder)).toEqual(before);
  });
});

it('a table that names consensus as a coder settles, and adds nobody to the coders', () => {
  const folder = makeRecordedStudy({ 'decisions/consensus.jsonl': '' });
  const before = tell(folder);
  expect(before.status).toBe('disputed');
  const path = join(makeFolder(), 'settled.csv');
  writeFileSync(path, 'quote,transcript,themes,coder\r\nThe flat is loud,P01,noise,consensus\r\n');
  importFiles(folder, [path], { at });
  expect(tell(folder)).toEqual({
    ...before,
    status: 'accepted',
    said: ['ana true', 'ben false', 'consensus true'],
  });
});
