import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { browserFlags, browserPath } from '../../browser/find-browser.js';
import { goTo, selectByMouse } from './open-window.js';
import { makeSample, serveStudy } from './serve-study.js';

/**
 * Photographs the review app, for the README and to be looked at:
 * `npx tsx tests/review/browser/take-screenshots.ts [folder] [--all]`, after a build.
 */
const [folder = join(tmpdir(), 'readme-shots')] = process.argv
  .slice(2)
  .filter((word) => !word.startsWith('--'));
const takesAll = process.argv.includes('--all');

const views = [
  ['contents', '#/read'],
  ['welcome', '#/welcome'],
  ['read', '#/read/P05'],
  ['decide', '#/decide'],
  ['organise', '#/organise'],
  ['board', '#/organise/balance-energy'],
  ['clusters', '#/clusters'],
  ['compare', '#/compare'],
  ['publish', '#/publish'],
  ['history', '#/history'],
  ['search', '#/search?q=meetings'],
  ['problems', '#/problems'],
] as const;

/** Waits until what a view asks for has come, and then for what moves to rest: pictures may wait, tests may not. */
async function settle(page: Page): Promise<void> {
  await page.locator('main .loading').first().waitFor({ state: 'detached' });
  await page.waitForTimeout(700);
  await page.locator('.announcer-note:not(.announcer-gone)').waitFor({ state: 'detached' });
}

async function openPage(browser: Browser, url: string, look: { width: number; scheme: 'light' | 'dark' }) {
  const viewport = { width: look.width, height: look.width < 500 ? 740 : 800 };
  const page = await browser.newPage({ viewport, colorScheme: look.scheme });
  await page.goto(url);
  await page.locator('.top-bar-coder').waitFor();
  return page;
}

async function serve<T>(work: (url: string) => Promise<T>): Promise<T> {
  const sample = makeSample();
  const served = await serveStudy(sample.folder);
  try {
    return await work(served.urls[0] ?? '');
  } finally {
    await served.kill('SIGTERM');
    sample.remove();
  }
}

const shoot = (page: Page, name: string) => page.screenshot({ path: join(folder, `${name}.png`) });

/** The three of the README. */
async function photographBest(browser: Browser): Promise<void> {
  await serve(async (url) => {
    const page = await openPage(browser, url, { width: 1280, scheme: 'light' });
    await goTo(page, '#/read/P05');
    await selectByMouse(page, 'A meeting with three people and a decision at the end is a fine thing.');
    await page.getByRole('button', { name: /^Mark \d+ words/ }).click();
    await page.getByRole('combobox', { name: 'Theme' }).waitFor();
    await settle(page);
    await shoot(page, 'reading');
    await page.keyboard.press('Escape');
    await goTo(page, '#/decide');
    await page.locator('.decide-card').waitFor();
    await settle(page);
    await shoot(page, 'deciding');
    await goTo(page, '#/organise');
    await page.getByRole('treeitem', { name: /Balance time and energy/ }).click();
    await settle(page);
    await shoot(page, 'organising');
    await page.close();
  });
}

/** Every view, light and dark, on a desk and on a phone. */
async function photographAll(browser: Browser): Promise<void> {
  for (const width of [1280, 360])
    for (const scheme of ['light', 'dark'] as const)
      await serve(async (url) => {
        const page = await openPage(browser, url, { width, scheme });
        for (const [name, hash] of views) {
          await goTo(page, hash);
          await settle(page);
          await shoot(page, `${name}-${width}-${scheme}`);
        }
        await page.close();
      });
}

if (browserPath === undefined)
  throw new Error('There is no Chromium at $CHROMIUM_PATH or /usr/bin/chromium.');
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: browserPath, args: browserFlags });
try {
  await photographBest(browser);
  if (takesAll) await photographAll(browser);
} finally {
  await browser.close();
}
