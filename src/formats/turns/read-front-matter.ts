import type { Notice } from '../../model/notice.js';
import type { SourceText } from '../format.js';
import { splitLines, type TextLine } from './draft-turn.js';

export type FrontMatter = {
  readonly participant?: string;
  /** ISO day. */
  readonly date?: string;
  /** The lines below the front matter. */
  readonly lines: readonly TextLine[];
  readonly notices: readonly Notice[];
};

/** A block that has not ended by then is a ruler above speech. */
const mostLines = 60;

const entry = /^([\p{L}\p{N}_-]+)\s*:\s*(.*)$/u;
const isoDay = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/**
 * Takes the block between two lines of `---` off the top of a source and reads `participant` and `date` from it,
 * one simple `key: value` a line. Other keys are listed in a notice.
 */
export function readFrontMatter(source: SourceText): FrontMatter {
  const lines = splitLines(source.text);
  const end = findEnd(lines);
  if (end === undefined) return { lines, notices: [] };
  const entries = lines.slice(1, end).flatMap(readEntry);
  const participant = entries.findLast(({ key }) => key === 'participant')?.value;
  const date = entries.findLast(({ key }) => key === 'date');
  const valid = date !== undefined && isoDay.test(date.value);
  return {
    ...(participant === undefined || participant === '' ? {} : { participant }),
    ...(valid ? { date: date.value } : {}),
    lines: lines.slice(end + 1),
    notices: [
      ...(date === undefined || valid ? [] : [explainDate(date, source.name)]),
      ...explainUnusedKeys(entries, source.name),
    ],
  };
}

type Entry = { readonly key: string; readonly value: string; readonly line: number };

/** Index of the closing line; `undefined` where the text does not begin with front matter. */
function findEnd(lines: readonly TextLine[]): number | undefined {
  if (lines[0]?.text.trimEnd() !== '---') return undefined;
  const end = lines.findIndex(({ text }, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(text));
  if (end === -1 || end > mostLines) return undefined;
  return lines.slice(1, end).some(({ text }) => entry.test(text)) ? end : undefined;
}

function readEntry({ text, line }: TextLine): Entry[] {
  const match = entry.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return [];
  const value = match[2].replace(/\s+#.*$/, '').trim();
  return [{ key: match[1].toLowerCase(), value: value.replace(/^(["'])(.*)\1$/, '$2'), line }];
}

function explainDate(date: Entry, file: string): Notice {
  return {
    severity: 'caution',
    code: 'bad-date',
    message: `date: "${date.value}" is not a day: write it like 2026-03-02`,
    place: { file, line: date.line },
  };
}

function explainUnusedKeys(entries: readonly Entry[], file: string): Notice[] {
  const unused = entries.filter(({ key }) => key !== 'participant' && key !== 'date');
  const [first] = unused;
  if (first === undefined) return [];
  const keys = unused.map(({ key }) => key).join(', ');
  return [
    {
      severity: 'info',
      code: 'front-matter-unused',
      message: `only participant and date are read from the front matter; left out: ${keys}`,
      place: { file, line: first.line },
    },
  ];
}
