import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../src/formats/office/read-workbook.js';
import { readRecords } from '../../src/formats/records/read-records.js';
import { settlePackage } from '../../src/packages/settle-package.js';
import { type Sheet, writeWorkbook } from '../../src/packages/write-workbook.js';
import { exportStudy } from '../../src/workspace/export-study.js';
import { importFiles } from '../../src/workspace/import-files.js';
import { readStudy } from '../../src/workspace/read-study.js';
import { listContents, makeFolder, makeStudy } from './make-study.js';

const today = '2026-11-22';
const at = '2026-11-22T15:00:00Z';
const later = '2026-11-23T15:00:00Z';

type Cells = readonly string[];
type Edit = (rows: readonly Cells[], header: Cells) => readonly Cells[];

/** Two transcripts, three quotes, two coders. */
function makeCodedStudy(): string {
  return makeStudy({
    'transcripts/P02.md':
      '**Interviewer:** And the pay?\n\n**P02:** ==It is not enough, you know, for the nights that I work.=={#pay} And ==-5 degrees in the break room.==\n',
    'participants.csv':
      'id,consent,consent_until,withdrawn,role\nP01,research;publication,,,nurse\nP02,research,,,porter\n',
    'decisions/ben.jsonl': '',
  });
}

function addDecision(folder: string, line: object): void {
  const file = join(folder, 'decisions/ben.jsonl');
  writeFileSync(file, `${readFileSync(file, 'utf8')}${JSON.stringify(line)}\n`);
}

async function exportTable(folder: string): Promise<string> {
  const path = join(makeFolder(), 'quotes.csv');
  await exportStudy(readStudy(folder), { path, today });
  return path;
}

/** As a spreadsheet program would save it: semicolons, every cell quoted, no byte order mark. */
function editTable(path: string, edit: Edit): void {
  const { header, rows } = readRecords({ name: 'quotes.csv', text: readFileSync(path, 'utf8') });
  const edited = edit(
    rows.map(({ cells }) => cells),
    header,
  );
  const format = (cells: Cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';');
  writeFileSync(path, `${[header, ...edited].map(format).join('\r\n')}\r\n`);
}

const setCell = (row: Cells, header: Cells, name: string, value: string) =>
  row.map((cell, column) => (header[column] === name ? value : cell));

const holds = (words: string) => (row: Cells) => row.some((cell) => cell.includes(words));

function take(folder: string, path: string, apply: boolean, now = at) {
  const result = importFiles(folder, [path], { at: now, apply });
  const [edited] = result.edited;
  if (edited === undefined) throw new Error(JSON.stringify(result));
  return { ...edited, complete: result.complete };
}

describe('a table of quotes that comes back from a spreadsheet', () => {
  it('changes nothing where nobody edited it, however the program saved it', async () => {
    const folder = makeCodedStudy();
    const path = await exportTable(folder);
    const before = listContents(folder);
    editTable(path, (rows) => rows.toReversed());
    expect(take(folder, path, true)).toMatchObject({
      changes: [],
      conflicts: [],
      already: 3,
      complete: true,
    });
    expect(listContents(folder)).toEqual(before);
  });

  it('tells an edited wording, an added theme and a deleted row first, and makes these changes when it is to', async () => {
    const folder = makeCodedStudy();
    const path = await exportTable(folder);
    const before = listContents(folder);
    editTable(path, (rows, header) =>
      rows
        .filter((row) => !holds('I wake up')(row))
        .map((row) => {
          if (holds('not enough')(row))
            return setCell(row, header, 'wording', 'It is not enough for the nights that I work.');
          return holds('degrees')(row) ? setCell(row, header, 'themes', 'Pay; Cold rooms') : row;
        }),
    );
    const told = take(folder, path, false);
    expect(told).toMatchObject({ applied: false, conflicts: [], deletedRows: 1, complete: false });
    expect(told.themesAdded).toEqual([{ id: 'cold-rooms', label: 'Cold rooms' }]);
    expect(told.changes.map(({ what, from, to }) => [what, from, to])).toEqual([
      ['wording', '', 'It is not enough […] for the nights that I work.'],
      ['theme', '', 'pay'],
      ['theme', '', 'cold-rooms'],
      ['theme', 'sleep', 'not sleep'],
    ]);
    expect(listContents(folder)).toEqual(before);

    expect(take(folder, path, true).changes).toEqual(told.changes);
    const { study, notices } = readStudy(folder);
    expect(notices.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(study.quotes.map(({ wording }) => wording).filter((text) => text !== undefined)).toEqual([
      'It is not enough […] for the nights that I work.',
    ]);
    expect(study.quotes).toHaveLength(3);
    expect(study.decisions.map(({ themeId, coder, applies }) => [themeId, coder, applies]).sort()).toEqual([
      ['cold-rooms', 'ana', true],
      ['pay', 'ana', true],
      ['pay', 'ana', true],
      ['sleep', 'ana', false],
    ]);
  });

  it('gives no change when the same table is imported twice', async () => {
    const folder = makeCodedStudy();
    const path = await exportTable(folder);
    editTable(path, (rows, header) =>
      rows
        .filter((row) => !holds('I wake up')(row))
        .map((row) => setCell(setCell(row, header, 'note', 'look\r\nagain'), header, 'themes', 'Pay; Cold')),
    );
    take(folder, path, true);
    const before = listContents(folder);
    expect(take(folder, path, true, later)).toMatchObject({
      changes: [],
      conflicts: [],
      themesAdded: [],
      complete: true,
    });
    expect(listContents(folder)).toEqual(before);
  });

  it('lists as a conflict what both the table and the study have changed, and leaves the study as it is', async () => {
    const folder = makeCodedStudy();
    const path = await exportTable(folder);
    const [quote] = readStudy(folder).study.quotes;
    const worked = { quote: quote?.id, theme: 'pay', applies: true, at };
    writeFileSync(join(folder, 'decisions/ana.jsonl'), `${JSON.stringify(worked)}\n`);
    editTable(path, (rows, header) =>
      rows.map((row) => (holds('I wake up')(row) ? setCell(row, header, 'themes', '') : row)),
    );
    const before = listContents(folder);
    const taken = take(folder, path, true);
    expect(taken.changes).toEqual([]);
    expect(taken.conflicts).toMatchObject([{ what: 'quote', id: quote?.id }]);
    expect(taken.conflicts[0]?.message).toContain('the study has changed the quote since');
    expect(listContents(folder)).toEqual(before);
  });

  it('lets stand what only the study has changed since', async () => {
    const folder = makeCodedStudy();
    const path = await exportTable(folder);
    const [quote] = readStudy(folder).study.quotes;
    addDecision(folder, { quote: quote?.id, theme: 'sleep', applies: false, at });
    const before = listContents(folder);
    expect(take(folder, path, true)).toMatchObject({ changes: [], conflicts: [] });
    expect(listContents(folder)).toEqual(before);
  });

  it('takes nothing back where rows are missing and the study has gone on, or most rows are missing', async () => {
    const folder = makeCodedStudy();
    const path = await exportTable(folder);
    editTable(path, (rows) => rows.filter((row) => !holds('I wake up')(row)));
    const [, quote] = readStudy(folder).study.quotes;
    addDecision(folder, { quote: quote?.id, theme: 'sleep', applies: true, at });
    const before = listContents(folder);
    const gone = take(folder, path, true);
    expect(gone).toMatchObject({ changes: [], deletedRows: 0 });
    expect(gone.notices).toMatchObject([{ code: 'rows-missing' }]);
    const whole = await exportTable(folder);
    editTable(whole, (rows) => rows.slice(0, 1));
    expect(take(folder, whole, true)).toMatchObject({ changes: [], deletedRows: 0 });
    expect(listContents(folder)).toEqual(before);
  });

  it('refuses edited words of a quote, and a wording that is not in them', async () => {
    const folder = makeCodedStudy();
    const path = await exportTable(folder);
    editTable(path, (rows, header) =>
      rows.map((row) => {
        if (holds('I wake up')(row)) return setCell(row, header, 'quote', 'I sleep well.');
        return holds('not enough')(row)
          ? setCell(row, header, 'wording', 'It is plenty for the nights.')
          : row;
      }),
    );
    const before = listContents(folder);
    const { changes, conflicts } = take(folder, path, true);
    expect(changes).toEqual([]);
    expect(conflicts.map(({ message }) => message)).toEqual([
      expect.stringContaining('write how it is to be printed into "wording"'),
      expect.stringContaining('its wording differs from the transcript'),
    ]);
    expect(listContents(folder)).toEqual(before);
  });

  it('finds a row that somebody added by its words', async () => {
    const folder = makeCodedStudy();
    const path = await exportTable(folder);
    editTable(path, (rows, header) => [
      ...rows,
      header.map((name) => ({ quote: 'The flat is loud.', transcript: 'P01', themes: 'Noise' })[name] ?? ''),
    ]);
    expect(take(folder, path, false).addedRows).toMatchObject({ taken: 1, decisions: 1, left: [] });
    take(folder, path, true);
    expect(readStudy(folder).study.quotes.map(({ exact }) => exact)).toContain('The flat is loud.');
    expect(take(folder, path, true, later)).toMatchObject({
      changes: [],
      conflicts: [],
      addedRows: { already: 1 },
    });
  });

  it('keeps coders apart, and lets one row say that a theme does not apply', async () => {
    const folder = makeCodedStudy();
    const [quote] = readStudy(folder).study.quotes;
    addDecision(folder, { quote: quote?.id, theme: 'sleep', applies: false, at });
    addDecision(folder, { quote: quote?.id, theme: 'pay', applies: true, contradicts: true, at });
    const path = await exportTable(folder);
    editTable(path, (rows, header) =>
      rows.map((row) =>
        row[header.indexOf('coder')] === 'ben' && row[header.indexOf('applies')] === 'no'
          ? setCell(row, header, 'applies', 'yes')
          : row,
      ),
    );
    expect(take(folder, path, true).changes).toEqual([
      expect.objectContaining({ coder: 'ben', from: 'not sleep', to: 'sleep' }),
    ]);
    expect(readStudy(folder).study.decisions.filter(({ coder }) => coder === 'ben')).toMatchObject([
      { themeId: 'sleep', applies: true },
      { themeId: 'pay', applies: true, contradicts: true },
    ]);
  });

  it('is a plain table of quotes for a study that has none of them', async () => {
    const folder = makeCodedStudy();
    const path = await exportTable(folder);
    const other = makeStudy({
      'transcripts/P01.md': '**P01:** I wake up at noon and cannot find back to sleep.\n',
    });
    const taken = take(other, path, true);
    expect(taken.addedRows).toMatchObject({ taken: 1 });
    expect(taken.addedRows.left).toHaveLength(2);
  });
});

describe('a workbook', () => {
  async function exportSheets(folder: string): Promise<string> {
    const path = join(makeFolder(), 'study.xlsx');
    await exportStudy(readStudy(folder), { path, today });
    return path;
  }

  async function editSheets(path: string, edit: Edit): Promise<void> {
    const { sheets } = readWorkbook({ name: 'study.xlsx', bytes: readFileSync(path) });
    const written = sheets.map(({ name, rows }): Sheet => {
      const [header = [], ...below] = rows.map(({ cells }) => cells);
      return { name, header, rows: name === 'quotes' ? edit(below, header) : below };
    });
    writeFileSync(path, await writeWorkbook(written));
  }

  it('has the same bytes each time, and a sheet for each table', async () => {
    const folder = makeCodedStudy();
    const [one, other] = [await exportSheets(folder), await exportSheets(folder)];
    expect(readFileSync(one).equals(readFileSync(other))).toBe(true);
    const { sheets } = readWorkbook({ name: 'study.xlsx', bytes: readFileSync(one) });
    expect(sheets.map(({ name }) => name)).toEqual(['quotes', 'decisions', 'participants × themes']);
    expect(sheets[2]?.rows.map(({ cells }) => cells)).toEqual([
      ['participant', 'role', 'quotes', 'sleep', 'pay'],
      ['P01', 'nurse', '1', '1', '0'],
      ['P02', 'porter', '2', '0', '1'],
    ]);
  });

  it('comes back with an edited wording and an added theme, and then gives no change', async () => {
    const folder = makeCodedStudy();
    const path = await exportSheets(folder);
    expect(take(folder, path, true)).toMatchObject({ changes: [], conflicts: [], already: 3 });
    await editSheets(path, (rows, header) =>
      rows.map((row) =>
        holds('I wake up')(row)
          ? setCell(setCell(row, header, 'wording', 'I wake up at noon […].'), header, 'themes', 'sleep; Pay')
          : row,
      ),
    );
    expect(take(folder, path, true).changes.map(({ what, to }) => [what, to])).toEqual([
      ['wording', 'I wake up at noon […].'],
      ['theme', 'pay'],
    ]);
    expect(take(folder, path, true, later)).toMatchObject({ changes: [], conflicts: [], complete: true });
  });

  it('takes nothing back for rows that a filter hides', async () => {
    const folder = makeCodedStudy();
    const path = await exportSheets(folder);
    const hide = (xml: string, part: string) =>
      part === 'xl/worksheets/sheet1.xml' ? xml.replace('<row r="2"', '<row hidden="1" r="2"') : xml;
    writeFileSync(path, settlePackage(readFileSync(path), { settle: hide }));
    const before = listContents(folder);
    const taken = take(folder, path, true);
    expect(taken).toMatchObject({ changes: [], deletedRows: 0, already: 2 });
    expect(taken.notices).toMatchObject([{ code: 'rows-missing' }]);
    expect(listContents(folder)).toEqual(before);
  });
});

describe('whatever is edited in a table', () => {
  it('is told alike before and while it is applied, and is done with then', async () => {
    const themes = fc.subarray(['sleep', 'Pay', 'cold rooms', 'x;y']);
    const wording = fc.constantFrom('', 'It is not enough', 'nights that I work.', 'anything else', '=1+1');
    const row = fc.record({
      themes,
      wording,
      coder: fc.constantFrom('', 'ana', 'ben', '../x'),
      gone: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 3, maxLength: 3 }), async (edits) => {
        const folder = makeCodedStudy();
        const path = await exportTable(folder);
        editTable(path, (rows, header) =>
          rows.flatMap((cells, index) => {
            const edit = edits[index];
            if (edit === undefined || edit.gone) return [];
            const { themes: names, wording: text, coder } = edit;
            const said = setCell(cells, header, 'themes', names.join('; '));
            return [setCell(setCell(said, header, 'wording', text), header, 'coder', coder)];
          }),
        );
        const [told, applied] = [take(folder, path, false), take(folder, path, true)];
        expect({ ...applied, applied: false, complete: false, notices: [] }).toEqual({
          ...told,
          complete: false,
          notices: [],
        });
        expect(readStudy(folder).notices.filter(({ severity }) => severity === 'error')).toEqual([]);
        const before = listContents(folder);
        expect(take(folder, path, true, later).changes).toEqual([]);
        expect(listContents(folder)).toEqual(before);
      }),
      { numRuns: 25, seed: 11 },
    );
  });
});
