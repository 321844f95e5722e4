import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { reports } from '../../src/reporting/index.js';
import { renderPages } from '../reporting/render-pages.js';
import { emptyInput, gardenInput, hostileInput } from '../reporting/sample-inputs.js';
import { browserFlags, browserPath, browserRequired } from './find-browser.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const violationsSchema = z.array(
  z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }),
);
const committed = fileURLToPath(new URL('../../reports/sample/', import.meta.url));
const samplePages = readdirSync(committed)
  .filter((file) => file.endsWith('.html'))
  .map((file) => ({
    name: `sample-${file.slice(0, -'.html'.length)}`,
    html: readFileSync(join(committed, file), 'utf8'),
  }));
const invented = Object.entries({ garden: gardenInput, hostile: hostileInput, empty: emptyInput }).flatMap(
  ([study, input]) =>
    reports
      .filter(({ formats }) => formats.includes('html'))
      .flatMap((report) => renderPages(report, 'html', input))
      .map(({ name, text }) => ({ name: `${study}-${name}`, html: text })),
);
const pages = [...samplePages, ...invented];
const looks = [
  { look: 'on a desk', width: 1200, colorScheme: 'light' },
  { look: 'on a phone', width: 360, colorScheme: 'light' },
  { look: 'in the dark', width: 1200, colorScheme: 'dark' },
] as const;

if (browserPath === undefined) {
  it.skipIf(!browserRequired)(
    'the reports are looked at in Chromium (skipped without one; see CHROMIUM_PATH)',
    () => {
      expect.fail('REQUIRE_BROWSER is set, and there is no Chromium at $CHROMIUM_PATH or /usr/bin/chromium');
    },
  );
}

describe.skipIf(browserPath === undefined)('a report in a browser', () => {
  let folder: string;
  let browser: Browser;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'themeloom-pages-'));
    for (const { name, html } of pages) writeFileSync(join(folder, `${name}.html`), html);
    browser = await chromium.launch({ executablePath: browserPath ?? '', args: browserFlags });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  async function openPage(name: string, { width, colorScheme }: (typeof looks)[number]) {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
    const trouble: string[] = [];
    page.on('console', (message) => trouble.push(message.text()));
    page.on('dialog', (dialog) => trouble.push(dialog.message()));
    page.on('request', (request) => {
      if (request.url() !== pathToFileURL(join(folder, `${name}.html`)).href) trouble.push(request.url());
    });
    await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
    return { page, trouble };
  }

  describe.each(looks)('$look', (look) => {
    it.each(pages.filter(({ name }) => look === looks[0] || /^(?:garden|sample)/.test(name)))(
      '$name breaks no rule of axe, loads nothing and needs no sideways scrolling',
      async ({ name }) => {
        const { page, trouble } = await openPage(name, look);
        await page.evaluate(axeSource);
        const violations = violationsSchema.parse(
          await page.evaluate('axe.run().then((found) => found.violations)'),
        );
        const broken = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
        const width = z.number().parse(await page.evaluate('document.documentElement.scrollWidth'));
        await page.close();
        expect(broken).toEqual([]);
        expect(trouble).toEqual([]);
        expect(width).toBeLessThanOrEqual(look.width);
      },
    );
  });

  it('prints on paper', async () => {
    const { page } = await openPage('garden-themes', looks[0]);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    await page.close();
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });
});
