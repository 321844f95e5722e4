import { describe, expect, it } from 'vitest';
import { analyseStudy } from '../../src/pipeline/analyse-study.js';
import { gatherReportInput } from '../../src/pipeline/gather-report-input.js';
import { listQuotes } from '../../src/pipeline/list-as-json.js';
import { makeReports } from '../../src/pipeline/make-reports.js';
import { pullQuotes } from '../../src/pipeline/pull-quotes.js';
import { readStudy } from '../../src/workspace/read-study.js';
import { readTemplates } from '../reporting/read-templates.js';
import { makeStudy } from './make-study.js';

const mail = 'sam@example.org';
const people = `id,consent,role\n${['P01', 'P02', 'P03', 'P04'].map((id) => `${id},research;publication,${id === 'P04' ? 'matron' : 'nurse'}\n`).join('')}P05,research,nurse\n`;
const talks = {
  'transcripts/P01.md': `**Interviewer:** So?\n\n**P01:** ==You write to ${mail} and nobody ever answers you there.=={#pay} So it goes.\n`,
  'transcripts/P02.md': `**Interviewer:** And to whom at ${mail} did you write?\n\n**P02:** ==We are paid late in every month of the whole year.=={#pay}\n`,
  'transcripts/P03.md':
    '**Interviewer:** How is it now?\n\n**P03:** ==The money that they promised to us has never come so far.=={#pay}\n',
  'transcripts/P04.md': '**P04:** ==I would leave if there were any other ward that wanted me.=={#pay}\n',
  'transcripts/P05.md': '**P05:** They hold back what they owe to the youngest of us.\n',
  'memos/pay.md': 'Somebody: they hold back what they owe to the youngest of us.\n',
};

async function report(kinds: readonly string[], changes: Readonly<Record<string, string>> = {}) {
  const { study, anchorings, decided } = readStudy(
    makeStudy({
      'study.yaml': 'name: Pay\ncoder: ana\nattribution: "{{role}}"\n',
      'participants.csv': people,
      ...talks,
      ...changes,
    }),
  );
  const analysis = analyseStudy(study);
  const about = { consent: 'publication', today: '2026-11-22' } as const;
  const input = gatherReportInput({ analysis, anchorings, decided, ...about });
  return makeReports({ input, kinds, templates: readTemplates(), decided });
}

const find = async (files: ReturnType<typeof report>, name: string) =>
  String((await files).find((file) => file.name === name)?.content);
const everyKind = ['themes', 'voices', 'participants', 'article', 'quote-bank', 'codebook'];

describe('a quote that surely tells who somebody is', () => {
  it('is left out with the reason, and keeps no other from being printed', async () => {
    const files = await report(everyKind);
    for (const { content } of files) expect(String(content)).not.toContain(mail);
    const bank = JSON.parse(await find(report(everyKind), 'quote-bank.json'));
    expect(bank.study.leftOut).toEqual([{ reason: 'may tell who somebody is (email address)', count: 1 }]);
    expect(bank.groups.flatMap(({ quotes }: { quotes: unknown[] }) => quotes)).toHaveLength(3);
    expect(await find(report(['article']), 'article.md')).toContain(
      'Left out: 1 quote (may tell who somebody is (email address)).',
    );
  });

  it('refuses all where somebody marked it as important', async () => {
    const { study } = readStudy(makeStudy({ 'participants.csv': people, ...talks }));
    const quote = study.quotes.find(({ transcriptId }) => transcriptId === 'P01');
    const { id, span, exact, prefix, suffix } = quote ?? {};
    const line = { id, transcript: 'P01', ...span, exact, prefix, suffix, important: true };
    const files = report(everyKind, { 'quotes.jsonl': `${JSON.stringify(line)}\n` });
    await expect(files).rejects.toThrow(expect.objectContaining({ code: 'publication-refused' }));
  });

  it('is printed where its wording takes out what tells, and its exact words then stay in the study', async () => {
    const { study } = readStudy(makeStudy({ 'participants.csv': people, ...talks }));
    const line = (transcriptId: string, wording: (exact: string) => string) => {
      const { id, span, exact, prefix, suffix } =
        study.quotes.find((quote) => quote.transcriptId === transcriptId) ?? {};
      return `${JSON.stringify({ id, transcript: transcriptId, ...span, exact, prefix, suffix, wording: wording(exact ?? '') })}\n`;
    };
    const recorded =
      line('P01', (exact) => exact.replace(mail, '[…]')) +
      line('P03', (exact) => exact.replace('so far', '[…]'));
    const files = await report(everyKind, { 'quotes.jsonl': recorded });
    for (const { content } of files) expect(String(content)).not.toContain(mail);
    for (const name of ['themes', 'article', 'participants', 'quote-bank']) {
      const text = String(files.find((file) => file.name === `${name}.json`)?.content);
      expect(text).toContain('"exact": "The money that they promised to us has never come so far."');
      expect(text).toContain('You write to […] and nobody');
    }
  });

  it('is pulled with its wording, and without its exact words where the wording takes out what may tell', () => {
    const { study } = readStudy(makeStudy({ 'participants.csv': people, ...talks }));
    const edited = study.quotes.flatMap((quote) => {
      if (quote.transcriptId === 'P01') return [{ ...quote, wording: quote.exact.replace(mail, '[…]') }];
      return quote.transcriptId === 'P03'
        ? [{ ...quote, wording: quote.exact.replace('so far', '[…]') }]
        : [];
    });
    const about = { scope: 'publication', today: '2026-11-22', where: { attributes: {} } } as const;
    const { quotes, leftOut } = pullQuotes({ ...study, quotes: edited }, about);
    const listed = listQuotes(quotes, leftOut);
    expect(JSON.stringify(listed)).not.toContain(mail);
    const told = new Map(listed.quotes.map((one) => [one.transcript, one]));
    expect(told.get('P01')).toMatchObject({ exact: null, exactWithheld: expect.any(String) });
    expect(Object.keys(told.get('P01') ?? {}).slice(0, 6)).toEqual([
      'id',
      'transcript',
      'participant',
      'attribution',
      'exact',
      'wording',
    ]);
    expect(told.get('P03')?.exact).toContain('never come so far');
    expect(told.get('P03')).not.toHaveProperty('exactWithheld');
  });
});

describe('what stands beside the quotes', () => {
  it('is left out and said so where what was said around a quote tells who somebody is', async () => {
    const files = report(['themes']);
    expect(await find(files, 'themes.html')).toContain('may tell who somebody is, and is left out');
    const { dimensions } = JSON.parse(await find(files, 'themes.json'));
    const shown = dimensions
      .flatMap(({ themes }: { themes: { representatives: unknown[] }[] }) => themes)
      .flatMap(({ representatives }: { representatives: unknown[] }) => representatives);
    const contexts = new Map(
      shown.map((one: { transcript: string; context: unknown }) => [one.transcript, one.context]),
    );
    expect(contexts.get('P02')).toEqual({ before: [], after: [], withheld: true });
    expect(contexts.get('P03')).toMatchObject({ before: [{ words: 'How is it now?' }] });
  });

  it('says that codes stand for people whose attribution line too few share', async () => {
    expect(await find(report(['article']), 'article.html')).toContain('1 participant is named by a code');
  });

  it('holds no words of who did not agree to this use, and says so', async () => {
    const article = await find(report(['article']), 'article.md');
    expect(article).not.toContain('youngest');
    expect(article).toContain('left out of 1 text of the researchers');
  });
});
