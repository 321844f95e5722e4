import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright-core';
import { z } from 'zod';
import { browserFlags, browserPath } from '../browser/find-browser.js';
import { serveStudy } from '../review/browser/serve-study.js';
import { growCodedStudy } from './grow-coded-study.js';
import { layOpenStudy } from './lay-open-study.js';
import { findMedian } from './measure.js';
import { askBasis, type Client, decideOnce, openClient, waitForSuggestions } from './review-client.js';

const root = join(import.meta.dirname, '..', '..');
const pageFolder = join(root, 'dist', 'review', 'page');
const scratch = mkdtempSync(join(tmpdir(), 'themeloom-bench-review-'));

type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly limit: number;
};

/** One line: what was measured, what it may be, and whether it is. */
function show({ name, value, unit, limit }: Figure, note = ''): void {
  const verdict = value < limit ? 'reached' : 'missed';
  const figure = `${value.toFixed(value < 10 ? 1 : 0)} ${unit}`;
  console.log(`${name.padEnd(48)} ${figure.padEnd(12)} under ${limit} ${unit}: ${verdict}  ${note}`);
}

/** The value that 95 in 100 do not exceed. */
function findSlow(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}

const tell = (times: readonly number[]) =>
  `median ${findMedian(times).toFixed(1)} ms, largest ${Math.max(...times).toFixed(0)} ms, of ${times.length}`;

function benchSize(): void {
  const files = readdirSync(pageFolder, { recursive: true, encoding: 'utf8' });
  const sizes = files
    .filter((file) => /\.\w+$/.test(file))
    .map((file) => gzipSync(readFileSync(join(pageFolder, file)), { level: 9 }).length);
  const value = sizes.reduce((sum, size) => sum + size, 0) / 1000;
  show({ name: 'the page, compressed', value, unit: 'KB', limit: 120 }, `gzip, ${sizes.length} files`);
}

/** Milliseconds from the address to the list of transcripts on the screen. */
async function timeReady(page: Page, url: string): Promise<number> {
  const from = performance.now();
  await page.goto(url);
  await page.locator('.contents-row').first().waitFor();
  return performance.now() - from;
}

async function benchReady(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const first = await timeReady(page, url);
  const bare = new URL('/', url).href;
  const again: number[] = [];
  for (let round = 0; round < 5; round++) {
    await page.goto('about:blank');
    again.push(await timeReady(page, bare));
  }
  show({ name: 'page ready, first time', value: first, unit: 'ms', limit: 1500 }, 'to the transcripts shown');
  show({ name: 'page ready, again', value: findMedian(again), unit: 'ms', limit: 1500 }, tell(again));
  return page;
}

/** Milliseconds from a click on a transcript to the frame in which its words are drawn. */
const OPEN = `(id) => new Promise((done) => {
  const from = performance.now();
  const look = () => {
    const title = document.querySelector('.reading-head-title');
    if (title?.textContent === id && document.querySelector('.read-words') !== null)
      requestAnimationFrame(() => setTimeout(() => done(performance.now() - from)));
    else requestAnimationFrame(look);
  };
  location.hash = '#/read/' + encodeURIComponent(id);
  look();
})`;

async function benchOpening(page: Page, ids: readonly string[]): Promise<void> {
  const times: number[] = [];
  for (const id of ids) times.push(z.number().parse(await page.evaluate(`(${OPEN})(${JSON.stringify(id)})`)));
  show(
    { name: 'a transcript opened', value: findSlow(times), unit: 'ms', limit: 200 },
    `p95; ${tell(times)}`,
  );
}

/** Milliseconds that making suggestions may take before the benchmark goes on without them: `--whole` waits for the last. */
const PATIENCE = process.argv.includes('--whole') ? 1_800_000 : 60_000;

/** Tells when each stage of the suggestions is there, in seconds after `from`; ends with the last stage, or when told. */
async function tellStages(client: Client, from: number, isOver: () => boolean): Promise<void> {
  const seen = new Set<string>();
  while (!isOver()) {
    const { basis, open } = await askBasis(client);
    const name =
      basis === undefined ? '' : `${basis.stage}, ${basis.learned} of ${basis.decided} decided quotes`;
    if (basis !== undefined && !seen.has(name)) {
      const seconds = ((performance.now() - from) / 1000).toFixed(1);
      console.log(`${`suggestions from ${name}`.padEnd(48)} ${`${seconds} s`.padEnd(12)} ${open} open`);
      seen.add(name);
    }
    if (basis?.more === false) return;
    await Promise.race([waitForSuggestions(client), new Promise((resolve) => setTimeout(resolve, 1000))]);
  }
}

/** Decisions while suggestions are made, until they are there. */
async function benchMeanwhile(client: Client, from: number): Promise<void> {
  const times: number[] = [];
  let isMade = false;
  const isLate = () => performance.now() - from >= PATIENCE;
  const told = tellStages(client, from, isLate).then(() => {
    isMade = true;
  });
  while (!isMade && !isLate()) {
    times.push(await decideOnce(client));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await told;
  show(
    { name: 'a decision meanwhile', value: findSlow(times), unit: 'ms', limit: 50 },
    `p95; ${tell(times)}`,
  );
}

async function benchDecisions(client: Client): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < 400; round++) times.push(await decideOnce(client));
  show(
    { name: 'a decision acknowledged, flushed', value: findSlow(times), unit: 'ms', limit: 50 },
    `p95; ${tell(times)}`,
  );
}

async function benchPage(url: string, ids: readonly string[]): Promise<void> {
  if (browserPath === undefined)
    return console.log('There is no Chromium at $CHROMIUM_PATH or /usr/bin/chromium: the page is not timed.');
  const browser = await chromium.launch({ executablePath: browserPath, args: browserFlags });
  try {
    await benchOpening(await benchReady(browser, url), ids);
  } finally {
    await browser.close();
  }
}

async function bench(): Promise<void> {
  const folder = join(scratch, 'study');
  const dealt = { answersPerMark: 2, themes: 60, attributes: 5, coders: 2 } as const;
  const size = { transcripts: 1250, words: 2_000_000, ...dealt };
  const quotes = growCodedStudy(join(root, 'data', 'sample'), folder, size);
  const decided = layOpenStudy(folder);
  console.log(`1250 transcripts, ${quotes} quotes (${decided} decided), 60 themes and 4 voices, 2 coders`);
  benchSize();
  const from = performance.now();
  const { urls, kill } = await serveStudy(folder, { coders: ['ana', 'ben'] });
  const ready = performance.now();
  const started = ready - from;
  try {
    console.log(`${'the server started'.padEnd(48)} ${(started / 1000).toFixed(1)} s`);
    const client = await openClient(urls[0] ?? '');
    await benchMeanwhile(client, ready);
    await benchDecisions(client);
    await benchPage(urls[1] ?? '', client.transcripts.slice(100, 140));
    client.close();
  } finally {
    await kill('SIGTERM');
  }
}

try {
  await bench();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
