import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ToolkitError } from '../errors.js';
import { explainFailure } from './explain-failure.js';

/** Milliseconds: a long report takes a few seconds. */
const LONGEST_RUN = 120_000;

/** Nothing is loaded from elsewhere, looked up or told; nothing of the user's own browser is read. */
const flags = [
  '--headless',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--user-agent=Themeloom',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-pdf-header-footer',
  '--export-tagged-pdf',
  '--generate-pdf-document-outline',
];

/**
 * A page of HTML as PDF, as a Chromium prints it: tagged, with an outline, and without the time at which it was made.
 * The page is in a folder of its own meanwhile, which only its owner can read. Throws `ToolkitError` `pdf-failed`.
 */
export function printPdf(html: string, chromium: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'themeloom-pdf-'));
  try {
    const page = join(folder, 'report.html');
    const printed = join(folder, 'report.pdf');
    writeFileSync(page, html);
    const { status, error } = spawnSync(
      chromium,
      [
        ...flags,
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        `--user-data-dir=${join(folder, 'profile')}`,
        `--print-to-pdf=${printed}`,
        pathToFileURL(page).href,
      ],
      { timeout: LONGEST_RUN, stdio: 'ignore', windowsHide: true, env: makeEnvironment(folder) },
    );
    if (status !== 0) throw hasFailed(chromium, error);
    return forgetTimes(readFileSync(printed));
  } catch (error) {
    throw explainFailure(error, 'written', 'the PDF');
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function makeEnvironment(folder: string): Record<string, string> {
  const kept = ['PATH', 'Path', 'SystemRoot', 'LANG', 'FONTCONFIG_FILE', 'FONTCONFIG_PATH'].flatMap(
    (name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value] as const];
    },
  );
  return { ...Object.fromEntries(kept), HOME: folder, TMPDIR: folder, TEMP: folder, TMP: folder, TZ: 'UTC' };
}

/** The same length, so that no place in the file moves. */
function forgetTimes(pdf: Buffer): Uint8Array {
  const text = pdf.toString('latin1');
  const dated = /\/(?:CreationDate|ModDate) \(D:(\d{14})/g;
  return Buffer.from(
    text.replace(dated, (found, digits: string) => found.replace(digits, '19800101000000')),
    'latin1',
  );
}

function hasFailed(chromium: string, cause: Error | undefined): ToolkitError {
  return new ToolkitError('pdf-failed', `${chromium} did not print the PDF`, {
    hint: 'Try another one: CHROMIUM_PATH=/path/to/chrome. Or print the HTML report from a browser.',
    ...(cause === undefined ? {} : { cause }),
  });
}
