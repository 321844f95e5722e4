import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { compareStudies, isUnchanged } from '../../src/pipeline/compare-studies.js';
import { readState } from '../../src/workspace/read-state.js';
import { makeFolder, makeStudy } from './make-study.js';

/** Settings that make commits the same on every machine. */
const committer = ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org', '-c', 'commit.gpgsign=false'];

function git(folder: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync('git', [...committer, ...args], { cwd: folder, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
}

function commitAll(folder: string): void {
  git(folder, 'add', '--all', '--force');
  git(folder, 'commit', '--quiet', '--message', 'a state');
}

/** A study whose first commit is tagged `first`. */
function makeRepository(): string {
  const study = makeStudy();
  git(study, 'init', '--quiet');
  commitAll(study);
  git(study, 'tag', 'first');
  return study;
}

const marked =
  '**P01:** Badly. ==I wake up at noon and cannot find back to sleep.=={#pay} The flat is loud.\n';

describe('readState', () => {
  it('reads a folder and a revision of it alike', async () => {
    const study = makeRepository();
    const base = { folder: tmpdir(), study };
    const [now, then, named] = [
      await readState(study, base),
      await readState('first', base),
      await readState('git:HEAD', base),
    ];
    expect(then.study).toEqual(now.study);
    expect(isUnchanged(compareStudies(then, now))).toBe(true);
    expect(named.study).toEqual(now.study);
  });

  it('shows what a commit changed', async () => {
    const study = makeRepository();
    writeFileSync(join(study, 'transcripts', 'P01.md'), marked);
    commitAll(study);
    const base = { folder: tmpdir(), study };
    const { quotes } = compareStudies(await readState('HEAD~1', base), await readState('HEAD', base));
    expect(quotes.moved.map(({ coder, from, to }) => [coder, from, to])).toEqual([
      ['ana', ['sleep'], ['pay']],
    ]);
  });

  it('reads the folder of a revision in which the study lay elsewhere', async () => {
    const top = makeFolder({
      'old/study.yaml': 'name: Night shifts\n',
      'new/study.yaml': 'name: Day shifts\n',
    });
    git(top, 'init', '--quiet');
    commitAll(top);
    const base = { folder: top, study: join(top, 'new') };
    expect((await readState('git:HEAD:old', base)).study.settings.name).toBe('Night shifts');
    expect((await readState('HEAD', base)).study.settings.name).toBe('Day shifts');
    await expect(readState('git:HEAD:older', base)).rejects.toMatchObject({ code: 'no-folder' });
    await expect(readState('git:HEAD:../..', base)).rejects.toMatchObject({ code: 'no-folder' });
  });

  it.each(['--output=/tmp/x', 'git:--upload-pack=x', 'git:-x', 'git:', 'git:a\nb'])(
    'refuses %j as the name of a revision',
    async (spec) => {
      const study = makeRepository();
      await expect(readState(spec, { folder: tmpdir(), study })).rejects.toMatchObject({
        code: 'revision-name',
      });
    },
  );

  it('says what is missing: a name, a revision, a repository', async () => {
    const study = makeRepository();
    const base = { folder: tmpdir(), study };
    await expect(readState(' ', base)).rejects.toMatchObject({ code: 'no-state' });
    await expect(readState('no-such-thing', base)).rejects.toMatchObject({ code: 'no-revision' });
    await expect(readState('HEAD', { ...base, study: makeStudy() })).rejects.toMatchObject({
      code: 'no-repository',
    });
  });

  it('runs nothing that the repository asks for: no filter, hook, watcher or pager', async () => {
    const study = makeRepository();
    const trap = join(study, '.git', 'trap.sh');
    const sprung = join(study, '.git', 'sprung');
    writeFileSync(trap, `#!/bin/sh\ntouch '${sprung}'\ncat\n`);
    chmodSync(trap, 0o755);
    for (const key of [
      'filter.trap.smudge',
      'filter.trap.clean',
      'core.fsmonitor',
      'core.pager',
      'alias.ls-tree',
    ])
      git(study, 'config', key, key.startsWith('alias') ? `!${trap}` : trap);
    git(study, 'config', 'diff.trap.textconv', trap);
    mkdirSync(join(study, '.git', 'info'), { recursive: true });
    writeFileSync(join(study, '.git', 'info', 'attributes'), '* filter=trap diff=trap\n');
    for (const hook of ['post-checkout', 'reference-transaction', 'post-index-change'])
      symlinkSync(trap, join(study, '.git', 'hooks', hook));
    rmSync(sprung, { force: true });
    expect((await readState('first', { folder: tmpdir(), study })).study.quotes).toHaveLength(1);
    expect(existsSync(sprung)).toBe(false);
    // The trap works: what checks files out steps into it.
    git(study, 'archive', '--output', join(study, '.git', 'archive.tar'), 'first');
    expect(existsSync(sprung)).toBe(true);
  });

  it('follows no link that a revision holds, and tells it', async () => {
    const study = makeRepository();
    rmSync(join(study, 'participants.csv'));
    symlinkSync('/etc/passwd', join(study, 'participants.csv'));
    commitAll(study);
    const { notices } = await readState('HEAD', { folder: tmpdir(), study });
    expect(notices.filter(({ code }) => code === 'link-not-read').map(({ place }) => place.file)).toEqual([
      'participants.csv',
    ]);
  });

  it('reads a transcript as stored, whatever its bytes and its name', async () => {
    const study = makeRepository();
    const text = `P01: caf\u00e9 \u{1F600} and a long day it was.\r\n\nP01: ${'so it goes '.repeat(500)}\n`;
    writeFileSync(join(study, 'transcripts', 'né \u{1F600}\t"x".txt'), text);
    writeFileSync(join(study, 'transcripts', 'empty.txt'), '');
    commitAll(study);
    const base = { folder: tmpdir(), study };
    const [then, now] = [await readState('HEAD', base), await readState(study, base)];
    expect(then.study.transcripts).toEqual(now.study.transcripts);
    expect(then.study.transcripts.length).toBeGreaterThan(1);
  });

  it('leaves nothing behind, also where the revision is no study', async () => {
    const study = makeRepository();
    rmSync(join(study, 'study.yaml'));
    commitAll(study);
    const scratch = makeFolder();
    vi.stubEnv('TMPDIR', scratch);
    await expect(readState('HEAD', { folder: scratch, study })).rejects.toMatchObject({ code: 'no-study' });
    await readState('first', { folder: scratch, study });
    vi.unstubAllEnvs();
    expect(readdirSync(scratch)).toEqual([]);
  });
});
