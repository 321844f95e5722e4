import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { VERSION } from '../../src/cli/version.js';
import { copySample, inScratch, root, runCli } from './run-cli.js';

const commands = [
  'init',
  'run',
  'check',
  'import',
  'suggest',
  'cluster',
  'report',
  'quotes',
  'verify',
  'evaluate',
  'agree',
  'anonymize',
  'withdraw',
  'export',
  'diff',
  'model',
  'tag',
  'review',
];
const sample = join(root, 'data', 'sample');

describe('help', () => {
  it.each(commands)('%s has a help with an example', async (command) => {
    const { code, out } = await runCli(root, command, '--help');
    expect(code).toBe(0);
    expect(out).toContain(`Example:\n  themeloom ${command}`);
  });

  it('names every command', async () => {
    const { out } = await runCli(root, '--help');
    for (const command of commands) expect(out).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
  });

  it('tells the version of package.json', async () => {
    const manifest = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
    expect(VERSION).toBe(manifest.version);
    expect((await runCli(root, '--version')).out).toBe('1.2.3\n');
  });
});

describe('a mistake on the command line', () => {
  it.each([
    ['an unknown command', ['chekc'], /Did you mean check\?/],
    ['an unknown option', ['check', '--jsn'], /Did you mean --json\?/],
    ['a number that is none', ['quotes', '--limit', 'many'], /whole number from 1/],
    [
      'an unknown consent scope',
      ['report', '--consent', 'telly'],
      /research, publication, teaching, public-web/,
    ],
    ['a condition without a value', ['quotes', '--where', 'role'], /key=value/],
    ['a column without a name', ['import', 'a.csv', '--map', 'quote'], /quote=Highlight/],
    ['a missing argument', ['import'], /missing required argument/],
  ])('%s ends with 2 and says what is expected', async (_what, args, expected) => {
    const { code, out, told } = await runCli(root, ...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(told).toMatch(expected);
  });

  it.each([
    ['check', '--study', 'nowhere'],
    ['run', '--study', 'nowhere'],
    ['quotes', '--study', 'nowhere'],
  ])(
    '%s on a folder that is no study ends with 2, in at most three lines, without a stack',
    async (...args) => {
      const { code, out, told } = await runCli(root, ...args);
      expect(code).toBe(2);
      expect(out).toBe('');
      expect(told.trimEnd().split('\n').length).toBeLessThanOrEqual(3);
      expect(told).toMatch(/themeloom init/);
      expect(told).not.toMatch(/^\s+at .*\.[jt]s:/m);
    },
  );

  it.each([
    ['an unknown report', ['report', 'thmes'], /themes/],
    ['an unknown format', ['report', 'themes', '--format', 'pdf'], /md/],
    ['the schema of an unknown report', ['report', '--schema', 'thmes'], /themes/],
    ['an unknown theme', ['quotes', '--theme', 'define-sucess'], /define-success/],
    ['an unknown voice', ['quotes', '--voice', 'feer'], /fear/],
    ['an unknown attribute', ['quotes', '--where', 'rol=tech lead'], /role/],
    ['an unknown participant', ['quotes', '--participant', 'P99'], /P0/],
  ])('%s ends with 2 and names a near one', async (_what, args, expected) => {
    await inScratch(async (folder) => {
      const { code, told } = await runCli(folder, ...args, '--study', copySample(folder));
      expect(code).toBe(2);
      expect(told).toMatch(expected);
    });
  });
});

const parse = (out: string): unknown => JSON.parse(out);
const spanShape = z.strictObject({ start: z.number(), end: z.number() });

describe('--json', () => {
  it('of check has the keys of the contract, in order', async () => {
    const { code, out } = await runCli(sample, 'check', '--json');
    expect(code).toBe(0);
    const checked = z
      .strictObject({
        ok: z.literal(true),
        study: z.string(),
        transcripts: z.array(
          z.strictObject({
            id: z.string(),
            file: z.string(),
            format: z.string(),
            participants: z.array(z.string()),
            utterances: z.number(),
            words: z.number(),
            unknownSpeakers: z.number(),
            quotes: z.number(),
          }),
        ),
        quotes: z.strictObject({ inPlace: z.number(), moved: z.number(), lost: z.number() }),
        notices: z.array(
          z.strictObject({
            severity: z.string(),
            code: z.string(),
            message: z.string(),
            place: z.looseObject({ file: z.string() }),
          }),
        ),
        identifiers: z.array(
          z.strictObject({
            kind: z.string(),
            text: z.string(),
            transcript: z.string(),
            span: spanShape,
            decided: z.boolean(),
          }),
        ),
      })
      .parse(parse(out));
    expect(Object.keys(checked)).toEqual(['ok', 'study', 'transcripts', 'quotes', 'notices', 'identifiers']);
    expect(checked.transcripts).toHaveLength(12);
    expect(new Set(checked.transcripts.map(({ format }) => format)).size).toBeGreaterThanOrEqual(6);
    expect(checked.transcripts.reduce((sum, { unknownSpeakers }) => sum + unknownSpeakers, 0)).toBe(0);
    expect(checked.quotes.inPlace).toBeGreaterThanOrEqual(90);
  });

  it('of suggest lists suggestions best first within a quote, each with evidence', async () => {
    const { out } = await runCli(sample, 'suggest', '--json');
    const { suggestions } = z
      .looseObject({
        suggestions: z.array(
          z.looseObject({
            quote: z.string(),
            theme: z.string(),
            tagger: z.string(),
            confidence: z.number().min(0).max(1),
            evidence: z.array(z.looseObject({ kind: z.string() })).min(1),
          }),
        ),
      })
      .parse(parse(out));
    expect(suggestions.length).toBeGreaterThan(20);
    for (const [index, suggestion] of suggestions.entries()) {
      const next = suggestions[index + 1];
      if (next?.quote === suggestion.quote)
        expect(next.confidence).toBeLessThanOrEqual(suggestion.confidence);
    }
  });

  it('of cluster has the keys of the contract, and -k is obeyed', async () => {
    const { out } = await runCli(sample, 'cluster', '-k', '5', '--json');
    const { clusters } = z
      .strictObject({
        clusters: z.array(
          z.strictObject({
            id: z.string(),
            quotes: z.array(z.string()).min(1),
            medoid: z.string(),
            terms: z.array(z.string()).min(1),
            cohesion: z.number(),
            nearestTheme: z.string().nullable(),
            coverage: z.looseObject({ kind: z.enum(['covered', 'prompt']) }),
            stability: z.number().nullable(),
            certainty: z.array(z.number()).nullable(),
          }),
        ),
        unclustered: z.array(z.string()),
        k: z.number(),
        alsoFitting: z.array(z.number()),
        method: z.enum(['consensus', 'agglomerative', 'none']),
        seed: z.number(),
        over: z.literal('marked'),
        passages: z.array(z.unknown()),
        notices: z.array(z.unknown()),
      })
      .parse(parse(out));
    expect(clusters).toHaveLength(5);
  });

  it('of quotes has the keys of the contract', async () => {
    const { out } = await runCli(sample, 'quotes', '--theme', 'define-success', '--limit', '3', '--json');
    const { quotes, leftOut } = z
      .strictObject({
        quotes: z.array(
          z.strictObject({
            id: z.string(),
            transcript: z.string(),
            participant: z.string(),
            attribution: z.string(),
            exact: z.string(),
            wording: z.string(),
            themes: z.array(z.string()),
            reason: z.string(),
          }),
        ),
        leftOut: z.array(z.strictObject({ id: z.string(), reason: z.string() })),
      })
      .parse(parse(out));
    expect(quotes).toHaveLength(3);
    expect(leftOut.length).toBeGreaterThan(0);
    for (const { themes } of quotes) expect(themes).toContain('define-success');
  });

  it('of evaluate has the keys of the contract, and what else was measured after them', async () => {
    const { code, out } = await runCli(sample, 'evaluate', '--no-curve', '--json');
    expect(code).toBe(0);
    const share = z.number().min(0).max(1).nullable();
    const rates = z.strictObject({ precision: share, recall: share, f1: share });
    const overall = {
      id: z.string(),
      topOne: share,
      meanAveragePrecision: share,
      micro: rates,
      macro: rates,
    };
    const perTheme = z.strictObject({
      theme: z.string(),
      support: z.int(),
      precision: share,
      recall: share,
      f1: share,
      interval: z.tuple([z.number(), z.number()]).nullable(),
    });
    const evaluation = z
      .strictObject({
        quotes: z.int().min(90),
        themes: z.int(),
        folds: z.literal(10),
        taggers: z
          .array(z.strictObject({ ...overall, calibrationError: share, perTheme: z.array(perTheme) }))
          .min(3),
        learningCurve: z
          .array(
            z.strictObject({
              decisionsPerTheme: z.int().nullable(),
              quotes: z.number(),
              taggers: z.array(z.strictObject(overall)),
            }),
          )
          .length(1),
        ceiling: z
          .array(
            z.strictObject({
              coder: z.string(),
              against: z.string(),
              quotes: z.int(),
              micro: rates,
              macro: rates,
            }),
          )
          .length(2),
        reliability: z.array(z.strictObject({ tagger: z.string(), bins: z.array(z.looseObject({})) })),
        notices: z.array(z.looseObject({ code: z.string() })),
        quoteSuggestions: z.strictObject({
          sentences: z.int().min(1000),
          marked: z.int().min(200),
          rules: z.strictObject({ auc: share, recallAtMarked: share }),
          learned: z.strictObject({ auc: share, recallAtMarked: share }),
        }),
      })
      .parse(parse(out));
    expect(Object.keys(evaluation).slice(0, 6)).toEqual([
      'quotes',
      'themes',
      'folds',
      'taggers',
      'learningCurve',
      'ceiling',
    ]);
    expect(Object.keys(evaluation.taggers[0] ?? {})).toEqual([
      'id',
      'topOne',
      'meanAveragePrecision',
      'micro',
      'macro',
      'calibrationError',
      'perTheme',
    ]);
  });

  it.each(['themes', 'article', 'quote-bank', 'codebook'])(
    'of report --schema %s is a JSON schema',
    async (kind) => {
      const { code, out } = await runCli(root, 'report', '--schema', kind);
      expect(code).toBe(0);
      expect(parse(out)).toMatchObject({
        type: 'object',
        $schema: expect.stringContaining('json-schema.org'),
      });
    },
  );
});

describe('evaluate', () => {
  it('writes its pages where it is told to', async () => {
    await inScratch(async (folder) => {
      await runCli(folder, 'init', 'mine');
      const { told } = await runCli(folder, 'evaluate', '--study', 'mine', '--output', 'figures');
      expect(readdirSync(join(folder, 'figures'))).toEqual(['evaluation.html', 'evaluation.md']);
      expect(told).toContain(join(folder, 'figures', 'evaluation.md'));
    });
  });

  it('prints tables and ends with one sentence that reads them', async () => {
    const { code, out, told } = await runCli(sample, 'evaluate', '--no-curve');
    expect(code).toBe(0);
    expect(out).toMatch(/^tagger +top-1 +mAP +precision +recall +F1 +macro F1 +calibration error$/m);
    expect(out).toMatch(/^ana against ben +\d+/m);
    expect(out.trimEnd().split('\n').at(-1)).toMatch(/^On an interview it has not seen, about \d+ in 10 /);
    expect(out).not.toMatch(/NaN|undefined|null/);
    expect(told).toContain('[no-probability]');
  });

  it('says what is missing and ends with 1 where there is too little to measure on', async () => {
    await inScratch(async (folder) => {
      await runCli(folder, 'init', 'mine');
      rmSync(join(folder, 'mine', 'transcripts'), { recursive: true });
      const { code, out, told } = await runCli(folder, 'evaluate', '--study', 'mine');
      expect(code).toBe(1);
      expect(out).toBe('');
      expect(told).toContain('[nothing-decided]');
    });
  });
});

describe('quotes', () => {
  const pull = async (...args: readonly string[]) => {
    const { out } = await runCli(sample, 'quotes', ...args, '--json');
    return z
      .object({
        quotes: z.array(
          z.object({ participant: z.string(), exact: z.string(), themes: z.array(z.string()) }),
        ),
      })
      .parse(parse(out)).quotes;
  };

  it('caps per participant', async () => {
    const quotes = await pull('--max-per-participant', '1');
    const people = quotes.map(({ participant }) => participant);
    expect(people.length).toBeGreaterThan(5);
    expect(new Set(people).size).toBe(people.length);
  });

  it('filters by attribute, participant, voice and words', async () => {
    expect((await pull('--participant', 'P01')).every(({ participant }) => participant === 'P01')).toBe(true);
    expect((await pull('--voice', 'fear')).every(({ themes }) => themes.includes('fear'))).toBe(true);
    const pager = await pull('pager');
    expect(pager.length).toBeGreaterThan(2);
    expect(pager.every(({ exact }) => /pager/i.test(exact))).toBe(true);
    const staff = await pull('--where', 'role=staff engineer');
    expect(new Set(staff.map(({ participant }) => participant))).toEqual(new Set(['P02', 'P06']));
  });

  it('prints nobody who withdrew, whose consent ended, or who did not agree to this use', async () => {
    const people = new Set((await pull()).map(({ participant }) => participant));
    for (const left of ['P08', 'P10', 'P11']) expect(people).not.toContain(left);
    const teaching = new Set((await pull('--consent', 'teaching')).map(({ participant }) => participant));
    expect(teaching).not.toContain('P05');
    expect(teaching.size).toBeGreaterThan(3);
  });
});

describe('init, run and import', () => {
  it('a new study runs at once, and a second run changes nothing', async () => {
    await inScratch(async (folder) => {
      expect((await runCli(folder, 'init', 'mine')).code).toBe(0);
      const first = await runCli(folder, 'run', '--study', 'mine');
      expect(first.code, first.told).toBe(0);
      const reports = join(folder, 'mine', 'reports');
      expect(readdirSync(reports)).toEqual(
        expect.arrayContaining(['themes.html', 'themes.md', 'article.md', 'quote-bank.csv']),
      );
      const before = readFileSync(join(reports, 'themes.html'), 'utf8');
      const second = await runCli(folder, 'run', '--study', 'mine', '--json');
      expect(readFileSync(join(reports, 'themes.html'), 'utf8')).toBe(before);
      expect(z.object({ written: z.array(z.string()) }).parse(parse(second.out)).written).toEqual([]);
    });
  });

  it('init tells the next command so that it can be pasted, also for a name with a space', async () => {
    await inScratch(async (folder) => {
      const { told } = await runCli(folder, 'init', 'my study');
      expect(told).toContain('themeloom run --study "my study"');
    });
  });

  it('init refuses a folder with something in it and leaves it as it is', async () => {
    await inScratch(async (folder) => {
      writeFileSync(join(folder, 'diary.txt'), 'dear diary');
      const { code, told } = await runCli(folder, 'init', '.');
      expect(code).toBe(2);
      expect(told).toMatch(/empty/);
      expect(readdirSync(folder)).toEqual(['diary.txt']);
    });
  });

  it('import takes a transcript and a table of quotes, and importing twice changes nothing', async () => {
    await inScratch(async (folder) => {
      await runCli(folder, 'init', 'mine');
      const study = join(folder, 'mine');
      writeFileSync(
        join(folder, 'P02.txt'),
        'Interviewer: How is it?\n\nP02: I never know what good looks like here. I ask and I get a shrug.\n',
      );
      writeFileSync(
        join(folder, 'found.csv'),
        'Highlight,Tags,transcript\nI never know what good looks like here.,not-knowing,P02\nI was never said.,not-knowing,P02\n',
      );
      const first = await runCli(
        study,
        'import',
        '../P02.txt',
        '../found.csv',
        '--map',
        'quote=Highlight,themes=Tags',
      );
      expect(first.code, first.told).toBe(1);
      expect(readFileSync(join(study, 'import-report.csv'), 'utf8')).toContain('I was never said.');
      expect(readFileSync(join(study, 'taxonomy.yaml'), 'utf8')).toContain('not-knowing');
      const quotes = readFileSync(join(study, 'quotes.jsonl'), 'utf8');
      await runCli(study, 'import', '../P02.txt', '../found.csv', '--map', 'quote=Highlight,themes=Tags');
      expect(readFileSync(join(study, 'quotes.jsonl'), 'utf8')).toBe(quotes);
      appendFileSync(join(study, 'participants.csv'), 'P02,research;publication,,,team lead\n');
      expect((await runCli(study, 'run')).code).toBe(0);
      expect(readFileSync(join(study, 'reports', 'quote-bank.csv'), 'utf8')).toContain(
        'I never know what good looks like here.',
      );
    });
  });

  it('a study with a broken file tells its place, ends with 1 and still reports the rest', async () => {
    await inScratch(async (folder) => {
      const study = copySample(folder);
      appendFileSync(join(study, 'quotes.jsonl'), '{"id":\n');
      writeFileSync(join(study, 'transcripts', 'P13.txt'), '');
      const { code, told } = await runCli(study, 'run');
      expect(code).toBe(1);
      expect(told).toMatch(/quotes\.jsonl:\d+/);
      expect(told).toMatch(/transcripts\/P13\.txt/);
      expect(existsSync(join(study, 'reports', 'themes.html'))).toBe(true);
    });
  });

  it("a study's own template replaces ours, and a wrong path in it names template and line", async () => {
    await inScratch(async (folder) => {
      const study = copySample(folder);
      mkdirSync(join(study, 'templates'));
      writeFileSync(join(study, 'templates', 'themes.md.hbs'), 'Mine.\n{{#if studdy}}x{{/if}}\n');
      const wrong = await runCli(study, 'report', 'themes', '--format', 'md');
      expect(wrong.code).toBe(2);
      expect(wrong.told).toMatch(/templates\/themes\.md\.hbs:2/);
      writeFileSync(join(study, 'templates', 'themes.md.hbs'), 'Mine.\n');
      rmSync(join(study, 'reports'), { recursive: true, force: true });
      expect((await runCli(study, 'report', 'themes', '--format', 'md')).code).toBe(0);
      expect(readFileSync(join(study, 'reports', 'themes.md'), 'utf8')).toBe('Mine.\n');
    });
  });
});
