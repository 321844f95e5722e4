import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readDraftBlocks } from '../../src/formats/drafts/read-draft-blocks.js';
import { checkDraft } from '../../src/pipeline/check-draft.js';
import { renderVerification } from '../../src/pipeline/render-verification.js';
import { buildParticipant, buildStudy } from '../pipeline/build-study.js';
import { buildTranscript } from '../pipeline/build-transcript.js';
import { readTemplates } from '../reporting/read-templates.js';
import { browserFlags, browserPath, browserRequired } from './find-browser.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const violationsSchema = z.array(
  z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }),
);
const words = 'I did not sleep for three weeks, and nobody had told me about the fog horn.';
const study = buildStudy({
  participants: [buildParticipant('P01', ['publication'])],
  transcripts: [buildTranscript('P01', [['P01', words]])],
});
const text = [
  `“${words}” and “${words.replace('three', 'four')}” (P07)`,
  `“${words.replace('fog', 'f'.repeat(300))}” and a “scare quote”`,
  '“<script>alert(1)</script> nobody said such a thing here”',
].join('\n\n');
const looks = [
  { look: 'on a desk', width: 1200, colorScheme: 'light' },
  { look: 'on a phone', width: 360, colorScheme: 'light' },
  { look: 'in the dark', width: 1200, colorScheme: 'dark' },
] as const;

/** The page of a check of two drafts, the second without quotations. */
function renderPage(): string {
  const drafts = [text, 'Nobody is quoted here.'].map((words, index) => {
    const draft = { file: `draft-${index}.txt`, blocks: readDraftBlocks({ name: 'a.txt', text: words }) };
    const checked = checkDraft({ study, draft, scope: 'publication', today: '2026-11-22' });
    return { file: draft.file, countedIn: 'line' as const, checked };
  });
  const templates = readTemplates();
  return renderVerification({ study, scope: 'publication', drafts }, { file: 'a.html', templates });
}

if (browserPath === undefined) {
  it.skipIf(!browserRequired)('the report on drafts is looked at in Chromium (skipped without one)', () => {
    expect.fail('REQUIRE_BROWSER is set, and there is no Chromium at $CHROMIUM_PATH or /usr/bin/chromium');
  });
}

describe.skipIf(browserPath === undefined)('the report on drafts in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: browserPath ?? '', args: browserFlags });
  });
  afterAll(() => browser.close());

  it.each(looks)(
    'breaks no rule of axe and needs no sideways scrolling $look',
    async ({ width, colorScheme }) => {
      const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
      const trouble: string[] = [];
      page.on('console', (message) => trouble.push(message.text()));
      page.on('dialog', (dialog) => trouble.push(dialog.message()));
      await page.setContent(renderPage());
      await page.evaluate(axeSource);
      const found = violationsSchema.parse(
        await page.evaluate('axe.run().then((found) => found.violations)'),
      );
      const wide = z.number().parse(await page.evaluate('document.documentElement.scrollWidth'));
      await page.close();
      expect(found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(trouble).toEqual([]);
      expect(wide).toBeLessThanOrEqual(width);
    },
  );
});
