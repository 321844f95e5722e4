import { describe, expect, it } from 'vitest';
import { readTemplates, reports } from '../../../src/index.js';
import { settingsSchema } from '../../../src/model/settings.js';
import { type PreviewRequest, previewReport } from '../../../src/review/answers/report-preview.js';
import { answerReports } from '../../../src/review/answers/reports.js';
import { accept, buildStudy, buildTheme } from '../../pipeline/build-study.js';
import { buildTranscript, quoteWords } from '../../pipeline/build-transcript.js';
import { layDesk, makeAll, openSample, TODAY } from './make-desk.js';

const desk = openSample();
const request: PreviewRequest = {
  report: 'themes',
  format: 'html',
  consent: 'publication',
  today: TODAY,
  templates: readTemplates(desk.reading.folder),
};

const talk = buildTranscript('P01', [
  ['P01', 'Write to dana.reed@example.org about the lamp, I always say.'],
]);
const named = {
  ...quoteWords(talk, 'Write to dana.reed@example.org about the lamp, I always say.'),
  important: true,
};
const leaking = layDesk(
  buildStudy({
    transcripts: [talk],
    quotes: [named],
    themes: [buildTheme('lamp')],
    participants: [{ id: 'P01', attributes: {}, consent: { known: true, scopes: ['publication'] } }],
    decisions: [accept(named, 'lamp')],
  }),
);

describe('the list of reports', () => {
  it('has every report with a line of its own, every use, and what can be handed over', () => {
    const told = answerReports(desk);
    expect(told.reports.map(({ id }) => id)).toEqual(reports.map(({ id }) => id));
    expect(new Set(told.reports.map(({ description }) => description)).size).toBe(reports.length);
    expect(told.consents).toContain(told.consent);
    expect(told.exports.map(({ extension }) => extension)).toEqual(
      expect.arrayContaining(['.qdpx', '.csv', '.xlsx']),
    );
  });
});

describe('the preview of a report', () => {
  it('is the page that would be written', async () => {
    const { html, findings, leftOut } = await previewReport(desk, request);
    expect(html).toMatch(/^<!doctype html>/iu);
    expect(html).toContain('Define success in the role');
    expect(findings.every(({ severity }) => severity === 'undecided')).toBe(true);
    expect(leftOut).toContainEqual(expect.stringMatching(/^\d+ quotes: P08 withdrew$/u));
  });

  it('is the same whether machines made their part before or make it for it', async () => {
    expect(await previewReport(makeAll(desk), request)).toEqual(await previewReport(desk, request));
  });

  it('shows Markdown as its own text, and never as a page of somebody’s words', async () => {
    const { html } = await previewReport(desk, { ...request, format: 'md' });
    const [, text = ''] = /<pre>([\s\S]*)<\/pre>/u.exec(html) ?? [];
    expect(text).toMatch(/^# /u);
    expect(text).not.toMatch(/[<>]/u);
  });

  it('is empty where the gate refuses, with every place, masked', async () => {
    const { html, findings } = await previewReport(leaking, request);
    expect(html).toBe('');
    expect(findings.filter(({ severity }) => severity === 'refused').length).toBeGreaterThan(0);
    expect(JSON.stringify(findings)).not.toContain('dana.reed');
  });

  it('leads from a finding to the quote that it stands in', async () => {
    const { findings } = await previewReport(leaking, request);
    expect(findings).toContainEqual(expect.objectContaining({ quote: named.id, transcript: 'P01' }));
  });

  it('shows again what the researcher has decided to keep', async () => {
    const { study } = leaking.reading;
    const settings = settingsSchema.parse({ name: 'Lamps', publish: { keep: ['dana.reed@example.org'] } });
    const { html } = await previewReport(layDesk({ ...study, settings }), request);
    expect(html).toContain('about the lamp');
  });

  it('of an unknown report or use is refused', async () => {
    await expect(previewReport(desk, { ...request, report: '../themes' })).rejects.toMatchObject({
      code: 'unknown-report',
    });
    await expect(previewReport(desk, { ...request, consent: 'anything' })).rejects.toMatchObject({
      code: 'unknown-consent',
    });
  });
});
