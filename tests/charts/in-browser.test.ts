import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserFlags, browserPath, browserRequired } from '../browser/find-browser.js';
import { makeFigures } from './make-figures.js';
import { makeData, type SamplePlan } from './sample-data.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const plans: { readonly [name: string]: Partial<SamplePlan> } = {
  'a small study': {},
  'labels of every kind': {
    labels: [
      '<script>document.title = "run"</script>',
      'WWWWW '.repeat(60),
      'm'.repeat(300),
      'שלום עולם '.repeat(9),
      'Ärger über Öl',
    ],
    groups: [
      'WWWWWWWWWWWWWWWWWWWWWWWW',
      'il',
      'x'.repeat(300),
      'head gardener of a botanic garden',
      'a',
      'b',
      'c',
    ],
  },
  'forty themes': {
    labels: Array.from({ length: 40 }, (_, index) => `Theme ${index}: growing things`),
    groups: Array.from({ length: 9 }, (_, index) => `bed number ${index}`),
    participants: 40,
  },
};

async function makePage(plan: Partial<SamplePlan>): Promise<string> {
  const figures = await makeFigures(makeData(plan));
  const drawn = figures.map(({ svg = '', label }) => `<h2>${label}</h2>${svg}`).join('');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Charts</title><main><h1>Charts</h1>${drawn}</main></html>`;
}

if (browserPath === undefined) {
  it.skipIf(!browserRequired)(
    'the charts are looked at in Chromium (skipped without one; see CHROMIUM_PATH)',
    () => {
      expect.fail('REQUIRE_BROWSER is set, and there is no Chromium at $CHROMIUM_PATH or /usr/bin/chromium');
    },
  );
}

describe.skipIf(browserPath === undefined)('charts in a browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: browserPath ?? '', args: browserFlags });
  });
  afterAll(async () => {
    await browser.close();
  });

  it.each(Object.entries(plans))(
    'of %s break no rule of axe, run nothing and keep every text inside',
    async (_name, plan) => {
      const page = await browser.newPage();
      await page.setContent(await makePage(plan));
      expect(await page.title()).toBe('Charts');
      await page.addScriptTag({ content: axeSource });
      const violations = await page.evaluate(
        'axe.run().then(({ violations }) => violations.map(({ id }) => id))',
      );
      expect(violations).toEqual([]);
      const outside = await page.evaluate(`[...document.querySelectorAll('svg')].flatMap((svg) => {
        const frame = svg.getBoundingClientRect();
        return [...svg.querySelectorAll('text')].flatMap((text) => {
          const box = text.getBoundingClientRect();
          const inside = box.left >= frame.left - 1 && box.right <= frame.right + 1 && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1;
          return inside ? [] : [svg.id + ': ' + text.textContent];
        });
      })`);
      expect(outside).toEqual([]);
      await page.close();
    },
  );

  it('turn dark on a dark screen, take the colours of the page, and print light', async () => {
    const page = await browser.newPage({ colorScheme: 'dark' });
    await page.setContent(await makePage({}));
    const readPaper = () => page.evaluate("getComputedStyle(document.querySelector('svg > rect')).fill");
    expect(await readPaper()).toBe('rgb(24, 22, 19)');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await readPaper()).toBe('rgb(253, 251, 247)');
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
    expect(await readPaper()).toBe('rgb(253, 251, 247)');
    await page.addStyleTag({ content: ':root { --paper: rgb(1, 2, 3) }' });
    expect(await readPaper()).toBe('rgb(1, 2, 3)');
    await page.close();
  });
});
