import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makeWord, paragraph, run } from '../formats/office/make-word.js';
import { copySample, inScratch, root, runCli } from './run-cli.js';

const sample = join(root, 'data', 'sample');
const asked = /\*\*P01:\*\* (Everything and nothing\. I sat in the same chair\.)/.exec(
  readFileSync(join(sample, 'transcripts', 'P01.md'), 'utf8'),
);
const words = asked?.[1] ?? '';

/** Runs `verify` on a draft with this text. */
const verify = (text: string, ...args: readonly string[]) =>
  inScratch(async (folder) => {
    writeFileSync(join(folder, 'draft.md'), text);
    return runCli(folder, 'verify', 'draft.md', '--study', sample, ...args);
  });

const shape = z.strictObject({
  ok: z.boolean(),
  quotations: z.array(
    z.strictObject({
      text: z.string(),
      place: z.strictObject({ file: z.string(), line: z.number() }),
      verdict: z.enum(['verbatim', 'edited-within-rules', 'altered', 'stitched', 'interviewer', 'not-found']),
      quote: z.string().nullable(),
      transcript: z.string().nullable(),
      participant: z.string().nullable(),
      span: z.strictObject({ start: z.number(), end: z.number() }).nullable(),
      differences: z.array(
        z.strictObject({
          kind: z.enum(['added', 'left-out', 'changed']),
          draft: z.string(),
          transcript: z.string(),
          at: z.strictObject({ start: z.number(), end: z.number() }),
        }),
      ),
      problems: z.array(z.enum(['no-consent', 'withdrawn', 'identifier', 'wrong-attribution'])),
    }),
  ),
});

describe('verify', () => {
  it('ends with 0 where every quotation stands as it may', async () => {
    const { code, out } = await verify(`P01 said “${words}”`);
    expect(out).toMatch(/draft\.md:1 {2}verbatim/);
    expect(out).toMatch(/1 of 1 quotations stand as they may/);
    expect(code).toBe(0);
  });

  it('ends with 1 where a word was changed, and prints the true words with the difference marked', async () => {
    const { code, out } = await verify(`P01 said “${words.replace('same', 'old')}”`);
    expect(code).toBe(1);
    expect(out).toMatch(/draft\.md:1 {2}altered/);
    expect(out).toContain('I sat in the [-old-]{+same+} chair.');
  });

  it('prints JSON with the keys of the contract, in order', async () => {
    const { code, out } = await verify(
      `“${words}” (P02)\n\n> Nobody here ever said such a thing.\n`,
      '--json',
    );
    const checked = shape.parse(JSON.parse(out));
    expect(code).toBe(1);
    expect(checked.ok).toBe(false);
    expect(Object.keys(checked.quotations[0] ?? {})).toEqual([
      'text',
      'place',
      'verdict',
      'quote',
      'transcript',
      'participant',
      'span',
      'differences',
      'problems',
    ]);
    expect(checked.quotations.map(({ verdict, problems }) => [verdict, problems])).toEqual([
      ['verbatim', ['wrong-attribution']],
      ['not-found', []],
    ]);
  });

  it('judges consent for the use that --consent names', async () => {
    const draft = '> For four weeks I wrote down every half hour what I was doing.';
    expect((await verify(draft, '--consent', 'publication')).code).toBe(0);
    const teaching = await verify(draft, '--consent', 'teaching');
    expect(teaching.code).toBe(1);
    expect(teaching.out).toContain('no-consent');
    expect(teaching.out).toMatch(/transcript {2}\S.*, words withheld/);
  });

  it('says that a draft holds no quotations, and ends with 0', async () => {
    const { code, told } = await verify('Nothing is quoted here.');
    expect(code).toBe(0);
    expect(told).toContain('[no-quotations]');
  });

  it('tells the line of a quote mark without a partner, and ends with 1', async () => {
    const { code, told } = await verify(`One.\n\nP01 said “${words}\n`);
    expect(code).toBe(1);
    expect(told).toMatch(/draft\.md:3 .*\[unpaired-quote-mark\]/);
  });

  it('reads a Word document, tells paragraphs, and says what it left out', async () => {
    await inScratch(async (folder) => {
      const body =
        paragraph(run('Title')) +
        paragraph(`<w:del w:id="1">${run('Gone.')}</w:del>${run(`P01 said “${words}”`)}`);
      writeFileSync(join(folder, 'draft.docx'), makeWord(body).bytes);
      const { code, out, told } = await runCli(folder, 'verify', 'draft.docx', '--study', sample);
      expect(code).toBe(0);
      expect(out).toMatch(/draft\.docx:2 {2}verbatim/);
      expect(told).toContain('[deletions-left-out]');
    });
  });

  it('writes a report as Markdown or HTML, and tells where', async () => {
    await inScratch(async (folder) => {
      writeFileSync(join(folder, 'draft.md'), `P01 said “${words.replace('same', 'old')}”`);
      for (const name of ['checked.md', 'checked.html']) {
        const { code, told } = await runCli(
          folder,
          'verify',
          'draft.md',
          '--study',
          sample,
          '--report',
          name,
        );
        expect(code).toBe(1);
        expect(told).toContain(join(folder, name));
      }
      expect(readFileSync(join(folder, 'checked.md'), 'utf8')).toContain(
        'I sat in the ~~old~~ **same** chair',
      );
      expect(readFileSync(join(folder, 'checked.html'), 'utf8')).toContain('<del>old</del> <ins>same</ins>');
    });
  });

  it.each([
    ['draft.md', 'it would replace the draft'],
    ['checked.pdf', 'of its format'],
  ])('refuses the report %s, since %s, before anything is written', async (name) => {
    await inScratch(async (folder) => {
      writeFileSync(join(folder, 'draft.md'), `“${words}”`);
      const { code, out } = await runCli(folder, 'verify', 'draft.md', '--study', sample, '--report', name);
      expect([code, out]).toEqual([2, '']);
      expect(readFileSync(join(folder, 'draft.md'), 'utf8')).toBe(`“${words}”`);
    });
  });

  it('lets fillers go where study.yaml says so, and only there', async () => {
    await inScratch(async (folder) => {
      const study = copySample(folder);
      const transcript = join(study, 'transcripts', 'P01.md');
      writeFileSync(
        transcript,
        readFileSync(transcript, 'utf8').replace('I sat in the same', 'I, um, sat in the same'),
      );
      writeFileSync(join(folder, 'draft.md'), `“${words}”`);
      const check = () => runCli(folder, 'verify', 'draft.md', '--study', study);
      expect((await check()).out).toContain('draft.md:1  altered');
      const settings = join(study, 'study.yaml');
      writeFileSync(settings, `${readFileSync(settings, 'utf8')}\nverify: { fillersMayGo: true }\n`);
      expect((await check()).out).toContain('draft.md:1  edited-within-rules');
    });
  });

  it.each(['draft.docx', 'nowhere.md'])('ends with 2 on %s, in at most three lines', async (name) => {
    await inScratch(async (folder) => {
      writeFileSync(join(folder, 'draft.docx'), 'PK\u0003\u0004');
      const { code, out, told } = await runCli(folder, 'verify', name, '--study', copySample(folder));
      expect([code, out]).toEqual([2, '']);
      expect(told.trimEnd().split('\n').length).toBeLessThanOrEqual(3);
    });
  });
});
