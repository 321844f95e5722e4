import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { shuffleNumbers } from '../../src/text/measures/draw-numbers.js';

/** Texts that people sorted, one label each; the same words under two labels are left out of one. */
export type LabelledSet = {
  readonly name: string;
  readonly texts: readonly string[];
  readonly labels: readonly string[];
};

type Row = { readonly text: string; readonly labels: readonly string[] };

const queryShape = z.object({ text: z.string(), labels: z.array(z.string()) });
const answerShape = z.object({ question: z.number(), text: z.string(), labels: z.array(z.string()) });
const argumentShape = z.object({ topic: z.string(), text: z.string() });
const quoteShape = z.array(z.object({ quote: z.string(), themes: z.string() }));

/** Rows with one label, each wording once: overlapping highlights would otherwise be counted as agreement. */
function keepSingle(name: string, rows: readonly Row[]): LabelledSet {
  const seen = new Map<string, { readonly text: string; readonly label: string }>();
  for (const { text, labels } of rows) {
    const [label] = labels;
    const words = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    if (labels.length === 1 && label !== undefined && label !== 'oos' && !seen.has(words))
      seen.set(words, { text, label });
  }
  const kept = [...seen.values()];
  return { name, texts: kept.map(({ text }) => text), labels: kept.map(({ label }) => label) };
}

function readLines<T>(path: string, shape: z.ZodType<T>): readonly T[] {
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  return lines.map((line) => shape.parse(JSON.parse(line)));
}

/** `queries.jsonl` of a folder of `clustering`. */
export function readQueries(corpora: string, name: string): LabelledSet {
  return keepSingle(name, readLines(join(corpora, 'clustering', name, 'queries.jsonl'), queryShape));
}

/** Answers to one of the open questions of `coded/anes-open-ended`, sorted by what they say. */
export function readAnswers(corpora: string, wanted: number): LabelledSet {
  const rows = readLines(join(corpora, 'coded', 'anes-open-ended', 'responses.jsonl'), answerShape);
  return keepSingle(
    `anes-${wanted}`,
    rows.filter(({ question }) => question === wanted),
  );
}

/** Arguments of `coded/argkp-keypoints`, sorted by what they are about. */
export function readArguments(corpora: string): LabelledSet {
  const rows = readLines(join(corpora, 'coded', 'argkp-keypoints', 'arguments.jsonl'), argumentShape);
  return keepSingle(
    'argkp',
    rows.map(({ topic, text }) => ({ text, labels: [topic] })),
  );
}

/** `quotes.csv` of a folder of `studies`. */
export function readCodedQuotes(corpora: string, name: string): LabelledSet {
  const table = readFileSync(join(corpora, 'studies', name, 'quotes.csv'), 'utf8');
  const rows = quoteShape.parse(parse(table, { columns: true, bom: true }));
  return keepSingle(
    name,
    rows.map(({ quote, themes }) => ({ text: quote, labels: themes.split(';') })),
  );
}

/** So many texts of a set, drawn by lot; all where it has no more. */
export function drawTexts({ name, texts, labels }: LabelledSet, count: number, seed: number): LabelledSet {
  const drawn = shuffleNumbers(texts.length, seed).slice(0, count);
  return {
    name,
    texts: drawn.map((row) => texts[row] ?? ''),
    labels: drawn.map((row) => labels[row] ?? ''),
  };
}
