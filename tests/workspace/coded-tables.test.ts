import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatCsv } from '../../src/exchanges/tables/format-csv.js';
import { tabulateDecisions } from '../../src/exchanges/tables/tabulate-decisions.js';
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

  it('of a folder comes with its codebook first, whatever the order of names, and with words as they are printed', () => {
    const talk = [
      'timestamp,speaker,words,tags,highlight',
      '[0:07] of the tape,Interviewer:,Which one?,,',
      '[0:12],P03:,It was low&#8212;<em>very</em> low &amp; late.,pay,TRUE',
      ',,And it stayed low.,pay,',
      '',
    ].join('\r\n');
    const site = makeFolder({
      '_data/transcripts/P03.csv': talk,
      '_data/transcripts/notes.md': 'no interview',
      '_data/filters.csv': 'tag,description\r\npay,Wages and what they buy\r\n',
    });
    const folder = makeStudy({
      'taxonomy.yaml': undefined,
      'transcripts/P01.md': '**P01:** One.\n',
      'participants.csv': 'id,consent\nP01,research\nP03,research\n',
    });
    const { first } = takeTwice(folder, [site]);
    expect(first.exchanged.map(({ file, conflicts }) => [file, conflicts])).toEqual([
      ['filters.csv', []],
      ['P03.csv', []],
    ]);
    const { study } = readStudy(folder);
    expect(study.taxonomy.themes).toMatchObject([{ id: 'pay', description: 'Wages and what they buy' }]);
    expect(study.quotes.map(({ exact }) => exact)).toEqual([
      'It was low—very low & late.',
      'And it stayed low.',
    ]);
    const talked = study.transcripts.find(({ id }) => id === 'P03');
    expect(talked?.utterances.map(({ startsAtMs, speaker }) => [speaker.kind, startsAtMs])).toEqual([
      ['interviewer', 7_000],
      ['participant', 12_000],
    ]);
  });

  it('is a transcript like any other where the import says so', () => {
    const folder = makeStudy();
    const result = importFiles(folder, [give('P03.csv', turns)], { at, tablesHold: 'transcripts' });
    expect(result.transcripts.taken).toEqual(['P03.csv']);
  });
});

describe('the table of decisions', () => {
  const coded = {
    'transcripts/P01.md': '**Interviewer:** How?\n\n**P01:** ==Badly.== And ==long.==\n',
    'quotes.jsonl': undefined,
  };
  const decide = (folder: string) => {
    const { quotes } = readStudy(folder).study;
    const line = (index: number, rest: object) =>
      `${JSON.stringify({ quote: quotes[index]?.id, ...rest, at: '2026-04-02T09:14:20Z' })}\n`;
    return [
      line(0, { theme: 'sleep', applies: true, contradicts: true }),
      line(0, { theme: 'pay', applies: false }),
      line(1, { theme: 'pay', applies: true }),
    ].join('');
  };

  it.each(['csv', 'xlsx'])('comes back as %s into a study that has the quotes', async (kind) => {
    const home = makeStudy(coded);
    mkdirSync(join(home, 'decisions'));
    writeFileSync(join(home, 'decisions/ben.jsonl'), decide(home));
    const sheet = tabulateDecisions(readStudy(home).study);
    const bytes = kind === 'csv' ? formatCsv(sheet) : await writeWorkbook([sheet]);
    const away = makeStudy(coded);
    const { first, second } = takeTwice(away, [give(`decisions.${kind}`, bytes)]);
    expect(first).toMatchObject({ complete: true, exchanged: [{ taken: { quotes: 0, decisions: 3 } }] });
    expect(second).toMatchObject({ exchanged: [{ already: { decisions: 3 } }] });
    expect(readStudy(away).study.decisions).toEqual(readStudy(home).study.decisions);
  });

  it('is told where the study lacks its quotes, and a table of counts is left with the reason', () => {
    const folder = makeStudy();
    const before = listContents(folder);
    const lost = 'quote,theme,coder,applies,decided_at\r\nq_1,sleep,ben,yes,\r\n';
    const counts = 'participant,role,quotes,sleep\r\nP01,nurse,3,1\r\n';
    const result = importFiles(folder, [give('d.csv', lost), give('m.csv', counts)], { at });
    expect(result.complete).toBe(false);
    expect(result.exchanged[0]?.losses).toMatchObject([{ element: 'passage not found', count: 1 }]);
    expect(result.transcripts.left).toEqual([
      { file: 'm.csv', reason: expect.stringContaining('counts quotes') },
    ]);
    expect(listContents(folder)).toEqual(before);
  });
});
