import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserFlags, browserPath } from '../../browser/find-browser.js';
import { findBroken, findOverhang, goTo, openWindow } from './open-window.js';
import { makeSample, type Served, serveStudy } from './serve-study.js';

const views = [
  '#/read',
  '#/read/P05',
  '#/welcome',
  '#/decide',
  '#/organise',
  '#/organise/balance-energy',
  '#/clusters',
  '#/compare',
  '#/publish',
  '#/history',
  '#/search?q=meetings',
  '#/problems',
];

const looks = [
  { look: 'light on a desk', width: 1280, colorScheme: 'light' },
  { look: 'dark on a desk', width: 1280, colorScheme: 'dark' },
  { look: 'light on a phone', width: 360, colorScheme: 'light' },
  { look: 'dark on a phone', width: 360, colorScheme: 'dark' },
] as const;

/** What is wrong with the page as it is now: rules of axe that it breaks, and sideways scrolling. */
async function inspect(page: Page, where: string): Promise<readonly string[]> {
  const broken = await findBroken(page);
  const overhang = await findOverhang(page);
  return [...broken, ...(overhang > 0 ? [`${overhang} px too wide`] : [])].map((each) => `${where}: ${each}`);
}

// The study is only looked at, so that one server is enough. Coders, since each address lets one in, once.
describe.skipIf(browserPath === undefined)('every view of the review app', () => {
  const sample = browserPath === undefined ? undefined : makeSample();
  let served: Served;
  let browser: Browser;
  beforeAll(async () => {
    served = await serveStudy(sample?.folder ?? '', { coders: ['ana', 'ben', 'cleo', 'dora'] });
    browser = await chromium.launch({ executablePath: browserPath ?? '', args: browserFlags });
  });
  afterAll(async () => {
    await browser.close();
    await served.kill('SIGTERM');
    sample?.remove();
  });

  it.each(looks.map((look, place) => ({ ...look, place })))(
    'breaks no rule of WCAG 2.2 AA that axe knows, and needs no sideways scrolling: $look',
    async ({ place, width, colorScheme }) => {
      const { page, trouble } = await openWindow(browser, served.urls[place] ?? '', {
        viewport: { width, height: 800 },
        colorScheme,
        reducedMotion: 'reduce',
      });
      const wrong: string[] = [];
      for (const view of views) {
        await goTo(page, view);
        wrong.push(...(await inspect(page, view)));
      }
      await goTo(page, '#/decide');
      await page.getByRole('button', { name: 'Help and keys' }).click();
      await page.getByRole('dialog').waitFor();
      wrong.push(...(await inspect(page, 'help')));
      await page.keyboard.press('Escape');
      await goTo(page, '#/read/P05');
      await page.locator('mark').first().click();
      await page.locator('.read-panel').waitFor();
      wrong.push(...(await inspect(page, 'a quote')));
      expect(wrong).toEqual([]);
      expect(trouble).toEqual([]);
    },
    120_000,
  );

  it('is dark where the machine is', async () => {
    const context = await browser.newContext({ colorScheme: 'dark' });
    const page = await context.newPage();
    await page.goto(new URL('/', served.urls[0]).href);
    const colours = () =>
      page.evaluate(
        `['color', 'backgroundColor'].map((part) => getComputedStyle(document.documentElement)[part]).map(
          (colour) => colour.match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0))`,
      );
    const dark = await colours();
    await page.emulateMedia({ colorScheme: 'light' });
    const light = await colours();
    await context.close();
    expect(dark).toEqual([expect.toSatisfy((ink) => ink > 500), expect.toSatisfy((paper) => paper < 200)]);
    expect(light).toEqual([expect.toSatisfy((ink) => ink < 200), expect.toSatisfy((paper) => paper > 650)]);
  }, 60_000);
});
