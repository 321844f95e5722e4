import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { browserFlags, browserPath } from '../../browser/find-browser.js';
import {
  findBroken,
  findOverhang,
  goTo,
  openWindow,
  PATIENCE,
  selectByMouse,
  waitForKept,
} from './open-window.js';
import { makeSample, serveStudy } from './serve-study.js';

const soon = { timeout: PATIENCE };
const WORDS = 'A meeting with three people and a decision at the end is a fine thing.';
const looks = [
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 360, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
] as const;

/** A copy of the sample in which a file was replaced before it is opened by its own coder. */
async function openChanged(file: string, change: (text: string) => string) {
  const { folder, remove } = makeSample();
  onTestFinished(remove);
  const path = join(folder, file);
  const right = readFileSync(path, 'utf8');
  const wrong = change(right);
  writeFileSync(path, wrong);
  const served = await serveStudy(folder);
  onTestFinished(() => served.kill('SIGTERM'));
  return { folder, url: served.urls[0] ?? '', path, right, wrong };
}

const spoil = (text: string) => text.replace(/^approach:.*$/m, 'approach: codebok');
const waitForHeading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor();

describe.skipIf(browserPath === undefined)('a study that must be mended', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: browserPath ?? '', args: browserFlags });
  });
  afterAll(() => browser.close());

  it('is listed, read and mended, and goes on in the same window without being loaded again', async () => {
    const { folder, url, path, right, wrong } = await openChanged('study.yaml', spoil);
    const { page, trouble } = await openWindow(browser, url);
    await waitForHeading(page, 'study.yaml must be mended');
    const line = wrong.split('\n').findIndex((text) => text.startsWith('approach')) + 1;
    expect(await page.locator('.repair-notice').first().innerText()).toMatch(
      new RegExp(`line ${line}, column 11\\s+"approach" must be one of .*did you mean "codebook"`),
    );
    expect(await page.getByRole('navigation').innerText()).not.toContain('Decide');
    await page.evaluate('window.isSamePage = true');

    await page.getByRole('link', { name: /^P05/ }).click();
    await page.locator('.read-utterance').first().waitFor();
    await page.getByText('The study can only be looked at.').waitFor();
    await selectByMouse(page, WORDS);
    await page.locator('.mark-bar', { hasText: 'study.yaml must be mended first' }).waitFor();
    expect(await page.getByRole('button', { name: /^Mark/ }).count()).toBe(0);
    await page.keyboard.press('m');
    expect(await page.locator('.read-panel').count()).toBe(0);
    for (const view of ['#/decide', '#/publish', '#/organise', '#/'])
      await goTo(page, view).then(() => waitForHeading(page, 'study.yaml must be mended'));
    expect(readFileSync(path, 'utf8')).toBe(wrong);

    await goTo(page, '#/read/P05');
    writeFileSync(path, right);
    await page.getByText('The study can only be looked at.').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Decide' }).waitFor();
    await selectByMouse(page, WORDS);
    await page.getByRole('button', { name: /^Mark \d+ words/ }).click();
    await page.locator('.read-panel-foot button').click();
    await expect.poll(() => readFileSync(join(folder, 'quotes.jsonl'), 'utf8'), soon).toContain(WORDS);
    expect(await page.evaluate('window.isSamePage')).toBe(true);
    expect(trouble).toEqual([]);
  }, 120_000);

  it('keeps in the page what is done while a file is broken, and sends it once when it is mended', async () => {
    const { folder, url, path, right } = await openChanged('taxonomy.yaml', (text) => text);
    const { page, trouble } = await openWindow(browser, url);
    await goTo(page, '#/read/P05');
    await selectByMouse(page, WORDS);
    await page.getByRole('button', { name: /^Mark \d+ words/ }).click();
    await page.getByRole('combobox', { name: 'Theme' }).fill('balance');
    await page.getByRole('option', { name: /Balance time and energy/ }).click();
    writeFileSync(path, `${right}\n\t- x: [\n`);
    await page.getByText('Nothing can be recorded now.').waitFor();
    await page.locator('.read-panel-foot button').click();
    await page.getByText('1 action waits here').first().waitFor();
    await page.getByRole('link', { name: 'See what to mend' }).click();
    await waitForHeading(page, 'taxonomy.yaml must be mended');
    await page.reload();
    await page.getByText('1 action waits here').first().waitFor();
    expect(readFileSync(path, 'utf8')).toBe(`${right}\n\t- x: [\n`);
    writeFileSync(path, right);
    await waitForKept(page);
    const marked = readFileSync(join(folder, 'quotes.jsonl'), 'utf8').split(WORDS).length - 1;
    expect(marked).toBe(1);
    await page.getByRole('heading', { name: 'All of the study could be read' }).waitFor();
    expect(trouble).toEqual([]);
  }, 120_000);

  it('shows a line that cannot be read before anything else, and then goes where one was', async () => {
    const { url, path, right } = await openChanged('quotes.jsonl', (text) => `${text}<<<<<<< HEAD\n`);
    const { page, trouble } = await openWindow(browser, url);
    await waitForHeading(page, 'Problems in the study’s files');
    await page.getByText(/line \d+, column 1/).waitFor();
    writeFileSync(path, right);
    await page.getByRole('heading', { name: 'Problems in the study’s files' }).waitFor({ state: 'detached' });
    await page.locator('main h1').waitFor();
    expect(trouble).toEqual([]);
  }, 120_000);

  it.each(looks)(
    'breaks no rule of WCAG 2.2 AA that axe knows, $colorScheme at $width',
    async ({ width, colorScheme }) => {
      const { url } = await openChanged('study.yaml', spoil);
      const look = { viewport: { width, height: 800 }, colorScheme, reducedMotion: 'reduce' as const };
      const { page } = await openWindow(browser, url, look);
      await waitForHeading(page, 'study.yaml must be mended');
      expect(await findBroken(page)).toEqual([]);
      expect(await findOverhang(page)).toBeLessThanOrEqual(0);
      await goTo(page, '#/read/P05');
      await page.locator('mark').first().click();
      await page.locator('.read-panel').waitFor();
      expect(await findBroken(page)).toEqual([]);
      expect(await findOverhang(page)).toBeLessThanOrEqual(0);
    },
    120_000,
  );
});
