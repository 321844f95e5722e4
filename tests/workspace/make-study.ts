import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A folder with the given files that is removed after the test. */
export function makeFolder(files: Files = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'themeloom-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  return folder;
}

const plain: Files = {
  'study.yaml': 'name: Night shifts\ncoder: ana\n',
  'participants.csv': 'id,consent,consent_until,withdrawn,role\nP01,research;publication,,,nurse\n',
  'taxonomy.yaml':
    'dimensions:\n  - id: theme\n    themes:\n      - id: sleep\n        label: Sleep\n      - id: pay\n        label: Pay\n',
  'transcripts/P01.md':
    '**Interviewer:** How do you sleep?\n\n**P01:** Badly. ==I wake up at noon and cannot find back to sleep.=={#sleep} The flat is loud.\n',
};

/** A small study without a single finding, with some files added, replaced or (where undefined) left out. */
export function makeStudy(changes: Readonly<Record<string, string | Uint8Array | undefined>> = {}): string {
  const files = Object.entries({ ...plain, ...changes }).flatMap(([file, content]) =>
    content === undefined ? [] : [[file, content] as const],
  );
  return makeFolder(Object.fromEntries(files));
}

/** Every file below a folder with its content, in the order of names. */
export function listContents(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')] as const);
}
