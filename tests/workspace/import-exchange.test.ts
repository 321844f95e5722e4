import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Study } from '../../src/model/study.js';
import { selectPublishable } from '../../src/pipeline/select-publishable.js';
import { exportStudy } from '../../src/workspace/export-study.js';
import { importFiles } from '../../src/workspace/import-files.js';
import { readStudy } from '../../src/workspace/read-study.js';
import {
  code,
  coding,
  guid,
  makeProject,
  type ProjectParts,
  selection,
  textSource,
} from '../exchanges/make-project.js';
import { listContents, makeFolder, makeStudy } from './make-study.js';

const at = '2026-11-22T15:00:00Z';
const today = '2026-11-22';
const sample = join(import.meta.dirname, '../../data/sample');
const demo = join(import.meta.dirname, '../../../shared/corpora/interchange/demo.qdpx');

function take(folder: string, path: string) {
  const result = importFiles(folder, [path], { at });
  const [exchanged] = result.exchanged;
  if (exchanged === undefined) throw new Error(JSON.stringify(result.transcripts.left));
  return { ...exchanged, complete: result.complete };
}

function takeProject(folder: string, parts: ProjectParts) {
  const file = join(makeFolder(), 'nights.qdpx');
  writeFileSync(file, makeProject(parts).bytes);
  return take(folder, file);
}

const sumOf = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** What a study says, without where its files say it: marks in transcripts come back as records, which carry a time. */
function tell({ participants, transcripts, taxonomy, quotes, decisions, memos }: Study) {
  const byId = <T extends { readonly id: string }>(items: readonly T[]) =>
    items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const name = (one: Study['decisions'][number]) => `${one.coder} ${one.quoteId} ${one.themeId}`;
  return {
    participants: byId(participants),
    transcripts: byId(transcripts).map(({ file: _file, format: _format, ...rest }) => rest),
    taxonomy,
    quotes: byId(quotes),
    decisions: decisions
      .map((decision) => ({ ...decision, decidedAt: decision.decidedAt || at }))
      .toSorted((a, b) => (name(a) < name(b) ? -1 : 1)),
    memos,
  };
}

/** The sample with everybody's consent, so that all of it goes out. */
function makeOpenSample(): string {
  const files = Object.fromEntries(
    listContents(sample).map(([file, content]) => [file, Buffer.from(content, 'latin1')]),
  );
  const rows = readFileSync(join(sample, 'participants.csv'), 'utf8').trim().split('\n');
  const open = rows.map((row, index) => {
    const [id, _consent, _until, _withdrawn, ...attributes] = row.split(',');
    return index === 0 ? row : [id, 'research;publication', '', '', ...attributes].join(',');
  });
  return makeFolder({ ...files, 'participants.csv': `${open.join('\n')}\n` });
}

describe('the sample as a REFI-QDA project', () => {
  it('comes back into a new study as it went out: words, speakers, quotes, decisions, taxonomy, attributes, memos', async () => {
    const from = readStudy(makeOpenSample());
    const file = join(makeFolder(), 'sample.qdpx');
    const sent = await exportStudy(from, { path: file, today });
    expect(sent).toMatchObject({ transcripts: 12, quotes: from.study.quotes.length });
    const folder = makeFolder({ 'study.yaml': 'name: What comes back\n' });
    const taken = take(folder, file);
    expect(taken).toMatchObject({ conflicts: [], losses: [], verified: from.study.quotes.length });
    expect(tell(readStudy(folder).study)).toEqual(tell(from.study));
    expect(readStudy(folder).notices.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('changes nothing in the study that it came from, nor in the new one when it is imported again', async () => {
    const home = makeOpenSample();
    const file = join(makeFolder(), 'sample.qdpx');
    await exportStudy(readStudy(home), { path: file, today });
    const away = makeFolder({ 'study.yaml': 'name: What comes back\n' });
    take(away, file);
    for (const folder of [home, away]) {
      const before = listContents(folder);
      expect(take(folder, file)).toMatchObject({ conflicts: [], complete: true });
      expect(listContents(folder)).toEqual(before);
    }
  });
});

describe.skipIf(!existsSync(demo))('demo.qdpx, a real project of another tool', () => {
  it('gives 158 quotes, 37 of them with several of 262 themes, each with its own words at its place', () => {
    const folder = makeFolder({ 'study.yaml': 'name: Demo\n' });
    const taken = take(folder, demo);
    expect(taken).toMatchObject({ taken: { themes: 262, quotes: 158, decisions: 205 }, verified: 158 });
    const { study } = readStudy(folder);
    const themes = new Map(study.quotes.map(({ id }) => [id, 0]));
    for (const { quoteId } of study.decisions) themes.set(quoteId, (themes.get(quoteId) ?? 0) + 1);
    expect([...themes.values()].filter((count) => count > 1)).toHaveLength(37);
    expect([...themes.values()].filter((count) => count === 0)).toHaveLength(0);
    expect(sumOf(take(folder, demo).taken)).toBe(0);
  });
});

const talk =
  'Interviewer: How do you sleep?\n\nP07: Badly, 😀 since the nights are loud.\n\nP07: And the pay is not enough.\n';
/** The place of words in code points. */
const placeOf = (words: string): readonly [number, number] => {
  const start = [...talk.slice(0, talk.indexOf(words))].length;
  return [start, start + [...words].length];
};
const badly = 'Badly, 😀 since the nights are loud.';
const pay = 'And the pay is not enough.';
const nights: ProjectParts = {
  users: `<User guid="${guid(1)}" name="Jane Smith"/>`,
  codes: code(
    2,
    'Sleep',
    `<Description>Of nights.</Description><NoteRef targetGUID="${guid(20)}"/>`,
    ' color="#ff0000"',
  ),
  sources: textSource(
    10,
    'P07',
    selection(11, placeOf(badly), badly, coding(12, 2, 1)) + selection(13, placeOf(pay), pay),
  ),
  notes: `<Note guid="${guid(20)}" name="Memo"><PlainTextContent>They all say it.</PlainTextContent></Note>`,
  files: { [`sources/${guid(10)}.txt`]: talk },
};

describe('importing a project of another tool', () => {
  it('takes codes, texts, selections, codings and notes; a name becomes a code and is nowhere kept', () => {
    const folder = makeFolder({ 'study.yaml': 'name: Nights\n' });
    const taken = takeProject(folder, nights);
    expect(taken.places).toEqual({ verified: 2, unnamed: 0, moved: 0, doubtful: 0 });
    expect(taken.losses).toMatchObject([{ element: 'colour of a code', count: 1 }]);
    const { study } = readStudy(folder);
    expect(study.taxonomy.themes).toMatchObject([{ id: 'sleep', label: 'Sleep', description: 'Of nights.' }]);
    expect(study.quotes.map(({ exact }) => exact)).toEqual([badly, pay]);
    expect(study.decisions).toMatchObject([
      { quoteId: study.quotes[0]?.id, themeId: 'sleep', applies: true, decidedAt: '2024-05-06T07:08:09Z' },
    ]);
    expect(study.decisions[0]?.coder).toMatch(/^js-[0-9a-f]{2}$/);
    expect(study.memos).toMatchObject([{ themeId: 'sleep', commentary: 'They all say it.' }]);
    expect(study.transcripts[0]?.utterances.map(({ speaker }) => speaker.kind)).toEqual([
      'interviewer',
      'participant',
      'participant',
    ]);
    expect(listContents(folder).filter(([, content]) => /Jane|Smith/.test(content))).toEqual([]);
  });

  it('keeps passages of an interviewer as they were marked, and tells where they are; none of them is printed', () => {
    const folder = makeFolder({ 'study.yaml': 'name: Nights\n' });
    const asked = 'How do you sleep?';
    const both = talk.slice(talk.indexOf('sleep?'), talk.indexOf('loud'));
    const taken = takeProject(folder, {
      ...nights,
      sources: textSource(
        10,
        'P07',
        selection(11, placeOf(badly), badly, coding(12, 2, 1)) +
          selection(13, placeOf(asked), asked, coding(14, 2, 1)) +
          selection(15, placeOf(both), both, coding(16, 2, 1)),
      ),
    });
    expect(taken).toMatchObject({ taken: { quotes: 3 }, verified: 3 });
    expect(taken.notices).toMatchObject([
      { code: 'passages-of-interviewer', severity: 'caution', message: expect.stringContaining('1 in P07') },
      { code: 'passages-with-interviewer', severity: 'caution' },
      { code: 'coder-renamed' },
    ]);
    const { study } = readStudy(folder);
    const published = selectPublishable({ study, scope: 'publication', today });
    expect([...published.publishable.values()].map(({ exact }) => exact)).toEqual([badly]);
    expect(takeProject(folder, nights).notices.map(({ code: name }) => name)).not.toContain(
      'passages-of-interviewer',
    );
  });

  it.each([
    ['a source whose words are not in it', { files: {} }, 'P07 (internal://', 'source without its words'],
    [
      'a selection behind the end of its text',
      { sources: textSource(10, 'P07', selection(11, [4, 5000], 'gone')) },
      '',
      'selection outside its text',
    ],
    ['a coding with a code that is not there', { codes: '' }, '', 'coding with a code that is not there'],
  ])('%s is a finding, named with its place', (_what, parts, place, element) => {
    const folder = makeFolder({ 'study.yaml': 'name: Nights\n' });
    const taken = takeProject(folder, { ...nights, ...parts });
    expect(taken.complete).toBe(false);
    const lost = taken.losses.filter(({ isLeft }) => isLeft === true);
    expect(lost).toMatchObject([{ element, count: 1, reason: expect.stringContaining(place) }]);
  });

  it('adds to a study with work in it and overwrites nothing: what differs is listed', () => {
    const folder = makeStudy({
      'taxonomy.yaml':
        '# ours\ndimensions:\n  - id: theme\n    themes:\n      - { id: sleep, label: Sleep, description: Ours. } # mind\n',
      'memos/sleep.md': 'Our own memo.\n',
      'transcripts/P07.txt': `${talk.replace('the nights are loud', 'nights are so loud')}`,
      'participants.csv':
        'id,consent,consent_until,withdrawn,role\nP01,research,,,nurse\nP07,research,,,cook\n',
    });
    const before = new Map(listContents(folder));
    const taken = takeProject(folder, {
      ...nights,
      codes: `${nights.codes}${code(3, 'Pay')}${code(4, 'Night pay', code(5, 'Sleep'))}`,
      variables: `<Variable guid="${guid(30)}" name="role" typeOfVariable="Text"/>`,
      cases: `<Case guid="${guid(31)}" name="P07"><VariableValue><VariableRef targetGUID="${guid(30)}"/><TextValue>nurse</TextValue></VariableValue><SourceRef targetGUID="${guid(10)}"/></Case>`,
    });
    expect(taken.complete).toBe(false);
    expect(taken.conflicts.map(({ what, id }) => `${what} ${id}`)).toEqual([
      'participant P07',
      'theme sleep',
      'transcript P07',
      'memo sleep',
    ]);
    const after = new Map(listContents(folder));
    for (const file of ['participants.csv', 'memos/sleep.md', 'transcripts/P07.txt'])
      expect(after.get(file)).toBe(before.get(file));
    expect(after.get('taxonomy.yaml')).toContain('# ours');
    expect(after.get('taxonomy.yaml')).toContain('# mind');
    const { study } = readStudy(folder);
    expect(study.taxonomy.themes.map(({ id, parentId }) => [id, parentId])).toEqual([
      ['sleep', null],
      ['pay', null],
      ['night-pay', null],
      ['night-pay-sleep', 'night-pay'],
    ]);
    expect(study.quotes.map(({ exact }) => exact)).toContain('And the pay is not enough.');
  });

  it('a decision that its coder has taken the other way stays', () => {
    const folder = makeFolder({ 'study.yaml': 'name: Nights\n' });
    takeProject(folder, nights);
    const [decision] = readStudy(folder).study.decisions;
    const file = join(folder, `decisions/${decision?.coder}.jsonl`);
    const line = readFileSync(file, 'utf8');
    writeFileSync(file, `${line}${line.replace('true', 'false')}`);
    expect(takeProject(folder, nights).conflicts).toMatchObject([
      { what: 'decision', id: decision?.quoteId },
    ]);
    expect(readStudy(folder).study.decisions).toMatchObject([{ applies: false }]);
  });

  it('is completed by the same import, wherever a crash ended it, and changes nothing but what it adds to', () => {
    const whole = makeStudy();
    takeProject(whole, nights);
    const done = listContents(whole);
    const order = ['taxonomy.yaml', 'transcripts/', 'memos/', 'quotes.jsonl', 'decisions/'];
    const start = new Map(listContents(makeStudy()));
    for (let written = 0; written < order.length; written++) {
      const missing = order.slice(written);
      const left = done.flatMap(([file, content]) => {
        const isMissing = missing.some((part) => file.startsWith(part));
        const kept = isMissing ? start.get(file) : content;
        return kept === undefined ? [] : [[file, Buffer.from(kept, 'latin1')] as const];
      });
      const folder = makeFolder(Object.fromEntries(left));
      takeProject(folder, nights);
      expect(listContents(folder)).toEqual(done);
    }
  });

  it('writes nothing at all where the taxonomy cannot be added to', () => {
    const folder = makeStudy({ 'taxonomy.yaml': '- a list\n' });
    const before = listContents(folder);
    expect(() => takeProject(folder, nights)).toThrow(expect.objectContaining({ code: 'taxonomy-unusable' }));
    expect(listContents(folder)).toEqual(before);
  });

  it('makes no table of participants where that would take consent away from others, and says what stays behind', () => {
    const folder = makeStudy({ 'participants.csv': undefined });
    const taken = takeProject(folder, {
      ...nights,
      variables: `<Variable guid="${guid(30)}" name="role" typeOfVariable="Text"/>`,
      cases: `<Case guid="${guid(31)}" name="P07"><VariableValue><VariableRef targetGUID="${guid(30)}"/><TextValue>nurse</TextValue></VariableValue><SourceRef targetGUID="${guid(10)}"/></Case>`,
    });
    expect(taken.losses).toContainEqual(expect.objectContaining({ element: 'attribute', count: 1 }));
    expect(existsSync(join(folder, 'participants.csv'))).toBe(false);
  });

  it('names of cases become ids, columns for names are not made, and nobody is given consent', () => {
    const folder = makeFolder({ 'study.yaml': 'name: Nights\n' });
    const value = (variable: number, text: string) =>
      `<VariableValue><VariableRef targetGUID="${guid(variable)}"/><TextValue>${text}</TextValue></VariableValue>`;
    const named: ProjectParts = {
      ...nights,
      variables: [30, 31]
        .map(
          (n) => `<Variable guid="${guid(n)}" name="${n === 30 ? 'role' : 'Name'}" typeOfVariable="Text"/>`,
        )
        .join(''),
      cases: `<Case guid="${guid(40)}" name="Ada Lovelace">${value(30, '=cmd')}${value(31, 'Ada')}<SourceRef targetGUID="${guid(10)}"/></Case>`,
    };
    const taken = takeProject(folder, named);
    expect(taken.losses).toContainEqual(expect.objectContaining({ element: 'kind of attribute', count: 1 }));
    const table = readFileSync(join(folder, 'participants.csv'), 'utf8');
    expect(table).toMatch(/^id,consent,consent_until,withdrawn,role\nC\d{4},,,,'=cmd\n$/);
    expect(readFileSync(join(folder, 'transcripts/P07.txt'), 'utf8')).toMatch(
      /^---\nparticipant: C\d{4}\n---\n/,
    );
    expect(listContents(folder).filter(([, content]) => content.includes('Ada'))).toEqual([]);
    const again = takeProject(folder, named);
    expect([sumOf(again.taken), again.conflicts]).toEqual([0, []]);
  });

  it.each([
    ['climbs out of the folder', '../../../../etc/passwd'],
    ['is a hidden file', '.bashrc'],
    ['is not read as a transcript', 'readme'],
    ['is no file on Windows', 'a:b*c?\u0000'],
    ['is empty', ''],
  ])('a source whose name %s becomes a transcript in its folder', (_what, name) => {
    const folder = makeFolder({ 'study.yaml': 'name: Nights\n' });
    takeProject(folder, { ...nights, sources: textSource(10, name.replace('\u0000', ''), '') });
    const [file] = listContents(folder)
      .map(([path]) => path)
      .filter((path) => path.startsWith('transcripts/'));
    expect(file).toMatch(/^transcripts\/[^.][^/\\:*?]*\.txt$/);
    expect(readStudy(folder).study.transcripts).toHaveLength(1);
  });

  it('codes without a usable name become themes that the study can read, inside its folder', () => {
    const folder = makeFolder({ 'study.yaml': 'name: Nights\n' });
    const odd = '<Code guid="../../x" name="?!" isCodable="true"><NoteRef targetGUID="n"/></Code>';
    takeProject(folder, {
      codes: `${odd}${code(2, '')}${code(3, 'A/../B')}${code(4, 'a b')}`,
      notes: '<Note guid="n"><PlainTextContent>Odd.</PlainTextContent></Note>',
    });
    const { study, notices } = readStudy(folder);
    expect(study.taxonomy.themes.map(({ id }) => id)).toEqual([
      expect.stringMatching(/^theme-[0-9a-f]{4}$/),
      expect.stringMatching(/^theme-[0-9a-f]{4}$/),
      'a-b',
      'a-b-2',
    ]);
    expect(study.memos).toHaveLength(1);
    expect(notices.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('a project that marks a text over and over is left, and nothing of it is written', () => {
    const folder = makeStudy();
    const before = listContents(folder);
    const text = `P07: ${'Never again. '.repeat(40_000)}`;
    const all = Array.from({ length: 90 }, (_, index) =>
      selection(100 + index, [5 + index, text.length - 1]),
    );
    const path = join(makeFolder(), 'nights.qdpx');
    writeFileSync(
      path,
      makeProject({
        sources: textSource(10, 'P07', all.join('')),
        files: { [`sources/${guid(10)}.txt`]: text },
      }).bytes,
    );
    const { transcripts, exchanged } = importFiles(folder, [path], { at });
    expect([exchanged, transcripts.left]).toEqual([
      [],
      [{ file: 'nights.qdpx', reason: expect.stringContaining('more than a study can hold') }],
    ]);
    expect(listContents(folder)).toEqual(before);
  });

  it('a file that is no project is left, with the reason, and the study stays as it is', () => {
    const folder = makeStudy();
    const before = listContents(folder);
    const file = join(makeFolder({ 'a.qdpx': 'no zip' }), 'a.qdpx');
    const result = importFiles(folder, [file], { at });
    expect(result).toMatchObject({
      complete: false,
      exchanged: [],
      transcripts: { left: [{ file: 'a.qdpx' }] },
    });
    expect(listContents(folder)).toEqual(before);
  });
});
