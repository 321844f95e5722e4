import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { browserFlags, browserPath } from '../../browser/find-browser.js';
import { findOverhang, goTo, openWindow, PATIENCE, waitForKept } from './open-window.js';
import { makeSample, openSample, serveStudy } from './serve-study.js';

const countLines = (...path: readonly string[]) => readFileSync(join(...path), 'utf8').split('\n').length - 1;
const soon = { timeout: PATIENCE };

/** The heading of the card that is to be decided, with the quote. */
const readCard = (page: Page) => page.locator('.decide-table').innerText();

describe.skipIf(browserPath === undefined)('the review app', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: browserPath ?? '', args: browserFlags });
  });
  afterAll(() => browser.close());

  it('is used by keyboard alone', async () => {
    const { folder, urls } = await openSample();
    const { page, trouble } = await openWindow(browser, urls[0] ?? '');
    const quotes = countLines(folder, 'quotes.jsonl');
    await goTo(page, '#/read/P05');
    await page.locator('.read-utterance').first().waitFor();
    for (const key of ['j', 'j', 'Shift+ArrowDown', 'm']) await page.keyboard.press(key);
    await page.getByRole('combobox', { name: 'Theme' }).waitFor();
    await page.keyboard.type('balance');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => countLines(folder, 'quotes.jsonl'), soon).toBe(quotes + 1);
    await waitForKept(page);
    const [marked = ''] = readFileSync(join(folder, 'quotes.jsonl'), 'utf8').trimEnd().split('\n').slice(-1);
    const { id } = JSON.parse(marked);
    await expect
      .poll(() => readFileSync(join(folder, 'decisions', 'ana.jsonl'), 'utf8'), soon)
      .toMatch(new RegExp(`"${id}".*balance-energy`));

    await goTo(page, '#/decide');
    await page.locator('.decide-card').waitFor();
    const card = await readCard(page);
    const decisions = countLines(folder, 'decisions', 'ana.jsonl');
    await page.keyboard.press('n');
    await expect.poll(() => countLines(folder, 'decisions', 'ana.jsonl'), soon).toBe(decisions + 1);
    expect(await readCard(page)).not.toBe(card);
    await page.keyboard.press('u');
    await expect.poll(() => countLines(folder, 'decisions', 'ana.jsonl'), soon).toBe(decisions + 2);

    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Keys and words' });
    await help.getByText('Accept the theme').waitFor();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    expect(trouble).toEqual([]);
  }, 120_000);

  it('marks by touch on a phone', async () => {
    const { folder, urls } = await openSample();
    const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
    const { page, trouble } = await openWindow(browser, urls[0] ?? '', phone);
    const quotes = countLines(folder, 'quotes.jsonl');
    await goTo(page, '#/read/P05');
    await page.locator('.read-words', { hasText: 'He asked which tool' }).scrollIntoViewIfNeeded();
    // What a phone's long press and handles end in; headless Chromium has neither.
    await page.evaluate(`{
      const words = [...document.querySelectorAll('.read-words')];
      const row = words.find((each) => each.textContent.includes('He asked which tool'));
      getSelection().selectAllChildren(row);
    }`);
    await page.getByRole('button', { name: /^Mark \d+ words/ }).tap();
    await page.getByRole('option', { name: /Pain point/ }).tap();
    expect(await findOverhang(page)).toBeLessThanOrEqual(0);
    await page.locator('.read-panel-foot button').tap();
    await expect.poll(() => countLines(folder, 'quotes.jsonl'), soon).toBe(quotes + 1);
    await waitForKept(page);
    expect(trouble).toEqual([]);
  }, 120_000);

  it('shows in one window what another did', async () => {
    const { folder, remove } = makeSample();
    onTestFinished(remove);
    const { urls, kill } = await serveStudy(folder, { coders: ['ana', 'ben'] });
    onTestFinished(() => kill('SIGTERM'));
    const ana = await openWindow(browser, urls[0] ?? '');
    const ben = await openWindow(browser, urls[1] ?? '');
    await goTo(ben.page, '#/organise');
    await goTo(ana.page, '#/organise');
    await ana.page.getByRole('treeitem', { name: /Dream/ }).click();
    await ana.page.keyboard.press('F2');
    await ana.page.keyboard.press('Control+a');
    await ana.page.keyboard.type('Daydream');
    await ana.page.keyboard.press('Enter');
    await ben.page.getByRole('treeitem', { name: /Daydream/ }).waitFor();
    await goTo(ben.page, '#/history');
    await ben.page.locator('.history-line', { hasText: 'ana' }).first().waitFor();
    // From outside, by an editor.
    const file = join(folder, 'taxonomy.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Daydream', 'Reverie'));
    await ana.page.getByRole('treeitem', { name: /Reverie/ }).click();
    // The keys that its buttons name hold where the focus is beside the tree, too.
    await ana.page.locator('.detail h2:focus').waitFor();
    await ana.page.keyboard.press('F2');
    await ana.page.getByLabel('New name of “Reverie”').fill('Musing');
    await ana.page.keyboard.press('Enter');
    await ben.page.locator('.history-line', { hasText: 'Musing' }).first().waitFor();
  }, 120_000);

  it('keeps what is decided while the server is dead, and sends it once when it is there again', async () => {
    const { folder, remove } = makeSample();
    onTestFinished(remove);
    const first = await serveStudy(folder);
    onTestFinished(() => first.kill());
    const { page } = await openWindow(browser, first.urls[0] ?? '');
    await goTo(page, '#/decide');
    await page.locator('.decide-card').waitFor();
    const before = countLines(folder, 'decisions', 'ana.jsonl');
    await page.keyboard.press('y');
    await expect.poll(() => countLines(folder, 'decisions', 'ana.jsonl'), soon).toBe(before + 1);
    await waitForKept(page);
    await first.kill();
    await page.getByText('Themeloom does not answer.').waitFor();
    await page.keyboard.press('y');
    await page.getByText('1 action waits here').waitFor();
    expect(countLines(folder, 'decisions', 'ana.jsonl')).toBe(before + 1);

    const second = await serveStudy(folder, { port: first.port });
    onTestFinished(() => second.kill('SIGTERM'));
    await page.getByText('This window is not signed in.').waitFor();
    expect(countLines(folder, 'decisions', 'ana.jsonl')).toBe(before + 1);
    const again = await page.context().newPage();
    await again.goto(second.urls[0] ?? '');
    await expect.poll(() => countLines(folder, 'decisions', 'ana.jsonl'), soon).toBe(before + 2);
    await waitForKept(again);
    await goTo(again, '#/history');
    await again.locator('.history-line').nth(1).waitFor();
    expect(await again.locator('.history-line').count()).toBe(2);
    expect(countLines(folder, 'decisions', 'ana.jsonl')).toBe(before + 2);
  }, 120_000);

  it('shows script in a label, a memo and a transcript as words', async () => {
    const script = '<img src=x onerror="window.pwned=1"><script>window.pwned=2</script>';
    const { urls } = await openSample((folder) => {
      const taxonomy = join(folder, 'taxonomy.yaml');
      const label = `label: '${script}'`;
      writeFileSync(taxonomy, readFileSync(taxonomy, 'utf8').replace(/label: "?Balance time.*/, label));
      writeFileSync(join(folder, 'memos', 'balance-energy.md'), `A memo. ${script}\n`);
      const transcript = join(folder, 'transcripts', 'P07.txt');
      const words = readFileSync(transcript, 'utf8');
      writeFileSync(transcript, words.replace('Some genius put', `Some ${script} genius put`));
    });
    const { page, trouble } = await openWindow(browser, urls[0] ?? '');
    const views = ['#/read/P07', '#/organise', '#/organise/balance-energy', '#/decide?theme=balance-energy'];
    for (const view of [...views, '#/compare', '#/clusters', '#/search?q=genius', '#/publish', '#/history']) {
      await goTo(page, view);
      if (view === '#/publish') await page.locator('iframe').first().waitFor();
      expect(await page.evaluate('window.pwned')).toBeUndefined();
      expect(await page.locator('main img').count()).toBe(0);
    }
    await goTo(page, '#/organise');
    await page.getByRole('treeitem', { name: /onerror/ }).waitFor();
    await goTo(page, '#/read/P07');
    await page.locator('.read-words', { hasText: 'onerror' }).first().waitFor();
    expect(trouble).toEqual([]);
  }, 120_000);
});
