import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { z } from 'zod';

/** Milliseconds that anything may take on a machine that does much else: what is waited for, not what is measured. */
export const PATIENCE = 30_000;

export type Window = {
  readonly page: Page;
  /** What the page asked of other places, and what it complained of. */
  readonly trouble: string[];
};

/** Opens an address in a window of its own, with nothing kept from before. */
export async function openWindow(
  browser: Browser,
  url: string,
  look: BrowserContextOptions = {},
): Promise<Window> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...look });
  context.setDefaultTimeout(PATIENCE);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const trouble: string[] = [];
  const { origin } = new URL(url);
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) trouble.push(`asked for ${request.url()}`);
  });
  page.on('pageerror', (error) => trouble.push(`threw ${error.message}`));
  page.on('dialog', (dialog) => {
    trouble.push(`opened a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
      trouble.push(`said ${message.text()}`);
  });
  await page.goto(url);
  await page.locator('.top-bar-coder').waitFor();
  return { page, trouble };
}

/** Goes to a view by its address, such as `#/decide`, and waits until it has come. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate(`new Promise((done) => {
    if (location.hash === ${JSON.stringify(hash)}) return done();
    addEventListener('hashchange', () => requestAnimationFrame(() => setTimeout(done)), { once: true });
    location.hash = ${JSON.stringify(hash)};
  })`);
  await page.locator('main h1').first().waitFor();
  await page.locator('main .loading').first().waitFor({ state: 'detached' });
}

const placesSchema = z.object({ from: pointSchema(), to: pointSchema() });

function pointSchema() {
  return z.object({ x: z.number(), y: z.number() });
}

/** Where the first and the last letter of words stand on the screen, once they stand still. */
export async function findWords(page: Page, words: string): Promise<z.infer<typeof placesSchema>> {
  const row = page.locator('.read-utterance', { hasText: words });
  await row.scrollIntoViewIfNeeded();
  await page.evaluate(`new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))`);
  return placesSchema.parse(await page.evaluate(`(${MEASURE})(${JSON.stringify(words)})`));
}

const MEASURE = `(words) => {
  const row = [...document.querySelectorAll('.read-words')].find((each) => each.textContent.includes(words));
  const first = row.textContent.indexOf(words);
  const walk = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node, at = 0; (node = walk.nextNode()); at += node.length) {
    if (first >= at && first < at + node.length) range.setStart(node, first - at);
    const last = first + words.length;
    if (last > at && last <= at + node.length) range.setEnd(node, last - at);
  }
  const boxes = [...range.getClientRects()];
  const [begin, end] = [boxes[0], boxes[boxes.length - 1]];
  return {
    from: { x: begin.left + 1, y: begin.top + begin.height / 2 },
    to: { x: end.right - 1, y: end.top + end.height / 2 },
  };
}`;

/** Draws a selection over words with the mouse. */
export async function selectByMouse(page: Page, words: string): Promise<void> {
  const { from, to } = await findWords(page, words);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
}

/** Waits until every action is on disk and nothing waits in the window. */
export async function waitForKept(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(`localStorage.getItem('themeloom.waiting')`), { timeout: PATIENCE })
    .toBeNull();
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const violationsSchema = z.array(
  z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string(), failureSummary: z.string() })) }),
);
const RULES = JSON.stringify({
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  iframes: false,
});

/** What axe finds broken of WCAG 2.2 A and AA on the page as it is now. */
export async function findBroken(page: Page): Promise<readonly string[]> {
  const isThere = await page.evaluate(`typeof axe === 'object'`);
  if (isThere !== true) await page.evaluate(axeSource);
  const found = violationsSchema.parse(
    await page.evaluate(`axe.run(document, ${RULES}).then((found) => found.violations)`),
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} (${failureSummary.slice(0, 300)})`),
  );
}

/** By how many pixels the page is wider than its window. */
export async function findOverhang(page: Page): Promise<number> {
  return z
    .number()
    .parse(
      await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
    );
}
