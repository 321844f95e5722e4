import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportStudy } from '../../src/workspace/export-study.js';
import { importFiles } from '../../src/workspace/import-files.js';
import { readStudy } from '../../src/workspace/read-study.js';
import { listContents, makeFolder, makeStudy } from './make-study.js';

const at = '2026-11-22T15:00:00Z';
const today = '2026-11-22';

const repeated =
  '**Interviewer:** How?\n\n**P01:** 😀 First I was tired. Then I went on. At last I was tired. So I stopped.\n';

function takeJson(folder: string, value: unknown, name = 'marks.json') {
  const path = join(makeFolder(), name);
  writeFileSync(path, JSON.stringify(value));
  const result = importFiles(folder, [path], { at });
  const [taken] = result.exchanged;
  if (taken === undefined) throw new Error(JSON.stringify(result.transcripts));
  return taken;
}

const row = (selector: readonly object[], rest: object = {}) => ({
  id: 'x1',
  user: 'acct:jane.roe@hypothes.is',
  uri: 'https://example.org/talks/P01.html',
  created: '2024-05-06T07:08:09.123456+00:00',
  text: '',
  tags: [],
  target: [{ source: 'https://example.org/talks/P01.html', selector }],
  ...rest,
});

describe('web annotations', () => {
  it('bring a study’s quotes, themes, wordings and coders to a study with the same transcripts, and change nothing there twice', async () => {
    const home = makeStudy({ 'transcripts/P02.md': repeated.replace('P01', 'P02') });
    const [first] = readStudy(home).study.quotes;
    writeFileSync(
      join(home, 'quotes.jsonl'),
      `${JSON.stringify({ id: first?.id, transcript: 'P01', ...first?.span, exact: first?.exact, prefix: first?.prefix, suffix: first?.suffix, wording: 'I wake up at noon […].', note: 'look' })}\n`,
    );
    const path = join(makeFolder(), 'study.jsonld');
    await exportStudy(readStudy(home), { path, today });
    const away = makeStudy({
      'transcripts/P01.md': readFileSync(join(home, 'transcripts/P01.md'), 'utf8')
        .replaceAll('==', '')
        .replace('{#sleep}', ''),
    });
    expect(readStudy(away).study.quotes).toEqual([]);
    const [taken] = importFiles(away, [path], { at }).exchanged;
    expect(taken).toMatchObject({ conflicts: [], taken: { quotes: 1, decisions: 1 }, verified: 1 });
    const { study } = readStudy(away);
    expect(study.quotes[0]).toMatchObject({
      id: first?.id,
      exact: first?.exact,
      wording: 'I wake up at noon […].',
      note: 'look',
    });
    expect(study.decisions).toMatchObject([{ themeId: 'sleep', coder: 'ana', applies: true }]);
    for (const folder of [home, away]) {
      const before = listContents(folder);
      expect(importFiles(folder, [path], { at }).exchanged).toMatchObject([{ conflicts: [] }]);
      expect(listContents(folder)).toEqual(before);
    }
  });

  it('are written in the vocabulary of the W3C, positions in code points', async () => {
    const folder = makeStudy({
      'transcripts/P01.md': repeated.replace('First', '==First').replace('tired.', 'tired.=={#sleep}'),
    });
    const path = join(makeFolder(), 'study.jsonld');
    await exportStudy(readStudy(folder), { path, today });
    const written = JSON.parse(readFileSync(path, 'utf8'));
    expect(written).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'AnnotationCollection',
      total: 1,
    });
    const { text, quotes } = readStudy(folder).study.transcripts.map(({ text }) => ({
      text,
      quotes: readStudy(folder).study.quotes,
    }))[0] ?? { text: '', quotes: [] };
    const start = [...text.slice(0, quotes[0]?.span.start)].length;
    expect(written.first.items[0].target.selector).toMatchObject([
      { type: 'TextQuoteSelector', exact: 'First I was tired.' },
      { type: 'TextPositionSelector', start, end: start + 18 },
    ]);
    expect(start).toBe((quotes[0]?.span.start ?? 0) - 1);
  });

  it('are read as one, as a list, as a page and as a collection of pages', () => {
    const annotation = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'Annotation',
      body: [{ type: 'TextualBody', value: 'Sleep', purpose: 'tagging' }],
      target: { source: 'P01.md', selector: { type: 'TextQuoteSelector', exact: 'The flat is loud.' } },
    };
    const page = { type: 'AnnotationPage', items: [annotation] };
    for (const value of [annotation, [annotation], page, { type: 'AnnotationCollection', first: page }])
      expect(takeJson(makeStudy(), value)).toMatchObject({ taken: { quotes: 1, decisions: 1, themes: 0 } });
  });

  it('say nothing of parents: a theme that the study has under another is no difference', () => {
    const nested =
      'dimensions:\n  - { id: theme, label: T, themes: [{ id: rest, label: Rest, themes: [{ id: sleep, label: Sleep }] }] }\n';
    const selector = { type: 'TextQuoteSelector', exact: 'The flat is loud.' };
    const folder = makeStudy({ 'taxonomy.yaml': nested });
    const value = { rows: [row([selector], { tags: ['Sleep'] })] };
    expect(takeJson(folder, value)).toMatchObject({ taken: { themes: 0, decisions: 1 }, conflicts: [] });
  });

  it('find repeated words by what stands around them, then by about where they stood', () => {
    const quote = { type: 'TextQuoteSelector', exact: 'I was tired.' };
    const cases = [
      [{ ...quote, prefix: 'on. At last ', suffix: ' So I' }],
      [quote, { type: 'TextPositionSelector', start: 52, end: 64 }],
    ];
    for (const selector of cases) {
      const folder = makeStudy({ 'transcripts/P01.md': repeated });
      expect(takeJson(folder, { rows: [row(selector)] })).toMatchObject({ taken: { quotes: 1 } });
      const { quotes } = readStudy(folder).study;
      expect(quotes[0]?.prefix.endsWith('At last ')).toBe(true);
    }
  });

  it('of Hypothesis keep no user’s name, and what marks no words is counted as left out', () => {
    const folder = makeStudy();
    const taken = takeJson(folder, {
      total: 3,
      rows: [
        row([{ type: 'TextQuoteSelector', exact: 'The flat is loud.' }], { tags: ['Noise'], text: 'why?' }),
        row([{ type: 'TextQuoteSelector', exact: 'Nobody said this in any transcript.' }]),
        row([], { references: ['x1'] }),
      ],
    });
    expect(taken).toMatchObject({ origin: 'Hypothesis', taken: { quotes: 1, themes: 1, decisions: 1 } });
    expect(taken.losses.map(({ element, count }) => [element, count])).toEqual([
      ['annotation', 1],
      ['passage not found', 1],
    ]);
    const all = listContents(folder).map(([file, content]) => file + content);
    expect(all.join('\n')).not.toMatch(/jane|roe/i);
  });

  it('of Hypothesis on a PDF from a disk, as its client exports them, belong to the transcript of its title', () => {
    const folder = makeStudy({ 'transcripts/P02.md': '**P02:** The flat is loud.\n' });
    const source = 'urn:x-pdf:0123456789abcdef';
    const selector = [
      { type: 'PageSelector', index: 0, label: '1' },
      { type: 'TextPositionSelector', start: 700, end: 717 },
      { type: 'TextQuoteSelector', exact: 'The flat is loud.', prefix: '', suffix: '' },
    ];
    const taken = takeJson(folder, {
      export_date: '2024-05-06T07:08:09Z',
      export_userid: 'acct:jane.roe@hypothes.is',
      client_version: '1.1500.0',
      annotations: [
        row(selector, { uri: source, document: { title: ['P02.pdf'] }, target: [{ source, selector }] }),
      ],
    });
    expect(taken).toMatchObject({ origin: 'Hypothesis', taken: { quotes: 1 }, losses: [] });
    expect(readStudy(folder).study.quotes.map(({ transcriptId }) => transcriptId)).toContain('P02');
  });

  it.each([
    ['a list nested a hundred thousand deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['an annotation without anything', '{"type":"Annotation"}'],
    ['selectors that are no objects', '{"type":"Annotation","target":[null,1,"x",{"selector":[null,5,[]]}]}'],
    [
      'a key of the prototype',
      '{"type":"Annotation","__proto__":{"target":[]},"target":{"source":{"id":5}}}',
    ],
    ['half a file', '{"rows":[{"user":"a","target":['],
  ])('are left aside without harm where a file holds %s', (_what, content) => {
    const folder = makeStudy();
    const path = join(makeFolder(), 'a.jsonld');
    writeFileSync(path, content);
    const before = listContents(folder);
    const result = importFiles(folder, [path], { at });
    expect(result.exchanged.every(({ taken }) => Object.values(taken).every((count) => count === 0))).toBe(
      true,
    );
    expect(listContents(folder)).toEqual(before);
  });
});
