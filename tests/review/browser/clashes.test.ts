import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { browserFlags, browserPath } from '../../browser/find-browser.js';
import { findBroken, findOverhang, goTo, openWindow, PATIENCE, waitForKept } from './open-window.js';
import { makeSample, serveStudy } from './serve-study.js';

const soon = { timeout: PATIENCE };
const shots = process.env.SCREENSHOTS;

async function look(page: Page, name: string): Promise<void> {
  if (shots !== undefined) await page.screenshot({ path: join(shots, `${name}.png`) });
  expect(await findBroken(page)).toEqual([]);
  expect(await findOverhang(page)).toBeLessThanOrEqual(0);
}

describe.skipIf(browserPath === undefined)('work that meets another’s', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: browserPath ?? '', args: browserFlags });
  });
  afterAll(() => browser.close());

  it('keeps a memo that was typed offline beside what an editor wrote, until one is chosen', async () => {
    const { folder, remove } = makeSample();
    onTestFinished(remove);
    const memo = join(folder, 'memos', 'happy-team.md');
    const first = await serveStudy(folder);
    onTestFinished(() => first.kill());
    const { page } = await openWindow(browser, first.urls[0] ?? '');
    await goTo(page, '#/organise/happy-team');
    const field = page.locator('.board-memo-text');
    await field.waitFor();
    await first.kill();
    await page.getByText('Themeloom does not answer.').waitFor();
    await field.fill('Typed on a train.');
    await page.getByText('1 action waits here').waitFor();
    writeFileSync(memo, 'Written in an editor.\n');
    await page.close({ runBeforeUnload: true });

    const second = await serveStudy(folder, { port: first.port });
    onTestFinished(() => second.kill('SIGTERM'));
    const again = await page.context().newPage();
    await again.goto(second.urls[0] ?? '');
    await again.getByRole('button', { name: 'Look at both' }).click();
    await again.getByText('Typed on a train.').waitFor();
    await again.getByText('Written in an editor.').waitFor();
    await look(again, 'clash-memo');
    expect(readFileSync(memo, 'utf8')).toBe('Written in an editor.\n');
    await again.getByRole('button', { name: 'Keep both' }).click();
    await again.getByText('All is settled.').waitFor();
    const joined = 'Written in an editor.\n\n## Written meanwhile by ana\n\nTyped on a train.\n';
    await expect.poll(() => readFileSync(memo, 'utf8'), soon).toBe(joined);
    await waitForKept(again);
    await again.getByRole('button', { name: 'Close' }).first().click();
    await goTo(again, '#/organise/happy-team');
    await expect.poll(() => again.locator('.board-memo-text').inputValue(), soon).toBe(joined);
    expect(await again.getByText('was changed elsewhere').count()).toBe(0);
  }, 120_000);

  it('shows both memos on the board itself, and writes what was typed only when it is chosen', async () => {
    const { folder, remove } = makeSample();
    onTestFinished(remove);
    const memo = join(folder, 'memos', 'happy-team.md');
    const { urls, kill } = await serveStudy(folder);
    onTestFinished(() => kill('SIGTERM'));
    const viewport = { width: 360, height: 740 };
    const { page } = await openWindow(browser, urls[0] ?? '', { viewport });
    await goTo(page, '#/organise/happy-team');
    const field = page.locator('.board-memo-text');
    await field.fill('Mine.');
    writeFileSync(memo, 'Theirs.\n');
    await page.getByText('The memo was changed elsewhere while you wrote.').waitFor();
    await look(page, 'clash-board-narrow');
    expect(readFileSync(memo, 'utf8')).toBe('Theirs.\n');
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await expect.poll(() => readFileSync(memo, 'utf8'), soon).toBe('Mine.\n');
  }, 120_000);

  it('offers the two descriptions of a theme that two people changed', async () => {
    const { folder, remove } = makeSample();
    onTestFinished(remove);
    const { urls, kill } = await serveStudy(folder, { coders: ['ana', 'ben'] });
    onTestFinished(() => kill('SIGTERM'));
    const pages = await Promise.all(urls.map(async (url) => (await openWindow(browser, url)).page));
    for (const page of pages) {
      await goTo(page, '#/organise');
      await page.getByRole('treeitem', { name: /Dream/ }).click();
      await page.getByRole('button', { name: 'Describe' }).click();
    }
    for (const [at, page] of pages.entries()) {
      await page.getByLabel('What it is about').fill(at === 0 ? 'A wish.' : 'A hope.');
      await page.getByRole('button', { name: 'Save' }).click();
      await waitForKept(page);
    }
    const [, ben] = pages;
    await ben?.getByText('Changed by two at once').waitFor();
    if (ben === undefined) return;
    await look(ben, 'clash-description');
    await ben.getByRole('button', { name: 'Keep theirs' }).click();
    await ben.getByText('All is settled.').waitFor();
    const taxonomy = readFileSync(join(folder, 'taxonomy.yaml'), 'utf8');
    expect(taxonomy).toContain('A wish.');
    expect(taxonomy).not.toContain('A hope.');
  }, 120_000);

  it('goes past what somebody changed since, to the older thing that can be undone', async () => {
    const { folder, remove } = makeSample();
    onTestFinished(remove);
    const { urls, kill } = await serveStudy(folder, { coders: ['ana', 'ben'] });
    onTestFinished(() => kill('SIGTERM'));
    const [ana, ben] = await Promise.all(urls.map(async (url) => (await openWindow(browser, url)).page));
    if (ana === undefined || ben === undefined) return;
    const rename = async (page: Page, from: RegExp, to: string) => {
      await goTo(page, '#/organise');
      await page.getByRole('treeitem', { name: from }).click();
      await page.getByRole('button', { name: 'Describe' }).click();
      await page.locator('.describe').getByLabel('Name', { exact: true }).fill(to);
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('treeitem', { name: new RegExp(to) }).waitFor();
      await waitForKept(page);
    };
    await rename(ana, /Fear/, 'Worry');
    await rename(ana, /Dream/, 'Daydream');
    await rename(ben, /Daydream/, 'Reverie');
    await goTo(ana, '#/history');
    await ana.getByText('changed since by ben').waitFor();
    await look(ana, 'history');
    await ana.keyboard.press('Control+z');
    await ana
      .getByText(/was changed since by ben/)
      .first()
      .waitFor();
    await look(ana, 'undo-blocked');
    await ana.getByRole('button', { name: 'Undo the one before' }).click();
    await expect
      .poll(() => readFileSync(join(folder, 'taxonomy.yaml'), 'utf8'), soon)
      .toContain('label: Fear');
    expect(readFileSync(join(folder, 'taxonomy.yaml'), 'utf8')).toContain('label: Reverie');
    await ana.getByRole('button', { name: /^Do again: Renamed the theme/ }).click();
    await expect
      .poll(() => readFileSync(join(folder, 'taxonomy.yaml'), 'utf8'), soon)
      .toContain('label: Worry');
  }, 120_000);
});
