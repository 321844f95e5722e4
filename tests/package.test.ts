import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'themeloom-package-'));
const installed = join(scratch, 'package');

function run(command: string, args: readonly string[], folder: string) {
  return spawnSync(command, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
}

const themeloom = (...args: readonly string[]) =>
  run(process.execPath, [join(installed, 'dist', 'cli', 'main.js'), ...args], scratch);

beforeAll(() => {
  if (!existsSync(join(root, 'dist'))) throw new Error('Build first: "npm test" does.');
  const packed = run('npm', ['pack', '--ignore-scripts', '--pack-destination', scratch], root);
  expect(packed.status, packed.stderr).toBe(0);
  const archive = readdirSync(scratch).find((name) => name.endsWith('.tgz')) ?? '';
  expect(run('tar', ['-xzf', archive], scratch).status).toBe(0);
  // The dependencies are those of this checkout; .ci/run installs the package from nothing.
  symlinkSync(join(root, 'node_modules'), join(installed, 'node_modules'));
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('the packed package', () => {
  it('holds what runs, the templates and the sample, and nothing else', () => {
    expect(
      readdirSync(installed)
        .filter((name) => name !== 'node_modules')
        .sort(),
    ).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'data', 'dist', 'package.json', 'templates']);
  });

  it('is well formed', async () => {
    const { messages, pkg } = await publint({ pkgDir: root, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it('makes the sample study and runs it, with data alone on standard output', () => {
    const made = themeloom('init', 'my-study', '--sample');
    expect(made.stderr).toContain('made my-study');
    const ran = themeloom('run', '--study', 'my-study', '--json');
    expect(ran.status, ran.stderr).toBe(0);
    expect(() => JSON.parse(ran.stdout)).not.toThrow();
    expect(existsSync(join(scratch, 'my-study', 'reports', 'themes.html'))).toBe(true);
  });

  it('is a library too', () => {
    const script = `import { readStudy, analyseStudy } from 'themeloom'; console.log(analyseStudy(readStudy('my-study').study).taggings.length > 100)`;
    const used = run(
      process.execPath,
      ['--input-type=module', '-e', script.replace("'themeloom'", `'${installed}/dist/index.js'`)],
      scratch,
    );
    expect(used.stdout, used.stderr).toBe('true\n');
  });

  it('starts without loading a single library but commander', () => {
    const script = `import { createRequire } from 'node:module'; import Module from 'node:module';
      process.argv = [process.argv[0], 'themeloom', '--help'];
      await import('${installed}/dist/cli/main.js');
      console.error(Object.keys(Module._cache).map((path) => path.split('node_modules/').at(-1)).join(' '));`;
    const { stderr, status } = run(process.execPath, ['--input-type=module', '-e', script], scratch);
    expect(status).toBe(0);
    expect(stderr).toContain('commander');
    expect(stderr).not.toMatch(/natural|handlebars|yaml|csv-parse|zod/);
  });
});
