import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeWorkbook } from '../../src/packages/write-workbook.js';
import { importFiles } from '../../src/workspace/import-files.js';
import { readStudy } from '../../src/workspace/read-study.js';
import { listContents, makeFolder, makeStudy } from './make-study.js';

const at = '2026-11-22T15:00:00Z';

function give(name: string, content: string | Uint8Array): string {
  const path = join(makeFolder(), name);
  writeFileSync(path, content);
  return path;
}

function takeTwice(folder: string, paths: readonly string[]) {
  const first = importFiles(folder, paths, { at });
  const before = listContents(folder);
  const second = importFiles(folder, paths, { at: '2026-11-23T15:00:00Z' });
  expect(listContents(folder)).toEqual(before);
  return { first, second };
}

describe('a table of Taguette', () => {
  const rows = [
    ['1', 'P01.docx', 'Sleep', 'I wake up at noon and cannot find back to sleep.'],
    ['1', 'P01.docx', 'Late days', 'I wake up at noon and cannot find back to sleep.'],
    ['2', 'P01.docx', 'Noise', 'The flat is loud.'],
  ];
  const header = ['id', 'document', 'tag', 'content'];

  it.each(['csv', 'xlsx'])(
    'as %s gives a quote for each highlight, whatever its document was',
    async (kind) => {
      const csv = [header, ...rows].map((cells) => `${cells.join(',')}\r\n`).join('');
      const content = kind === 'csv' ? csv : await writeWorkbook([{ name: 'highlights', header, rows }]);
      const folder = makeStudy();
      const { first, second } = takeTwice(folder, [give(`all_tags.${kind}`, content)]);
      expect(first).toMatchObject({ complete: true, decisions: 2, quotes: { notFound: [] } });
      expect(first.themesAdded.map(({ id }) => id)).toEqual(['late-days', 'noise']);
      expect(readStudy(folder).study.quotes).toHaveLength(2);
      expect(second).toMatchObject({ decisions: 0, quotes: { taken: 0, already: 3 } });
    },
  );

  it('of tags gives themes with their descriptions below their parents', () => {
    const folder = makeStudy();
    const codebook = give(
      'codebook.csv',
      'tag,parent,description,number of highlights\r\nSnoring,Noise,At night,4\r\nNoise,,"Loud, at any time",9\r\nSleep,,,1\r\n',
    );
    const { first, second } = takeTwice(folder, [codebook]);
    expect(first.exchanged).toMatchObject([{ taken: { themes: 2 }, already: { themes: 1 }, conflicts: [] }]);
    expect(second.exchanged).toMatchObject([{ taken: { themes: 0 }, already: { themes: 3 } }]);
    expect(readStudy(folder).study.taxonomy.themes.slice(2)).toMatchObject([
      { id: 'noise', description: 'Loud, at any time', parentId: null },
      { id: 'snoring', parentId: 'noise' },
    ]);
  });
});

describe('an interview of Oral History as Data', () => {
  const turns =
    'speaker,words,tags,timestamp\r\nInterviewer,How was the pay?,,00:00\r\nP03,"Low, ""very"" low.",money; work,00:12\r\nP03,Then I left.,,00:31\r\n';

  it('gives its turns with their times, and a quote for each turn with tags', () => {
    const folder = makeStudy({ 'participants.csv': 'id,consent\nP01,research\nP03,research\n' });
    const filters = 'tag,description\r\nmoney,Wages and what they buy\r\n';
    const { first } = takeTwice(folder, [give('filters.csv', filters), give('P03.csv', turns)]);
    expect(first.exchanged.map(({ taken }) => [taken.themes, taken.quotes, taken.decisions])).toEqual([
      [1, 0, 0],
      [1, 1, 2],
    ]);
    const { study } = readStudy(folder);
    const talk = study.transcripts.find(({ id }) => id === 'P03');
    expect(talk?.utterances.map(({ startsAtMs }) => startsAtMs)).toEqual([0, 12_000, 31_000]);
    expect(talk?.utterances[1]?.speaker).toEqual({ kind: 'participant', participantId: 'P03' });
    const quote = study.quotes.find(({ transcriptId }) => transcriptId === 'P03');
    expect(quote?.exact).toBe('Low, "very" low.');
    const own = study.decisions.filter(({ quoteId }) => quoteId === quote?.id);
    expect(own.map(({ themeId }) => themeId)).toEqual(['money', 'work']);
  });

  it('is a transcript like any other where the import says so', () => {
    const folder = makeStudy();
    const result = importFiles(folder, [give('P03.csv', turns)], { at, tablesHold: 'transcripts' });
    expect(result.transcripts.taken).toEqual(['P03.csv']);
  });
});
