import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStudy } from '../../src/workspace/read-study.js';
import {
  finishWithdrawal,
  type StudyWriter,
  withdrawParticipant,
} from '../../src/workspace/withdraw-participant.js';
import { writeFile } from '../../src/workspace/write-file.js';
import { root } from '../cli/run-cli.js';
import { listFileRuns, listOwnRuns } from './list-runs.js';
import { listContents, makeFolder, makeStudy } from './make-study.js';

const today = '2026-11-22';
const withdraw = (folder: string, participantId: string, writer?: StudyWriter) => {
  const given = writer === undefined ? {} : { writer };
  const result = withdrawParticipant({ folder, participantId, today, confirmed: true, ...given });
  finishWithdrawal({ folder, ...given });
  return result;
};
const readContents = (folder: string) =>
  listContents(folder).map(
    ([file, content]) => [file, Buffer.from(content, 'latin1').toString('utf8')] as const,
  );
/** Files in which a run of words stands, with the run. */
const findRuns = (folder: string, runs: ReadonlySet<string>) =>
  readContents(folder).flatMap(([file, content]) =>
    listFileRuns(content)
      .filter((run) => runs.has(run))
      .map((run) => `${file}: ${run}`),
  );

function copySample(): string {
  const folder = makeFolder();
  cpSync(join(root, 'data/sample'), folder, { recursive: true });
  cpSync(join(root, 'reports/sample'), join(folder, 'reports'), { recursive: true });
  return folder;
}

/** A sample in which somebody's words lie in every kind of place. */
function spreadWords(folder: string, participantId: string): void {
  const { study } = readStudy(folder);
  const said = study.transcripts
    .filter(({ participantIds }) => participantIds.includes(participantId))
    .flatMap(({ text, utterances }) =>
      utterances
        .filter(({ speaker }) => speaker.kind === 'participant')
        .map(({ span }) => text.slice(span.start, span.end)),
    )
    .toSorted((a, b) => b.length - a.length);
  const [words = ''] = said;
  const wrapped = words.split(' ').map((word, index) => (index % 9 === 8 ? `${word}\n>` : word));
  writeFileSync(join(folder, 'memos/balance-energy.md'), `One said:\n\n> ${wrapped.join(' ')}\n\nI agree.\n`);
  writeFileSync(
    join(folder, 'draft.html'),
    `<p>${words.replaceAll("'", '&#39;').replace(' ', ' <em>x</em> ')}</p>\n`,
  );
  writeFileSync(join(folder, 'notes.json'), `${JSON.stringify({ words: words.replaceAll(', ', ',\n') })}\n`);
  writeFileSync(join(folder, '.quotes.jsonl.123.tmp'), words);
  writeFileSync(
    join(folder, 'import-report.csv'),
    `file,line,reason,transcript,participant,quote\nt.csv,2,lost,,,"${words.replaceAll('"', '')}"\nt.csv,3,lost,,,Other words\n`,
  );
  const taxonomy = readFileSync(join(folder, 'taxonomy.yaml'), 'utf8');
  writeFileSync(
    join(folder, 'taxonomy.yaml'),
    taxonomy.replace(
      /examples:\n(\s+)- /,
      (found, indent: string) =>
        `examples:\n${indent}- ${JSON.stringify(words)}\n${found.slice('examples:\n'.length)}`,
    ),
  );
}

describe('the withdrawal of a participant', () => {
  it.each(['P01', 'P03', 'P08', 'P09', 'P11'])(
    'leaves no five words in a row of %s anywhere in the sample',
    (participantId) => {
      const folder = copySample();
      spreadWords(folder, participantId);
      const before = readStudy(folder);
      const runs = listOwnRuns(before.study, participantId);
      expect(findRuns(folder, runs).length).toBeGreaterThan(100);
      const result = withdraw(folder, participantId);
      expect(findRuns(folder, runs)).toEqual([]);
      expect(result).toMatchObject({ done: true, remaining: [], removed: { transcripts: 1 } });
      const after = readStudy(folder);
      expect(after.notices.filter(({ severity }) => severity === 'error')).toEqual([]);
      const others = before.study.quotes.filter(({ transcriptId }) =>
        before.study.transcripts.some(
          ({ id, participantIds }) => id === transcriptId && !participantIds.includes(participantId),
        ),
      );
      expect(after.study.quotes).toEqual(others);
      expect(after.study.participants.find(({ id }) => id === participantId)).toMatchObject({
        consent: { scopes: [], withdrawn: participantId === 'P08' ? '2026-05-04' : today },
      });
    },
  );

  it('leaves a tombstone with id, day and counts', () => {
    const folder = copySample();
    const { removed } = withdraw(folder, 'P03');
    const tombstone = readFileSync(join(folder, 'withdrawals.jsonl'), 'utf8');
    expect(JSON.parse(tombstone)).toEqual({ participant: 'P03', withdrawnAt: today, removed });
    expect(removed.quotes).toBeGreaterThan(0);
    expect(removed.decisions).toBeGreaterThan(0);
    expect(removed.reports).toBeGreaterThan(0);
  });

  it('changes nothing without being confirmed, and says the same counts', () => {
    const folder = copySample();
    const before = listContents(folder);
    const planned = withdrawParticipant({ folder, participantId: 'P03', today, confirmed: false });
    expect(listContents(folder)).toEqual(before);
    expect(planned.done).toBe(false);
    expect(withdraw(folder, 'P03').removed).toEqual(planned.removed);
  });

  it('done again changes nothing', () => {
    const folder = copySample();
    withdraw(folder, 'P03');
    const before = listContents(folder);
    expect(withdraw(folder, 'P03')).toMatchObject({ done: true, removed: { quotes: 0, transcripts: 0 } });
    expect(listContents(folder)).toEqual(before);
  });
});

describe('a withdrawal that is done', () => {
  it('leaves no second tombstone where the reports drawn since are all that it takes out again', () => {
    const folder = copySample();
    withdraw(folder, 'P03');
    const before = readFileSync(join(folder, 'withdrawals.jsonl'), 'utf8');
    cpSync(join(root, 'reports/sample'), join(folder, 'reports'), { recursive: true });
    const { removed } = withdraw(folder, 'P03');
    expect(removed).toMatchObject({ quotes: 0, reports: expect.any(Number) });
    expect(removed.reports).toBeGreaterThan(0);
    expect(readFileSync(join(folder, 'withdrawals.jsonl'), 'utf8')).toBe(before);
  });

  it('leaves another where words of theirs came back', () => {
    const folder = copySample();
    const source = readFileSync(join(folder, 'transcripts/call-03.vtt'));
    withdraw(folder, 'P03');
    writeFileSync(join(folder, 'transcripts/call-03.vtt'), source);
    expect(withdraw(folder, 'P03').removed.transcripts).toBe(1);
    expect(readFileSync(join(folder, 'withdrawals.jsonl'), 'utf8').trim().split('\n')).toHaveLength(2);
  });
});

describe('what a withdrawal leaves as it is', () => {
  it('is every keyword, comment, line end and row of somebody else', () => {
    const folder = makeStudy({
      'participants.csv':
        '\uFEFFid;consent;withdrawn;role\r\nP02;research;;"por;ter"\r\nP01;research;;nurse\r\n',
      'taxonomy.yaml':
        'dimensions:\n  - id: theme\n    themes:\n      - id: sleep # said by most\n        keywords: [ cannot find back, "noon" ]\n        examples: [ "Cannot find back.", Nobody said this. ]\n',
    });
    const { removed } = withdraw(folder, 'P01');
    expect(removed).toMatchObject({ examples: 1, quotes: 1, passages: 0 });
    expect(readFileSync(join(folder, 'participants.csv'), 'utf8')).toBe(
      `\uFEFFid;consent;withdrawn;role\r\nP02;research;;"por;ter"\r\nP01;;${today};\r\n`,
    );
    expect(readFileSync(join(folder, 'taxonomy.yaml'), 'utf8')).toBe(
      'dimensions:\n  - id: theme\n    themes:\n      - id: sleep # said by most\n        keywords: [ cannot find back, "noon" ]\n        examples: [ Nobody said this. ]\n',
    );
  });

  it('is a file that would break, which is named', () => {
    const broken = '["I wake up", ["at noon and cannot"]]';
    const folder = makeStudy({ 'words.json': broken, 'study.yaml': 'name: I wake up at noon\ncoder: ana\n' });
    expect(withdraw(folder, 'P01').remaining).toEqual([
      { file: 'words.json', reason: expect.stringContaining('by hand') },
    ]);
    expect(readFileSync(join(folder, 'words.json'), 'utf8')).toBe(broken);
    expect(readStudy(folder).study.settings.name).toBe('[withdrawn]');
  });

  it('is not a quote whose transcript is gone but was theirs, nor a decision that names a mark', () => {
    const folder = makeStudy();
    const [mark] = readStudy(folder).study.quotes;
    const gone = {
      id: 'q_1',
      transcript: 'call',
      start: 0,
      end: 9,
      exact: 'I am gone',
      prefix: '',
      suffix: '',
    };
    const marked = {
      ...gone,
      id: 'q_2',
      transcript: 'P01',
      start: mark?.span.start,
      end: mark?.span.end,
      exact: mark?.exact,
    };
    writeFileSync(
      join(folder, 'study.yaml'),
      'name: Night shifts\ncoder: ana\ntranscripts:\n  call.vtt: { participant: P01 }\n',
    );
    writeFileSync(join(folder, 'quotes.jsonl'), `${JSON.stringify(gone)}\n${JSON.stringify(marked)}\n`);
    mkdirSync(join(folder, 'decisions'));
    const decision = { quote: mark?.id, theme: 'pay', applies: true, at: '2026-04-02T09:14:20Z' };
    writeFileSync(join(folder, 'decisions/ben.jsonl'), `${JSON.stringify(decision)}\n`);
    expect(withdraw(folder, 'P01').removed).toMatchObject({ quotes: 2, decisions: 1 });
    expect(readFileSync(join(folder, 'quotes.jsonl'), 'utf8')).toBe('');
    expect(readFileSync(join(folder, 'decisions/ben.jsonl'), 'utf8')).toBe('');
  });
});

/** A disk on which one step, counted from 0, fails before or after it was done. */
function failAt(step: number, isDone: boolean): StudyWriter {
  let count = 0;
  const guard = (work: () => void) => {
    const fails = count++ === step;
    if (!fails || isDone) work();
    if (fails) throw new Error('the power went');
  };
  return {
    write: (target, content) => guard(() => writeFile(target, content)),
    remove: ({ folder, file }) => guard(() => rmSync(join(folder, file), { force: true })),
  };
}

function countSteps(make: () => string, participantId: string): number {
  let count = 0;
  withdraw(make(), participantId, {
    write: (target, content) => {
      count += 1;
      writeFile(target, content);
    },
    remove: ({ folder, file }) => {
      count += 1;
      rmSync(join(folder, file), { force: true });
    },
  });
  return count;
}

const group = {
  'study.yaml': 'name: Night shifts\ncoder: ana\ntranscripts:\n  talk.md: { date: 2026-03-02 }\n',
  'participants.csv':
    'id,consent,consent_until,withdrawn,role\nP01,research;publication,,,nurse\nP02,research;publication,,,porter\n',
  'transcripts/P01.md': undefined,
  'transcripts/talk.md': [
    '**Interviewer:** How do you sleep?',
    '**P01:** Badly. ==I wake up at noon and cannot find back to sleep.=={#sleep} The flat is loud.',
    '**P02:** ==I sleep like a stone whenever my shifts are over and done.=={#sleep}',
    '**P01:** Then you have never lived above a bakery\nthat opens at three in the morning.',
    '**Interviewer:** And the pay?',
    '**P02:** The pay has not moved for six long years, and nobody dares to ask.',
    '',
  ].join('\n\n'),
  'memos/sleep.md': 'Sleep is bad, as one who lives above a bakery that opens at three says.\n',
} as const;

function makeGroup(): string {
  const folder = makeStudy(group);
  const { study } = readStudy(folder);
  const [transcript] = study.transcripts;
  const text = transcript?.text ?? '';
  const record = (id: string, exact: string) => {
    const start = text.indexOf(exact);
    const end = start + exact.length;
    const prefix = text.slice(Math.max(0, start - 32), start);
    const suffix = text.slice(end, end + 32);
    return `${JSON.stringify({ id, transcript: 'talk', start, end, exact, prefix, suffix })}\n`;
  };
  writeFileSync(
    join(folder, 'quotes.jsonl'),
    record('q_one', 'never lived above a bakery') +
      record('q_two', 'The pay has not moved for six long years'),
  );
  mkdirSync(join(folder, 'decisions'));
  const decision = (quote: string) =>
    `${JSON.stringify({ quote, theme: 'pay', applies: true, at: '2026-04-02T09:14:20Z' })}\n`;
  writeFileSync(join(folder, 'decisions/ana.jsonl'), decision('q_one') + decision('q_two'));
  return folder;
}

describe('a withdrawal from a group interview', () => {
  it('cuts the participant’s turns, and keeps the quotes of others at their new places', () => {
    const folder = makeGroup();
    const runs = listOwnRuns(readStudy(folder).study, 'P01');
    const result = withdraw(folder, 'P01');
    expect(result.removed).toMatchObject({ transcripts: 0, cutTranscripts: 1, quotes: 2, decisions: 1 });
    expect(findRuns(folder, runs)).toEqual([]);
    const { study, notices } = readStudy(folder);
    expect(study.transcripts[0]?.participantIds).toEqual(['P02']);
    expect(study.quotes.map(({ exact }) => exact)).toEqual([
      'The pay has not moved for six long years',
      'I sleep like a stone whenever my shifts are over and done.',
    ]);
    expect(notices).toEqual([]);
    expect(readFileSync(join(folder, 'memos/sleep.md'), 'utf8')).toBe(
      'Sleep is bad, as one who lives [withdrawn] says.\n',
    );
    expect(result.passages).toEqual([{ file: 'memos/sleep.md', line: 1 }]);
  });

  it('leaves the turns of captions without their times', () => {
    const cue = (from: number, who: string, words: string) =>
      `${from}\n00:00:0${from}.000 --> 00:00:0${from + 1}.000\n<v ${who}>${words}</v>\n`;
    const folder = makeStudy({
      ...group,
      'study.yaml': 'name: Night shifts\ncoder: ana\n',
      'memos/sleep.md': undefined,
      'transcripts/talk.md': undefined,
      'transcripts/talk.vtt': `WEBVTT\n\n${[
        cue(1, 'Interviewer', 'How do you sleep?'),
        cue(2, 'P01', 'I wake up at noon and cannot find back.'),
        cue(3, 'P02', 'I sleep like a stone whenever I can.'),
        cue(4, 'P01', 'Good for you, I really have to say.'),
      ].join('\n')}`,
    });
    expect(withdraw(folder, 'P01').remaining).toEqual([]);
    expect(readFileSync(join(folder, 'transcripts/talk.vtt'), 'utf8').trim()).toBe(
      `WEBVTT\n\n${cue(1, 'Interviewer', 'How do you sleep?')}\n${cue(3, 'P02', 'I sleep like a stone whenever I can.')}`.trim(),
    );
  });

  it('says where turns stay of which nobody knows whose they are', () => {
    const talk = group['transcripts/talk.md'];
    const folder = makeStudy({
      ...group,
      'transcripts/talk.md': `${talk}\n**Voice:** Me too.\n\n**Voice:** And me.\n`,
    });
    expect(withdraw(folder, 'P01').remaining).toEqual([
      { file: 'transcripts/talk.md', reason: expect.stringContaining('2 utterances') },
    ]);
  });

  it('names a file that has to be cut by hand, and leaves it as it is', () => {
    const talk = JSON.stringify([
      { speaker: 'Interviewer', text: 'How do you sleep?' },
      { speaker: 'P01', text: 'I wake up at noon and cannot find back.' },
      { speaker: 'P02', text: 'I sleep like a stone whenever I can.' },
      { speaker: 'Interviewer', text: 'And the pay?' },
      { speaker: 'P02', text: 'It has not moved for years.' },
    ]);
    const folder = makeStudy({
      ...group,
      'study.yaml': 'name: Night shifts\ncoder: ana\n',
      'memos/sleep.md': undefined,
      'transcripts/talk.md': undefined,
      'transcripts/talk.json': talk,
    });
    const result = withdraw(folder, 'P01');
    expect(result.remaining).toEqual([
      { file: 'transcripts/talk.json', reason: expect.stringContaining('by hand') },
    ]);
    expect(readFileSync(join(folder, 'transcripts/talk.json'), 'utf8')).toBe(talk);
  });
});

describe('a withdrawal that is interrupted', () => {
  it.each([
    ['before', false],
    ['after', true],
  ])('%s any write is finished by the next run, with the same result', (_when, isDone) => {
    const whole = makeGroup();
    withdraw(whole, 'P01');
    const steps = countSteps(makeGroup, 'P01');
    expect(steps).toBeGreaterThan(6);
    for (let step = 0; step < steps; step++) {
      const folder = makeGroup();
      expect(() => withdraw(folder, 'P01', failAt(step, isDone))).toThrow('the power went');
      withdraw(folder, 'P01');
      expect(listContents(folder)).toEqual(listContents(whole));
    }
  });

  it('of the sample is finished by the next run, wherever it ended', () => {
    const make = () => {
      const folder = copySample();
      spreadWords(folder, 'P03');
      return folder;
    };
    const whole = make();
    const runs = listOwnRuns(readStudy(whole).study, 'P03');
    withdraw(whole, 'P03');
    const expected = listContents(whole);
    const count = countSteps(make, 'P03');
    expect(count).toBeGreaterThan(10);
    for (const step of [Math.floor(count / 2), count - 5, count - 4, count - 3]) {
      const folder = make();
      expect(() => withdraw(folder, 'P03', failAt(step, step % 2 === 0))).toThrow('the power went');
      withdraw(folder, 'P03');
      expect(findRuns(folder, runs)).toEqual([]);
      expect(listContents(folder)).toEqual(expected);
    }
  }, 60_000);

  it('keeps that of somebody else from beginning', () => {
    const folder = makeGroup();
    expect(() => withdraw(folder, 'P01', failAt(2, true))).toThrow('the power went');
    expect(() => withdraw(folder, 'P02')).toThrowError(
      expect.objectContaining({ code: 'withdrawal-unfinished', hint: expect.stringContaining('P01') }),
    );
  });
});

describe('a withdrawal that cannot be', () => {
  it.each([
    ['an unknown participant', {}, 'P1', 'unknown-participant', 'did you mean "P01"'],
    [
      'a transcript that cannot be read',
      { 'transcripts/P02.docx': new Uint8Array([0, 1, 2]) },
      'P01',
      'study-unreadable',
      'transcripts/P02.docx',
    ],
    [
      'a taxonomy that is no YAML',
      { 'taxonomy.yaml': 'dimensions: [' },
      'P01',
      'study-unreadable',
      'taxonomy',
    ],
    ['a broken journal', { 'withdrawal-in-progress.json': '{' }, 'P01', 'journal-unusable', 'progress'],
  ])('for %s changes nothing and says nobody’s words', (_what, files, participantId, code, message) => {
    const folder = makeStudy(files);
    const before = listContents(folder);
    expect(() => withdraw(folder, participantId)).toThrowError(
      expect.objectContaining({ code, message: expect.stringContaining(message) }),
    );
    expect(listContents(folder)).toEqual(before);
  });
});

describe('what a withdrawal cannot recall', () => {
  it('is told, with the commands for a repository above the study', () => {
    const folder = makeStudy();
    mkdirSync(join(folder, '.git'));
    const { cannotRecall } = withdrawParticipant({ folder, participantId: 'P01', today, confirmed: false });
    expect(cannotRecall.join('\n')).toMatch(
      /exports[\s\S]+copies[\s\S]+git filter-repo .*--path 'transcripts\/P01\.md'/,
    );
  });
});
