import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ToolkitError } from '../errors.js';
import type { Notice } from '../model/notice.js';
import { readStudy, type StudyReading } from './read-study.js';
import { resolveInside } from './resolve-inside.js';
import { explainGit, runGit } from './run-git.js';
import { studyFiles, studyFolders } from './study-files.js';
import { tellCaution } from './tell.js';

export type Revision = {
  /** The study folder; the revision is of the repository that it lies in. */
  readonly study: string;
  readonly revision: string;
  /** The study's folder in the repository, where it was another then. */
  readonly inside?: string;
};

type StoredFile = { readonly path: string; readonly hash: string; readonly bytes: number };
/** Bytes that git is asked for at once, and in all. */
const MOST_AT_ONCE = 1 << 26;
const MOST_BYTES = 2 ** 30;

/**
 * Reads a study as a git revision has it. Its files are read as stored, so that no filter, hook or pager of the repository
 * runs, and lie in a temporary folder while they are read. Throws `ToolkitError`: `revision-name`, `no-git`,
 * `no-repository`, `no-revision`, `no-folder`, `revision-too-large`, `git-failed`, and what `readStudy` throws.
 */
export async function readRevision(request: Revision): Promise<StudyReading> {
  const { top, tree } = findTree(request);
  const listed = listFiles(top, tree);
  const files = listed.filter((file) => 'hash' in file);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > MOST_BYTES) {
    throw new ToolkitError('revision-too-large', `${request.revision} holds ${total} bytes of study files`, {
      hint: 'Check it out into a folder of its own, and compare the folders.',
    });
  }
  const folder = mkdtempSync(join(tmpdir(), 'themeloom-revision-'));
  try {
    for (const batch of cutBatches(files)) writeBatch(top, batch, folder);
    const reading = await readStudy(folder);
    const links = listed.filter((file) => !('hash' in file));
    return { ...reading, notices: [...reading.notices, ...links.map(tellLink)] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The repository's top folder, and the study's folder in the revision as git names it: `COMMIT:path/to/study`. */
function findTree({ study, revision, inside }: Revision): { readonly top: string; readonly tree: string } {
  if (revision === '' || revision.startsWith('-') || /[\0\n]/.test(revision)) {
    throw new ToolkitError('revision-name', `"${revision.slice(0, 40)}" is not the name of a git revision`, {
      hint: 'Name a commit, branch or tag, e.g. HEAD~1, or a folder.',
    });
  }
  const places = runGit(study, ['rev-parse', '--show-toplevel', '--show-prefix']);
  if (places.status !== 0) {
    throw new ToolkitError('no-repository', `no git repository could be read there: ${explainGit(places)}`, {
      hint: 'Compare two folders, or name a study that lies in a git repository with --study.',
    });
  }
  const [top = '', prefix = ''] = places.output.toString('utf8').split('\n');
  const found = runGit(top, ['rev-parse', '--quiet', '--verify', `${revision}^{commit}`]);
  if (found.status !== 0) {
    throw new ToolkitError(
      'no-revision',
      `"${revision}" is neither a folder nor a revision of the repository`,
      {
        hint: 'See "git log --oneline" for revisions.',
      },
    );
  }
  const path = (inside ?? prefix)
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
  return { top, tree: `${found.output.toString('utf8').trim()}:${path}` };
}

const isOfStudy = (path: string) =>
  Object.values<string>(studyFiles).includes(path) ||
  Object.values<string>(studyFolders).includes(path.slice(0, Math.max(0, path.indexOf('/'))));

/** The study's files in the revision; links and repositories within it carry no hash and are not read. */
function listFiles(top: string, tree: string): readonly (StoredFile | { readonly path: string })[] {
  const listing = runGit(top, ['ls-tree', '-r', '-z', '-l', tree]);
  if (listing.status !== 0) {
    const [, path = ''] = tree.split(':', 2);
    throw new ToolkitError('no-folder', `the revision has no folder "${path}"`, {
      hint: 'Where the study lay elsewhere then, name that folder: git:REVISION:FOLDER.',
    });
  }
  return listing.output
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      const match = /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t(.*)$/s.exec(line);
      const [, mode = '', hash = '', bytes = '', path = ''] = match ?? [];
      if (match === null || !isOfStudy(path)) return [];
      return mode.startsWith('100') ? [{ path, hash, bytes: Number(bytes) }] : [{ path }];
    });
}

function cutBatches(files: readonly StoredFile[]): readonly (readonly StoredFile[])[] {
  const batches: StoredFile[][] = [];
  let room = 0;
  for (const file of files) {
    if (file.bytes > room || batches.length === 0) {
      batches.push([]);
      room = MOST_AT_ONCE;
    }
    batches.at(-1)?.push(file);
    room -= file.bytes;
  }
  return batches;
}

/** Git answers each hash with a line "hash blob bytes", the bytes, and a line feed. */
function writeBatch(top: string, files: readonly StoredFile[], folder: string): void {
  const answer = runGit(top, ['cat-file', '--batch'], files.map(({ hash }) => `${hash}\n`).join(''));
  if (answer.status !== 0) throw failToRead(explainGit(answer));
  let at = 0;
  for (const { path, hash, bytes } of files) {
    const start = answer.output.indexOf('\n', at) + 1;
    const head = answer.output.toString('utf8', at, Math.max(at, start - 1));
    if (head !== `${hash} blob ${bytes}`) throw failToRead(`"${path}" is missing from the repository`);
    const target = resolveInside(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, answer.output.subarray(start, start + bytes), { mode: 0o600 });
    at = start + bytes + 1;
  }
}

function failToRead(reason: string): ToolkitError {
  return new ToolkitError('git-failed', `git could not read the revision: ${reason}`, {
    hint: 'Check the repository with "git fsck", or compare two folders.',
  });
}

function tellLink({ path }: { readonly path: string }): Notice {
  const message = 'is a link in this revision, and links are not followed: the state is compared without it';
  return tellCaution('link-not-read', { file: path }, message);
}
