import { describe, expect, it } from 'vitest';
import { analyseStudy } from '../../src/pipeline/analyse-study.js';
import { gatherReportInput } from '../../src/pipeline/gather-report-input.js';
import { accept, buildParticipant, buildStudy, buildTheme } from './build-study.js';
import { buildTranscript, quoteWords } from './build-transcript.js';

const talk = buildTranscript('P01', [
  ['P01', 'One lamp. Two lamps. Three lamps. Four lamps. Five lamps. Six lamps.'],
]);
const quotes = ['One lamp.', 'Two lamps.', 'Three lamps.', 'Four lamps.', 'Five lamps.', 'Six lamps.'].map(
  (words) => quoteWords(talk, words),
);
const study = buildStudy({
  participants: [buildParticipant('P01', ['research', 'publication'])],
  transcripts: [talk],
  themes: [buildTheme('light'), buildTheme('dark')],
  quotes,
  decisions: quotes.flatMap((quote, at) => [
    { ...accept(quote, at < 3 ? 'light' : 'dark'), coder: 'ana' },
    { ...accept(quote, at < 4 ? 'light' : 'dark'), coder: 'ben' },
  ]),
});

describe('gatherReportInput', () => {
  it('tells how far patterns and intervals are, once and only when they are asked for', () => {
    const told: string[] = [];
    const input = gatherReportInput({
      analysis: analyseStudy(study),
      anchorings: [],
      consent: 'publication',
      today: '2026-06-01',
      onProgress: (stage, done, total) => {
        expect(done).toBeLessThanOrEqual(total);
        told.push(stage);
      },
    });
    expect(told).toEqual([]);
    input.findPatterns();
    expect(told).toContain('comparing groups');
    expect(told).not.toContain('intervals');
    input.compareCoders();
    expect(told).toContain('intervals');
    const before = told.length;
    input.compareCoders();
    input.findPatterns();
    expect(told).toHaveLength(before);
  });
});
