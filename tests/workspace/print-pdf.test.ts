import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../src/workspace/find-chromium.js';
import { printPdf } from '../../src/workspace/print-pdf.js';
import { writeReports } from '../../src/workspace/write-reports.js';
import { browserPath, browserRequired } from '../browser/find-browser.js';

const folder = mkdtempSync(join(tmpdir(), 'themeloom-print-'));
afterAll(() => rmSync(folder, { recursive: true }));

function makeProgram(name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

const listLeft = () => readdirSync(tmpdir()).filter((name) => name.startsWith('themeloom-pdf-'));

describe('findChromium', () => {
  it('takes the one that is named before any other', () => {
    const named = makeProgram('mine', 'exit 0');
    expect(findChromium({ CHROMIUM_PATH: named, PATH: '/usr/bin' })).toBe(named);
  });

  it('looks along the path', () => {
    const found = makeProgram('chromium', 'exit 0');
    expect(findChromium({ PATH: `/nowhere:${folder}` })).toBe(found);
  });

  it('says how to name one where the one named cannot be run', () => {
    expect(() => findChromium({ CHROMIUM_PATH: join(folder, 'missing'), PATH: folder })).toThrow(
      expect.objectContaining({ code: 'no-chromium', hint: expect.stringContaining('CHROMIUM_PATH=') }),
    );
  });
});

describe('printPdf', () => {
  it('tells of a browser that prints nothing, and leaves nothing behind', () => {
    const before = listLeft();
    const fails = makeProgram('fails', 'exit 3');
    expect(() => printPdf('<p>x</p>', fails)).toThrow(expect.objectContaining({ code: 'pdf-failed' }));
    expect(listLeft()).toEqual(before);
  });

  it('tells of a browser that claims to have printed', () => {
    const claims = makeProgram('claims', 'exit 0');
    expect(() => printPdf('<p>x</p>', claims)).toThrow(expect.objectContaining({ code: 'file-missing' }));
  });

  it('forgets when it was printed', () => {
    const dated = makeProgram(
      'dated',
      `for a in "$@"; do case "$a" in --print-to-pdf=*) printf "/CreationDate (D:20261125101951+00'00')" > "\${a#*=}";; esac; done`,
    );
    expect(Buffer.from(printPdf('<p>x</p>', dated)).toString()).toBe(
      "/CreationDate (D:19800101000000+00'00')",
    );
  });
});

if (browserPath === undefined) {
  it.skipIf(!browserRequired)(
    'a page is printed by Chromium (skipped without one; see CHROMIUM_PATH)',
    () => {
      expect.fail('REQUIRE_BROWSER is set, and there is no Chromium at $CHROMIUM_PATH or /usr/bin/chromium');
    },
  );
}

describe.skipIf(browserPath === undefined)('a page that Chromium prints', () => {
  it('is written beside its HTML, and stays as it is in a second run', () => {
    const files = [
      { name: 'a.html', content: '<!doctype html><html lang="en"><title>A</title><h1>Words</h1></html>' },
      { name: 'a.md', content: '# Words\n' },
    ];
    const target = join(folder, 'reports');
    expect(writeReports(target, files, { pdf: true })).toEqual({
      written: ['a.html', 'a.md', 'a.pdf'],
      unchanged: [],
    });
    expect(writeReports(target, files, { pdf: true }).unchanged).toEqual(['a.html', 'a.md', 'a.pdf']);
    expect(existsSync(join(target, 'a.pdf'))).toBe(true);
  }, 60_000);
});
