import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { browserFlags, browserPath, browserRequired } from '../../browser/find-browser.js';
import { goTo, openWindow, selectByMouse, waitForKept } from './open-window.js';
import { openSample, runThemeloom } from './serve-study.js';

if (browserPath === undefined) {
  it.skipIf(!browserRequired)(
    'the review app is used in Chromium (skipped without one; see CHROMIUM_PATH)',
    () => {
      expect.fail('REQUIRE_BROWSER is set, and there is no Chromium at $CHROMIUM_PATH or /usr/bin/chromium');
    },
  );
}

const quoteSchema = z.object({ id: z.string(), exact: z.string() });
const decisionSchema = z.object({ quote: z.string(), theme: z.string(), applies: z.boolean().nullable() });
const checkSchema = z.object({ notices: z.array(z.object({ severity: z.string() })) });

function readLines<T>(schema: z.ZodType<T>, ...path: readonly string[]): readonly T[] {
  const lines = readFileSync(join(...path), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => schema.parse(JSON.parse(line)));
}

/** What a coder said last of each quote and theme. */
function readLastWords(folder: string, coder: string): ReadonlyMap<string, boolean | null> {
  const said = readLines(decisionSchema, folder, 'decisions', `${coder}.jsonl`);
  return new Map(said.map(({ quote, theme, applies }) => [`${quote} ${theme}`, applies]));
}

const WORDS = 'A meeting with three people and a decision at the end is a fine thing.';

describe.skipIf(browserPath === undefined)('the review app', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: browserPath ?? '', args: browserFlags });
  });
  afterAll(() => browser.close());

  it('leads from the sample to a report, which the command line makes of the same folder', async () => {
    const { folder, urls } = await openSample();
    const { page, trouble } = await openWindow(browser, urls[0] ?? '');

    await goTo(page, '#/read/P05');
    await selectByMouse(page, WORDS);
    await page.getByRole('button', { name: /^Mark \d+ words/ }).click();
    await page.getByRole('combobox', { name: 'Theme' }).fill('balance');
    await page.getByRole('option', { name: /Balance time and energy/ }).click();
    await page.locator('.read-panel-foot button').click();
    await page.locator('mark', { hasText: WORDS }).waitFor();
    await waitForKept(page);
    const marked = readLines(quoteSchema, folder, 'quotes.jsonl').find(({ exact }) => exact === WORDS);
    expect(marked).toBeDefined();
    const tagging = `${marked?.id} balance-energy`;
    expect(readLastWords(folder, 'ana').get(tagging)).toBe(true);

    await goTo(page, '#/decide');
    const before = readLastWords(folder, 'ana').size;
    await page.locator('.decide-card').waitFor();
    await page.getByRole('button', { name: 'Accept' }).click();
    await expect.poll(() => readLastWords(folder, 'ana').size, { timeout: 20_000 }).toBe(before + 1);
    const decided = [...readLastWords(folder, 'ana')].at(-1)?.[0] ?? '';

    await page
      .getByRole('button', { name: /^Undo: / })
      .first()
      .click();
    await expect
      .poll(() => readLastWords(folder, 'ana').get(decided) ?? null, { timeout: 20_000 })
      .toBe(null);
    await page
      .getByRole('button', { name: /^Redo: / })
      .first()
      .click();
    await expect.poll(() => readLastWords(folder, 'ana').get(decided), { timeout: 20_000 }).toBe(true);

    await goTo(page, '#/organise');
    await page.getByRole('treeitem', { name: /Balance time and energy/ }).click();
    await page.getByRole('button', { name: 'Merge…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').selectOption('define-success');
    await dialog.locator('.preview li').first().waitFor();
    expect(await dialog.locator('.preview').innerText()).toMatch(/\d+ decisions/);
    await dialog.getByRole('button', { name: /^Merge into/ }).click();
    await dialog.waitFor({ state: 'detached' });
    await waitForKept(page);
    expect(readFileSync(join(folder, 'taxonomy.yaml'), 'utf8')).not.toContain('balance-energy');
    expect(readLastWords(folder, 'ana').get(`${marked?.id} define-success`)).toBe(true);

    const [preview] = await Promise.all([
      page.waitForResponse((response) => response.url().includes('/preview/')),
      goTo(page, '#/publish/themes?format=html'),
    ]);
    const shown = await preview.text();
    await page.locator('iframe').first().waitFor();
    runThemeloom(['report', 'themes', '--study', folder, '--format', 'html', '--quiet'], [0, 1]);
    const file = readdirSync(join(folder, 'reports')).find((name) => name.endsWith('.html')) ?? '';
    expect(shown).toBe(readFileSync(join(folder, 'reports', file), 'utf8'));
    expect(shown).not.toContain('Balance time and energy');

    const { notices } = checkSchema.parse(
      JSON.parse(runThemeloom(['check', '--study', folder, '--json'], [0, 1])),
    );
    expect(notices.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(trouble).toEqual([]);
  }, 180_000);
});
