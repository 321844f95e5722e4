import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createColors } from 'picocolors';
import { describe, expect, it } from 'vitest';
import { askDecisions, type Desk } from '../../src/cli/ask-decisions.js';
import { openKeyFile } from '../../src/workspace/key-file/key-file.js';
import { openAsking, saveAnswer, undoAnswer } from '../../src/workspace/pseudonymising/ask-strings.js';
import { inScratch } from './run-cli.js';

const ends = '\u0000end';

/** A terminal on which somebody types, all at once or piece by piece; `raw` has every change of its mode. */
function makeTerminal(typed: readonly string[]) {
  const raw: boolean[] = [];
  let listen: (text: string) => void = () => undefined;
  let end = () => undefined as undefined;
  const input: Desk['input'] = {
    isTTY: true,
    setRawMode: (mode) => raw.push(mode),
    setEncoding: () => undefined,
    on: (event: string, listener: (text: string) => void) => {
      if (event === 'data') listen = listener;
      else end = () => void listener('');
    },
    off: () => undefined,
    resume: () => {
      for (const piece of typed) queueMicrotask(() => (piece === ends ? end() : listen(piece)));
    },
    pause: () => undefined,
  };
  return { input, raw };
}

type Session = { readonly isDone: boolean; readonly shown: string; readonly decided: readonly string[] };

/** Types into a run over an invented interview, and gives what was shown and what is in the key file after it. */
async function type(typed: readonly string[], rest: Partial<Desk> = {}): Promise<Session> {
  return inScratch(async (folder) => {
    mkdirSync(join(folder, 'study'));
    writeFileSync(join(folder, 'study/study.yaml'), 'name: Harbours\ncoder: ana\n');
    writeFileSync(
      join(folder, 'raw.txt'),
      'Interviewer: You live in Ullapool?\nTamsin Okafor: Mr Branagh does. Branagh moved at three. I live in Leeds.\nInterviewer: Why?\nTamsin Okafor: It rains.\n',
    );
    const key = { path: join(folder, 'a.key'), passphrase: 'correct horse', cost: 2 ** 14 } as const;
    const request = { folder: join(folder, 'study'), files: [join(folder, 'raw.txt')], key };
    const start = await openAsking({ ...request, at: '2026-11-22T12:00:00Z' });
    const { input, raw } = makeTerminal(typed);
    const shown: string[] = [];
    const desk = {
      input,
      write: (text: string) => shown.push(text),
      colours: createColors(false),
      width: 80,
      now: () => new Date('2026-11-22T12:00:00Z'),
      save: saveAnswer,
      undo: undoAnswer,
      ...rest,
    };
    const isDone = await askDecisions(start, desk).finally(() => expect(raw).toEqual([true, false]));
    const { decisions } = openKeyFile({ ...key, study: request.folder }).contents;
    return {
      isDone,
      shown: shown.join(''),
      decided: decisions.map(({ text, decision, replacement }) => `${text}: ${replacement || decision}`),
    };
  });
}

const asProposed = [
  'Tamsin Okafor: [Person 1]',
  'Branagh: [Person 2]',
  'Ullapool: [Place 1]',
  'Leeds: [Place 2]',
];

describe('askDecisions', () => {
  it('takes every proposal by Enter, and asks once more before it ends', async () => {
    const { isDone, shown, decided } = await type(['\r', '\n', '\r\n', '\r', '\r']);
    expect({ isDone, decided }).toEqual({ isDone: true, decided: asProposed });
    expect(shown).toContain('4 strings need a decision: people 2, places 2.');
    expect(shown).toContain('Branagh  person, 2 times · 2 of 4');
    expect(shown).toContain('Enter → [Person 2]');
  });

  it('shows no colours where there are none, and no more of a transcript than fits in a line', async () => {
    const { shown } = await type(['\r\r\r\r\r'], { width: 40 });
    expect(shown).not.toContain('\u001b');
    const context = shown.split('\n').filter((line) => line.startsWith('  …'));
    expect(context.length).toBeGreaterThan(0);
    for (const line of context) expect(line.length).toBeLessThanOrEqual(40);
  });

  it.each<readonly [what: string, typed: string, decided: string]>([
    ['k keeps', 'kq', 'Tamsin Okafor: keep'],
    ['K is k', 'Kq', 'Tamsin Okafor: keep'],
    ['n is no name', 'nq', 'Tamsin Okafor: not-a-name'],
    ['r replaces by a noun that is numbered', 'rBoss\rq', 'Tamsin Okafor: [Boss 1]'],
    ['g generalises', 'gHarbour master of a port\rq', 'Tamsin Okafor: [Harbour master of a port]'],
    ['erasing takes letters back', 'rBose\u007f\bss\rq', 'Tamsin Okafor: [Boss 1]'],
    ['erasing takes wide letters back', 'r张伟\u007f\u007f\u007fBoss\rq', 'Tamsin Okafor: [Boss 1]'],
  ])('%s', async (_what, typed, decided) => {
    expect((await type([typed])).decided).toEqual([decided]);
    expect((await type([...typed])).decided).toEqual([decided]);
  });

  it('s makes two strings one', async () => {
    expect((await type(['\rsPerson 1\rq'])).decided).toEqual([
      'Tamsin Okafor: [Person 1]',
      'Branagh: [Person 1]',
    ]);
  });

  it.each<readonly [typed: string, decided: readonly string[]]>([
    ['a\ra\r\r', asProposed],
    ['akq', ['Tamsin Okafor: keep', 'Branagh: keep']],
    ['arColleague\rq', ['Tamsin Okafor: [Colleague 1]', 'Branagh: [Colleague 2]']],
    ['\ra\ragTown\r\r', [...asProposed.slice(0, 2), 'Ullapool: [Town]', 'Leeds: [Town]']],
    ['axq', []],
    ['asq', []],
  ])('%j answers all that are left of a group', async (typed, decided) => {
    expect((await type([typed])).decided).toEqual(decided);
  });

  it('u takes back the last answer, one of a group as a whole, and the last of all', async () => {
    expect((await type(['\rkuq'])).decided).toEqual(['Tamsin Okafor: [Person 1]']);
    expect((await type(['akuq'])).decided).toEqual([]);
    expect((await type(['a\ra\ruq'])).decided).toEqual(asProposed.slice(0, 2));
    expect((await type(['uq'])).shown).toContain('nothing to undo');
  });

  it.each([['q'], ['\u0003'], ['\u0004'], [ends], ['rBo\u0003q'], ['rBo', ends], ['a', ends]])(
    'stops on %j with what was answered saved',
    async (...typed) => {
      const { isDone, shown, decided } = await type(['\r', ...typed]);
      expect({ isDone, decided }).toEqual({ isDone: false, decided: ['Tamsin Okafor: [Person 1]'] });
      expect(shown).toContain('Stopped: 1 decided, in the key file, 3 left.');
    },
  );

  it('takes arrows, other keys and what is left empty for no answer', async () => {
    const { decided, shown } = await type(['\u001b[A\u001bOP', 'x', 'r\r', 'rBo\u001b', 'é', 'q']);
    expect(decided).toEqual([]);
    expect(shown.match(/nothing answered/g)).toHaveLength(6);
  });

  it.each([
    ['somebody else is called that', '\rrPerson 1\r'],
    ['that is or holds a name', '\rrTamsin Okafor\r'],
    ['that is or holds a name', 'rUllapool\r'],
    ['only letters, digits', 'r<b>\r'],
    ['nothing is replaced by that', 'sUllapool\r'],
  ])('says %j and asks again', async (told, typed) => {
    const { shown, decided } = await type([typed, ends]);
    expect(shown).toContain(`not saved: ${told}`);
    expect(decided).toHaveLength(typed.startsWith('\r') ? 1 : 0);
  });

  it('takes what was typed ahead of a refusal for no answer', async () => {
    expect((await type(['\rrPerson 1\rkkk', ends])).decided).toEqual(['Tamsin Okafor: [Person 1]']);
  });

  it('leaves the terminal as it was when saving fails', async () => {
    const save = () => {
      throw new Error('the disk is gone');
    };
    await expect(type(['\r'], { save })).rejects.toThrow('the disk is gone');
  });
});
