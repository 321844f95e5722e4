import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { z } from 'zod';
import type { Span } from '../../src/model/span.js';
import { rejoinTokens } from './rejoin-tokens.js';

export type MarkedText = {
  readonly text: string;
  readonly spans: readonly (Span & { readonly label: string })[];
};
export type MarkedSet = { readonly name: string; readonly texts: readonly MarkedText[] };

const generated = z.array(
  z.object({
    full_text: z.string(),
    spans: z.array(
      z.object({ entity_type: z.string(), start_position: z.number(), end_position: z.number() }),
    ),
  }),
);
const line = z.object({
  text: z.string(),
  spans: z.array(z.object({ start: z.number(), end: z.number(), label: z.string() })),
});

const labels: Readonly<Record<string, string>> = {
  PERSON: 'person',
  LOCATION: 'place',
  location: 'place',
  ORGANIZATION: 'organisation',
  corporation: 'organisation',
  group: 'organisation',
};

/** A title is no name: `Dr. Kent Jaworski` is marked as Kent Jaworski, and a mark on `Dr.` alone is left out. */
const title = /^(?:(?:mr|mrs|ms|miss|dr)\b\.?\s*)+/i;
/** Nor is an article: `the Apollo` is marked as Apollo. */
const article = /^the\s+(?=\S)/i;

/** Every set of marked texts below a folder: Presidio's generated JSON, and JSON lines of text and spans. */
export function readMarkedTexts(folder: string): readonly MarkedSet[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .flatMap((path) => {
      const read = readers[extname(path)];
      return read === undefined
        ? []
        : [{ name: path, texts: read(readFileSync(join(folder, path), 'utf8')) }];
    });
}

const readers: Readonly<Record<string, (content: string) => readonly MarkedText[]>> = {
  '.json': (content) =>
    generated.parse(JSON.parse(content)).map(({ full_text: text, spans }) =>
      markText(
        text,
        spans.map((span) => ({
          start: span.start_position,
          end: span.end_position,
          label: span.entity_type,
        })),
      ),
    ),
  '.jsonl': (content) =>
    content
      .split('\n')
      .filter((row) => row !== '')
      .map((row) => line.parse(JSON.parse(row)))
      .map(rejoinTokens)
      .map(({ text, spans }) => markText(text, spans)),
};

function markText(text: string, spans: MarkedText['spans']): MarkedText {
  return {
    text,
    spans: spans
      .map((span) => ({
        ...span,
        label: labels[span.label] ?? span.label.toLowerCase().replaceAll('_', ' '),
      }))
      .map((span) => (span.label === 'person' ? dropStart(text, span, title) : span))
      .map((span) => (named.has(span.label) ? dropStart(text, span, article) : span))
      .filter(({ start, end }) => start < end),
  };
}

const named: ReadonlySet<string> = new Set(['person', 'place', 'organisation']);

function dropStart<Marked extends Span>(text: string, span: Marked, start: RegExp): Marked {
  const taken = start.exec(text.slice(span.start, span.end))?.[0].length ?? 0;
  return { ...span, start: span.start + taken };
}
