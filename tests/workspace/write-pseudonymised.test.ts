import { cpSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ToolkitError } from '../../src/errors.js';
import { readRecords } from '../../src/formats/records/read-records.js';
import { formatTable } from '../../src/pipeline/rendering/format-table.js';
import { hashIdentifier } from '../../src/workspace/key-file/hash-identifier.js';
import { openKeyFile } from '../../src/workspace/key-file/key-file.js';
import { readIdentifierLog } from '../../src/workspace/pseudonymising/identifier-log.js';
import { readStudy } from '../../src/workspace/read-study.js';
import { type PseudonymiseRequest, pseudonymiseFiles } from '../../src/workspace/write-pseudonymised.js';
import { type Files, listContents, makeFolder } from './make-study.js';

/** Bytes that the disk still takes before it is full. */
const disk = vi.hoisted(() => ({ free: Number.POSITIVE_INFINITY }));

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs')>();
  return {
    ...real,
    writeSync: (descriptor: number, content: Uint8Array | string, offset = 0) => {
      const bytes = Buffer.from(content);
      const length = Math.min(bytes.length - offset, disk.free);
      if (length === 0 && bytes.length > 0) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      disk.free -= length;
      return real.writeSync(descriptor, bytes, offset, length);
    },
  };
});

afterEach(() => {
  disk.free = Number.POSITIVE_INFINITY;
});

const interview = `---
participant: P01
---
**Interviewer:** Welcome, Tamsin. You work at Nortech in Ullapool?

**Tamsin Okafor:** Yes. Mr Branagh hired me; Branagh's team is great. Write to tamsin@nortech.example.
`;
const call = `WEBVTT\r\n\r\n1\r\n00:00:05.000 --> 00:00:07.000\r\n<v Interviewer>You know Tamsin from Ullapool, don’t you?</v>\r\n\r\n2\r\n00:00:07.000 --> 00:00:09.000\r\n<v Dana R.>OKAFOR, yes.</v>\r\n`;
const names = /tamsin|okafor|branagh|nortech|ullapool|dana r/i;

type Place = { readonly folder: string; readonly study: string; readonly request: PseudonymiseRequest };

function makePlace(changes: Files = {}): Place {
  const folder = makeFolder({
    'study/study.yaml': 'name: Harbours\ncoder: ana\nspeakers: { Dana R.: P03 }\n',
    'study/participants.csv': 'id,consent\nP01,publication\nP03,publication\n',
    'originals/tamsin_call.md': interview,
    'originals/second.vtt': call,
    ...changes,
  });
  return placeAt(folder);
}

function placeAt(folder: string): Place {
  const study = join(folder, 'study');
  return {
    folder,
    study,
    request: {
      folder: study,
      files: ['tamsin_call.md', 'second.vtt'].map((name) => join(folder, 'originals', name)),
      key: { path: join(folder, 'a.key'), passphrase: 'correct horse', cost: 2 ** 14 },
      at: '2026-11-22T12:00:00Z',
    },
  };
}

/** Decides everything in the sheet as it is proposed, but for `changes` to rows by their text. */
function decideAll(
  folder: string,
  changes: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
): void {
  const path = join(folder, 'a.key.decisions.csv');
  const { header, rows } = readRecords({ name: 'sheet', text: readFileSync(path, 'utf8') });
  const bare = header.map((name) => name.replace('\uFEFF', ''));
  const decided = rows.map(({ cells }) => {
    const row = Object.fromEntries(bare.map((name, index) => [name, cells[index] ?? '']));
    const change = changes[row.text ?? ''] ?? {};
    const all = { ...row, decision: row.decision || 'replace', ...change };
    return bare.map((name) => new Map(Object.entries(all)).get(name) ?? '');
  });
  writeFileSync(path, formatTable({ header: bare, rows: decided }));
}

async function finish(changes: Files = {}): Promise<Place> {
  const place = makePlace(changes);
  await pseudonymiseFiles(place.request);
  decideAll(place.folder, sameTamsin);
  await pseudonymiseFiles(place.request);
  return place;
}
const sameTamsin = { Tamsin: { same_as: 'Tamsin Okafor' }, Okafor: { same_as: 'Tamsin Okafor' } };
const read = (study: string, name: string) => readFileSync(join(study, 'transcripts', name), 'utf8');

async function codeOf(request: PseudonymiseRequest): Promise<string> {
  try {
    await pseudonymiseFiles(request);
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    expect(`${error.message} ${error.hint}`.replace('tamsin_call.md', '')).not.toMatch(names);
    return error.code;
  }
  return 'nothing thrown';
}

describe('pseudonymiseFiles', () => {
  it('asks first: a sheet beside the key file, and nothing in the study', async () => {
    const { folder, study, request } = makePlace();
    const before = listContents(study);
    const result = await pseudonymiseFiles(request);
    expect(result).toMatchObject({ sheet: join(folder, 'a.key.decisions.csv'), written: [] });
    expect(result.undecided).toBeGreaterThan(0);
    expect(listContents(study)).toEqual(before);
    expect(statSync(join(folder, 'a.key.decisions.csv')).mode % 0o1000).toBe(0o600);
    expect(await pseudonymiseFiles(request)).toEqual(result);
  });

  it('with every decision made replaces in all files alike, and removes the sheet', async () => {
    const { folder, study } = await finish();
    const [first, second] = [read(study, 'person-1-call.md'), read(study, 'second.vtt')];
    expect(first).toContain('**Person 1:** Yes.');
    expect(first).toMatch(/Welcome, \[Person 1\]\. You work at \[\w+ \w\] in \[\w+ \d\]\?/);
    expect(first).toMatch(/\[Person \d\]'s team/);
    expect(second).toContain('<v P03>[Person 1], yes.</v>');
    const place = /in (\[\w+ \d\])\?/.exec(first)?.[1] ?? 'none';
    expect(second).toContain(`You know [Person 1] from ${place}, don’t you?`);
    expect(second.split('\r\n').length).toBe(call.split('\r\n').length);
    expect(listContents(folder).map(([file]) => file)).not.toContain('a.key.decisions.csv');
    const { study: coded } = readStudy(study);
    expect(coded.transcripts.map(({ participantIds }) => participantIds)).toEqual([['P01'], ['P03']]);
  });

  it('leaves no name in the study but those that study.yaml had, and says so', async () => {
    const place = await finish();
    const { study, request } = place;
    const holding = listContents(study).filter(([file, content]) => names.test(file) || names.test(content));
    expect(holding.map(([file]) => file)).toEqual(['study.yaml']);
    const { notices } = await pseudonymiseFiles(request);
    expect(notices.map(({ code }) => code)).toContain('name-in-settings');
    expect(JSON.stringify(notices)).not.toMatch(names);
  });

  it('never touches the originals', async () => {
    const { folder } = await finish();
    expect(readFileSync(join(folder, 'originals/tamsin_call.md'), 'utf8')).toBe(interview);
    expect(readFileSync(join(folder, 'originals/second.vtt'), 'utf8')).toBe(call);
  });

  it('logs keyed hashes only, one line a decision', async () => {
    const { study, request } = await finish();
    const { contents } = openKeyFile({ ...request.key, study });
    const log = readIdentifierLog(study);
    expect(log.notices).toEqual([]);
    expect(log.value.map(({ hash }) => hash)).toEqual(
      contents.decisions.map(({ text }) => hashIdentifier(text, contents)),
    );
  });

  it('the same run again changes nothing in the study', async () => {
    const { study, request } = await finish();
    const before = listContents(study);
    expect(await pseudonymiseFiles(request)).toMatchObject({
      written: [],
      unchanged: ['transcripts/person-1-call.md', 'transcripts/second.vtt'],
    });
    expect(listContents(study)).toEqual(before);
  });

  it('asks for new strings only when the next file comes, and keeps the pseudonyms', async () => {
    const { folder, study, request } = await finish();
    writeFileSync(
      join(folder, 'originals/third.txt'),
      'Interviewer: Who?\nP03: Tamsin and Mr Quilliam in Ullapool.\n',
    );
    const next = { ...request, files: [join(folder, 'originals/third.txt')] };
    expect(await pseudonymiseFiles(next)).toMatchObject({ undecided: 1 });
    decideAll(folder, { Quilliam: { replacement: 'Colleague' } });
    await pseudonymiseFiles(next);
    const place = /from (\[\w+ \d\])/.exec(read(study, 'second.vtt'))?.[1];
    expect(read(study, 'third.txt')).toContain(`[Person 1] and Mr [Colleague 1] in ${place}.`);
  });

  it('changes a decision through the review, and says which transcripts are older', async () => {
    const { folder, study, request } = await finish();
    await pseudonymiseFiles({ ...request, review: true });
    decideAll(folder, { 'Tamsin Okafor': { replacement: 'Harbour master' } });
    const [first = ''] = request.files;
    const { notices } = await pseudonymiseFiles({ ...request, files: [first] });
    expect(read(study, 'harbour-master-1-call.md')).toContain('Welcome, [Harbour master 1].');
    const older = notices.filter(({ code }) => code === 'name-in-transcript').map(({ place }) => place.file);
    expect(older).toEqual(['transcripts/person-1-call.md', 'transcripts/second.vtt']);
    await pseudonymiseFiles(request);
    expect(read(study, 'second.vtt')).toContain('You know [Harbour master 1] from');
  });

  it('leaves a sheet that the user named, and says that it holds names', async () => {
    const { folder, request } = makePlace();
    const sheet = join(folder, 'mine.csv');
    await pseudonymiseFiles({ ...request, sheet });
    cpSync(sheet, join(folder, 'a.key.decisions.csv'));
    decideAll(folder, sameTamsin);
    cpSync(join(folder, 'a.key.decisions.csv'), sheet);
    const { notices } = await pseudonymiseFiles({ ...request, sheet });
    expect(notices.map(({ code }) => code)).toContain('sheet-left');
    expect(readFileSync(sheet, 'utf8')).toMatch(names);
  });
});

describe('pseudonymiseFiles in a study that was worked on', () => {
  const marked = interview.replace("Branagh's team is great", "==Branagh's team is great=={#good-team}");
  const exact = 'Yes. Mr Branagh hired me';
  const worked = {
    'originals/tamsin_call.md': marked,
    'study/taxonomy.yaml':
      'dimensions: [{ id: theme, label: Themes, themes: [{ id: good-team, label: A good team, examples: [Branagh] }] }]\n',
    'study/transcripts/tamsin_call.md': marked,
    'study/boards.jsonl': '',
    'study/history.jsonl': '',
  };

  /** A study with a decision on the marked quote and a recorded one, whose original is then moved out of it. */
  function makeWorked(): Place {
    const place = makePlace(worked);
    const { study } = readStudy(place.study);
    const id = study.quotes[0]?.id ?? 'none';
    const at = '2026-11-20T12:00:00Z';
    const quote = { id: 'q_recorded', transcript: 'tamsin_call', start: 5, end: 29, exact };
    const around = {
      prefix: 'rk at Nortech in Ullapool?\n',
      suffix: "; Branagh's team is great. Write to tam",
    };
    const said = { theme: 'good-team', applies: true, at };
    const files = {
      'quotes.jsonl': [{ ...quote, ...around }],
      'boards.jsonl': [{ theme: 'good-team', quotes: [id, 'q_recorded'] }],
      'decisions/ana.jsonl': [
        { quote: id, ...said },
        { quote: 'q_recorded', ...said, note: 'Branagh again' },
      ],
    };
    mkdirSync(join(place.study, 'decisions'), { recursive: true });
    for (const [file, records] of Object.entries(files))
      writeFileSync(join(place.study, file), records.map((each) => `${JSON.stringify(each)}\n`).join(''));
    rmSync(join(place.study, 'transcripts/tamsin_call.md'));
    return place;
  }

  async function runAll(place: Place) {
    await pseudonymiseFiles(place.request);
    decideAll(place.folder, sameTamsin);
    return await pseudonymiseFiles(place.request);
  }

  const standing = (folder: string) => {
    const { study, anchorings, notices } = readStudy(folder);
    return {
      quotes: study.quotes.map(({ transcriptId, exact: own }) => [transcriptId, own]),
      states: anchorings.map(({ state }) => state),
      decided: study.decisions.map(({ quoteId, note }) => [
        study.quotes.some(({ id }) => id === quoteId),
        note,
      ]),
      codes: notices.map(({ code }) => code).filter((code) => code === 'decision-without-quote'),
    };
  };

  it('keeps every quote and every decision, with the pseudonyms in their words', async () => {
    const place = makeWorked();
    await runAll(place);
    const { quotes, states, decided, codes } = standing(place.study);
    expect(quotes.every(([transcript]) => transcript === 'person-1-call')).toBe(true);
    expect(quotes.map(([, own]) => own).toSorted()).toEqual([
      expect.stringMatching(/^Yes\. Mr \[Person \d\] hired me$/),
      expect.stringMatching(/^\[Person \d\]'s team is great$/),
    ]);
    expect(states).not.toContain('lost');
    expect(decided.filter(([isThere]) => isThere)).toHaveLength(2);
    expect(decided.find(([, note]) => note !== undefined)?.[1]).toMatch(/^\[Person \d\] again$/);
    expect(codes).toEqual([]);
    for (const file of ['quotes.jsonl', 'boards.jsonl', 'decisions/ana.jsonl'])
      expect(readFileSync(join(place.study, file), 'utf8')).not.toMatch(names);
  });

  it('says which of the researcher’s own texts still hold a name, without it', async () => {
    const { notices } = await runAll(makeWorked());
    const told = notices.filter(({ code }) => code === 'name-in-study');
    expect(told.map(({ place }) => place?.file)).toContain('taxonomy.yaml');
    expect(told.map(({ message }) => message).join(' ')).not.toMatch(names);
  });

  it('keeps them where a pseudonym is another later, and changes nothing when run again', async () => {
    const place = makeWorked();
    await runAll(place);
    await pseudonymiseFiles({ ...place.request, review: true });
    decideAll(place.folder, { Branagh: { replacement: '[The boss]' } });
    await pseudonymiseFiles(place.request);
    expect(standing(place.study).codes).toEqual([]);
    expect(standing(place.study).states).not.toContain('lost');
    const before = listContents(place.study);
    await pseudonymiseFiles(place.request);
    expect(listContents(place.study)).toEqual(before);
  });
});

describe('pseudonymiseFiles refuses, writing nothing', () => {
  it.each<readonly [code: string, change: (place: Place) => PseudonymiseRequest | undefined]>([
    [
      'key-in-study',
      ({ study, request }) => ({ ...request, key: { ...request.key, path: join(study, 'a.key') } }),
    ],
    ['key-in-study', ({ study, request }) => ({ ...request, sheet: join(study, 'sheet.csv') })],
    [
      'key-in-repository',
      ({ folder }) => {
        mkdirSync(join(folder, '.git'));
        return undefined;
      },
    ],
    ['wrong-passphrase', ({ request }) => ({ ...request, key: { ...request.key, passphrase: 'correct' } })],
    [
      'key-file-damaged',
      ({ folder }) => {
        writeFileSync(join(folder, 'a.key'), 'x');
        return undefined;
      },
    ],
    [
      'pseudonym-shared',
      ({ folder }) => {
        decideAll(folder, { Nortech: { replacement: 'Place 7' }, Ullapool: { replacement: 'Place 7' } });
        return undefined;
      },
    ],
    [
      'pseudonym-holds-name',
      ({ folder }) => {
        decideAll(folder, {
          ...sameTamsin,
          Nortech: { decision: 'generalise', replacement: 'Firm in Ullapool' },
        });
        return undefined;
      },
    ],
    [
      'bad-decision',
      ({ folder }) => {
        decideAll(folder, { Nortech: { decision: 'perhaps' } });
        return undefined;
      },
    ],
    [
      'damaged-package',
      ({ folder }) => {
        writeFileSync(join(folder, 'originals/second.vtt'), Buffer.from('PK\u0003\u0004\0\0Tamsin'));
        return undefined;
      },
    ],
    ['file-missing', ({ folder, request }) => ({ ...request, files: [join(folder, 'none.txt')] })],
    ['no-study', ({ folder, request }) => ({ ...request, folder: join(folder, 'originals') })],
    [
      'original-in-transcripts',
      ({ study, folder, request }) => {
        mkdirSync(join(study, 'transcripts'));
        writeFileSync(join(study, 'transcripts/a.md'), interview);
        symlinkSync(join(study, 'transcripts/a.md'), join(folder, 'a.md'));
        return { ...request, files: [join(folder, 'a.md')] };
      },
    ],
    [
      'transcript-exists',
      ({ study, folder }) => {
        mkdirSync(join(study, 'transcripts'));
        writeFileSync(join(study, 'transcripts/second.vtt'), 'WEBVTT\n');
        decideAll(folder, sameTamsin);
        return undefined;
      },
    ],
    [
      'same-name',
      ({ folder, request }) => {
        mkdirSync(join(folder, 'originals/more'));
        cpSync(join(folder, 'originals/second.vtt'), join(folder, 'originals/more/second.vtt'));
        decideAll(folder, sameTamsin);
        return { ...request, files: [...request.files, join(folder, 'originals/more/second.vtt')] };
      },
    ],
    [
      'study-locked',
      ({ study }) => {
        writeFileSync(join(study, '.themeloom.lock'), '1 another-machine\n');
        return undefined;
      },
    ],
  ])('%s', async (code, change) => {
    const place = makePlace();
    await pseudonymiseFiles(place.request);
    const request = change(place) ?? place.request;
    const before = listContents(place.folder);
    expect(await codeOf(request)).toBe(code);
    expect(listContents(place.folder)).toEqual(before);
  });

  it('a name that markup cuts in two is told with its place', async () => {
    const { folder, study, request } = makePlace({
      'originals/second.vtt': '1\n00:00:05.000 --> 00:00:07.000\nDana R.: I saw ulla<b>pool there, Tamsin.\n',
    });
    await pseudonymiseFiles(request);
    decideAll(folder, { ...sameTamsin, ulla: { decision: 'not-a-name' } });
    expect(await codeOf(request)).toBe('name-left');
    expect(listContents(study).some(([file]) => file.startsWith('transcripts/'))).toBe(false);
  });
});

describe('an interrupted run', () => {
  it('is finished by the next one, wherever the disk was full', async () => {
    const whole = await finish();
    const expected = listContents(join(whole.study, 'transcripts'));
    const start = makePlace();
    await pseudonymiseFiles(start.request);
    decideAll(start.folder, sameTamsin);
    let isDone = false;
    for (let free = 100; !isDone; free = Math.ceil(free * 1.6)) {
      const place = placeAt(makeFolder());
      cpSync(start.folder, place.folder, { recursive: true });
      disk.free = free;
      try {
        await pseudonymiseFiles(place.request);
        isDone = true;
      } catch (error) {
        expect(error).toMatchObject({ code: 'disk-full' });
      }
      disk.free = Number.POSITIVE_INFINITY;
      const left = listContents(place.study).filter(([file]) => file.startsWith('transcripts/'));
      for (const [file, content] of left)
        expect(expected).toContainEqual([file.slice('transcripts/'.length), content]);
      await pseudonymiseFiles(place.request);
      expect(listContents(join(place.study, 'transcripts'))).toEqual(expected);
      const { contents } = openKeyFile({ ...place.request.key, study: place.study });
      expect(new Set(readIdentifierLog(place.study).value.map(({ hash }) => hash)).size).toBe(
        contents.decisions.length,
      );
      expect(listContents(place.folder).map(([file]) => file)).not.toContain('a.key.decisions.csv');
    }
  });

  it('writes the log and the transcripts again where they went missing', async () => {
    const { study, request } = await finish();
    const before = listContents(study);
    rmSync(join(study, 'identifiers.jsonl'));
    rmSync(join(study, 'transcripts'), { recursive: true });
    await pseudonymiseFiles(request);
    expect(listContents(study)).toEqual(before);
  });
});
