import type { Study } from '../../../src/model/study.js';
import { makeQuote } from '../../../src/pipeline/make-quote.js';
import { buildStudy, buildTheme } from '../build-study.js';
import { buildTranscript } from '../build-transcript.js';

const transcript = buildTranscript('call', [
  ['I', 'How is the lamp?'],
  ['P01', 'It is old. Nobody cares any more.'],
]);

const mark = (words: string) => {
  const start = transcript.text.indexOf(words);
  return makeQuote({ transcript, span: { start, end: start + words.length }, occurrence: 0 });
};

export const old = mark('It is old');
export const careless = mark('Nobody cares');

const decide = (quoteId: string, themeId: string, coder: string) => ({
  ...{ quoteId, themeId, coder, applies: true, decidedAt: '2026-04-01T08:00:00Z' },
});

/** Three themes, one below another; two quotes that two coders decided on. */
export const reviewed: Study = buildStudy({
  transcripts: [transcript],
  themes: [
    buildTheme('light', { label: 'Light', description: 'What shines.' }),
    buildTheme('lamp', { label: 'Lamp', parentId: 'light', keywords: ['lamp*'] }),
    buildTheme('care', { label: 'Care' }),
    buildTheme('night', { label: 'Night', dimension: 'time' }),
  ],
  quotes: [old, careless],
  decisions: [
    decide(old.id, 'lamp', 'ana'),
    decide(old.id, 'light', 'ben'),
    decide(careless.id, 'care', 'ana'),
    decide(careless.id, 'care', 'ben'),
  ],
});
