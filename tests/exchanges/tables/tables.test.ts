import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settleCell } from '../../../src/exchanges/tables/coded-quote.js';
import { formatCsv, readGuarded } from '../../../src/exchanges/tables/format-csv.js';
import { tabulateDecisions } from '../../../src/exchanges/tables/tabulate-decisions.js';
import { tabulateMatrix } from '../../../src/exchanges/tables/tabulate-matrix.js';
import { tabulateQuotes } from '../../../src/exchanges/tables/tabulate-quotes.js';
import { readRecords } from '../../../src/formats/records/read-records.js';
import { decodeBytes } from '../../../src/text/decode-bytes.js';
import { accept, buildParticipant, buildStudy, buildTheme } from '../../pipeline/build-study.js';
import { buildTranscript, quoteWords } from '../../pipeline/build-transcript.js';

const talk = buildTranscript('P01', [
  ['I', 'How do you sleep?'],
  ['P01', '=Badly, "since" nights & days are loud. And long. I left.'],
]);
const [badly, long, left] = [
  { ...quoteWords(talk, '=Badly, "since" nights'), note: '+1 555' },
  quoteWords(talk, 'And long.'),
  quoteWords(talk, 'I left.'),
];
const study = buildStudy({
  participants: [buildParticipant('P01', ['research'], { role: '@nurse' }), buildParticipant('P02', [])],
  transcripts: [talk],
  themes: [buildTheme('sleep'), buildTheme('noise', { label: 'All noise', dimension: 'voice' })],
  quotes: [badly, long, left],
  decisions: [
    accept(badly, 'sleep'),
    { ...accept(badly, 'noise'), applies: false, note: 'no' },
    { ...accept(badly, 'sleep'), coder: 'ben', applies: false },
    { ...accept(long, 'noise'), contradicts: true },
  ],
});

const pick = (sheet: ReturnType<typeof tabulateQuotes>, names: readonly string[]) =>
  sheet.rows.map((row) => names.map((name) => row[sheet.header.indexOf(name)]));

describe('the tables of a study', () => {
  it('have a row for each quote, coder and stance, and one to fill in for a quote that nobody decided on', () => {
    expect(
      pick(tabulateQuotes(study), ['quote', 'participant', 'themes', 'coder', 'applies', 'contradicts']),
    ).toEqual([
      [badly?.exact, 'P01', 'sleep', 'ana', 'yes', ''],
      [badly?.exact, 'P01', 'noise', 'ana', 'no', ''],
      [badly?.exact, 'P01', 'sleep', 'ben', 'no', ''],
      ['And long.', 'P01', 'noise', 'ana', 'yes', 'yes'],
      ['I left.', 'P01', '', '', 'yes', ''],
    ]);
  });

  it('have every last word with its theme’s name in the table of decisions, and no words of participants', () => {
    const { header, rows } = tabulateDecisions(study);
    expect(rows).toHaveLength(4);
    expect(pick({ name: '', header, rows }, ['theme_label', 'dimension', 'note'])[1]).toEqual([
      'All noise',
      'voice',
      'no',
    ]);
    expect(JSON.stringify(rows)).not.toContain('Badly');
  });

  it('count a quote for a theme only where all coders who decided agree', () => {
    expect(tabulateMatrix(study)).toMatchObject({
      header: ['participant', 'role', 'quotes', 'sleep', 'noise'],
      rows: [
        ['P01', '@nurse', 3, 0, 1],
        ['P02', '', 0, 0, 0],
      ],
    });
  });

  it('have no cell that a spreadsheet would run', () => {
    for (const sheet of [tabulateQuotes(study), tabulateMatrix(study), tabulateDecisions(study)]) {
      const { rows } = readRecords({ name: 'a.csv', text: decodeBytes(formatCsv(sheet)).text });
      for (const { cells } of rows) for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@＝＋－＠]/);
    }
  });

  it('come back from CSV cell by cell, whatever stands in them', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('=1+1', '-5', "'=x", '"', ';', 'a\nb', '\t', '＝x', '@a,b', ''),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 6 }), (given) => {
        const rows = given.map(([one, other]) => ['x', one, other]);
        const bytes = formatCsv({ header: ['a', 'b', 'c'], rows });
        const read = readRecords({ name: 'a.csv', text: decodeBytes(bytes).text });
        const settle = (text: string) => settleCell(text.replace(/[\u{feff}\p{Cs}]/gu, ''));
        const back = read.rows.map(({ cells }) => cells.map((own) => settle(readGuarded(own))));
        expect(back).toEqual(rows.map((row) => row.map(settle)));
      }),
    );
  });
});
