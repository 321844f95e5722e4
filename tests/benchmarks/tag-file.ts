import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Decision } from '../../src/model/decision.js';
import type { Quote } from '../../src/model/quote.js';
import type { Theme } from '../../src/model/theme.js';
import { learnedTagger } from '../../src/taggers/learned.js';
import { countTexts } from '../../src/text/count-texts.js';
import { readPeak } from './measure.js';

// Tags the quotes of one lesson and prints what that took: a process of its own for `tagging-speed.ts`, because a tagger
// is used in a process that has just begun.

const lessonShape = z.object({
  texts: z.array(z.string()),
  /** By theme: its own words. */
  themes: z.array(z.string()),
  /** Of the first quotes: the themes that each was given. */
  given: z.array(z.array(z.number())),
});

const QUOTES_A_TRANSCRIPT = 25;
/** UTF-16 units between the starts of quotes that follow each other. */
const DISTANCE = 600;

function makeQuote(exact: string, row: number): Quote {
  const start = (row % QUOTES_A_TRANSCRIPT) * DISTANCE;
  return {
    id: `q${row}`,
    transcriptId: `P${Math.floor(row / QUOTES_A_TRANSCRIPT)}`,
    span: { start, end: start + exact.length },
    exact,
    prefix: '',
    suffix: '',
  };
}

function makeTheme(label: string, number: number): Theme {
  const texts = { description: '', include: '', exclude: '' };
  const lists = { keywords: [], notKeywords: [], examples: [] };
  return { id: `theme-${number}`, dimension: 'theme', label, parentId: null, ...texts, ...lists };
}

function makeDecision(row: number, theme: number): Decision {
  return {
    quoteId: `q${row}`,
    themeId: `theme-${theme}`,
    coder: 'ana',
    applies: true,
    decidedAt: '2026-01-01T00:00:00Z',
  };
}

const [path = ''] = process.argv.slice(2);
const { texts, themes, given } = lessonShape.parse(JSON.parse(readFileSync(path, 'utf8')));
const quotes = texts.map(makeQuote);
const taxonomy = {
  dimensions: [{ id: 'theme', label: 'Theme' }],
  themes: themes.map(makeTheme),
};
const decisions = given.flatMap((own, row) => own.map((theme) => makeDecision(row, theme)));
const from = process.cpuUsage();
const counted = countTexts(texts, 'en');
const suggestions = learnedTagger.suggest({ quotes, counted, taxonomy, decisions, language: 'en' });
const { user, system } = process.cpuUsage(from);
process.stdout.write(
  JSON.stringify({
    milliseconds: (user + system) / 1000,
    suggestions: suggestions.length,
    megabytes: readPeak(),
  }),
);
