import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { writeWorkbook } from '../../src/packages/write-workbook.js';
import { renderWord } from '../../src/pipeline/rendering/render-word.js';

/** LibreOffice at `$OFFICE_PATH` or where Debian puts it; undefined where there is none. */
const officePath = [process.env.OFFICE_PATH, '/usr/bin/soffice'].find(
  (path) => path !== undefined && path !== '' && existsSync(path),
);
const officeRequired = process.env.REQUIRE_OFFICE === '1';
const folder = mkdtempSync(join(tmpdir(), 'themeloom-office-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What LibreOffice reads in a file, written again in another format. */
function convert(file: string, bytes: Uint8Array, [extension, filter]: readonly [string, string]): string {
  writeFileSync(join(folder, file), bytes);
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const flags = ['--headless', '--norestore', `-env:UserInstallation=${profile}`];
  const target = ['--convert-to', `${extension}:${filter}`, '--outdir', folder, join(folder, file)];
  spawnSync(officePath ?? '', [...flags, ...target], { timeout: 100_000, stdio: 'ignore' });
  return readFileSync(join(folder, file.replace(/\w+$/, extension)), 'utf8').replace(/^\ufeff/, '');
}

const hostile = '=cmd()|x ]]> <w:p/> & "a" مرحبا 👩‍💻';

if (officePath === undefined) {
  it.skipIf(!officeRequired)(
    'Word files and workbooks are opened in LibreOffice (skipped without one; see OFFICE_PATH)',
    () => {
      expect.fail('REQUIRE_OFFICE is set, and there is no LibreOffice at $OFFICE_PATH or /usr/bin/soffice');
    },
  );
}

describe.skipIf(officePath === undefined)('LibreOffice', () => {
  it('reads all words of a Word file', async () => {
    const quoted = hostile.replace(/[<&]/g, '\\$&');
    const markdown = `# Gardens\n\n## Water\n\n> ${quoted}\n>\n> — lead · q_0123456789\n\n- one\n\n| a |\n| --- |\n| b |`;
    const bytes = await renderWord(markdown, { title: 'Gardens', language: 'en' });
    const text = convert('a.docx', bytes, ['txt', 'Text (encoded):UTF8']);
    const lines = text.split('\n').map((line) => line.replace(/\u200e|\u200f/g, '').trim());
    for (const words of ['Gardens', 'Water', hostile, '— lead · q_0123456789', 'a', 'b'])
      expect(lines).toContain(words);
    expect(text).toMatch(/[•·] ?\t?one/);
  }, 120_000);

  it('reads all texts of a workbook as texts', async () => {
    const rows = [
      [hostile, 2],
      ['=1+1', -3.5],
    ] as const;
    const bytes = await writeWorkbook([{ name: 'Quotes', header: ['words', 'count'], rows }]);
    const text = convert('b.xlsx', bytes, ['csv', 'Text - txt - csv (StarCalc):44,34,76,1']);
    expect(text.trimEnd().split('\n')).toEqual([
      '"words","count"',
      `"${hostile.replaceAll('"', '""')}",2`,
      '"=1+1",-3.5',
    ]);
  }, 120_000);
});
