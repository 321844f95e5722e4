import type { ExchangedTheme } from '../exchange.js';

export type ThemeFields = Pick<
  ExchangedTheme,
  'description' | 'include' | 'exclude' | 'keywords' | 'notKeywords' | 'examples'
>;

type Described = ThemeFields & { readonly id?: string };

const idLine = /(?:^|\n\n)Theme id: ([\p{L}\p{N}][\p{L}\p{N}._-]*)(?=\n|$)/gu;
const dimensionLine = /(?:^|\n\n)Dimension id: ([\p{L}\p{N}][\p{L}\p{N}._-]*)$/u;
const labels = ['Include', 'Exclude', 'Keywords', 'Not keywords', 'Examples'] as const;
const labelLine = new RegExp(`^(${labels.join('|')}):(?: |$)`);

/**
 * What a theme says of itself, as people read it in a code's description: the one place that every tool keeps. The line
 * with the id comes first behind the description, so that all can be read back.
 */
export function describeTheme({ id, ...theme }: ThemeFields & { readonly id: string }): string {
  const lines = [
    `Theme id: ${id}`,
    ...tellText('Include', theme.include),
    ...tellText('Exclude', theme.exclude),
    ...tellList('Keywords', theme.keywords),
    ...tellList('Not keywords', theme.notKeywords),
    ...tellList('Examples', theme.examples),
  ];
  return joinParagraphs(theme.description, lines.join('\n'));
}

/** The description of a code that stands for a dimension. */
export const describeDimension = (id: string) => `Dimension id: ${id}`;

/** Id of the dimension that a code stands for, where it is one of ours. */
export function readDimension(description: string): string | undefined {
  return dimensionLine.exec(description)?.[1];
}

/** Reads a code's description. Without the line that holds an id all of it is the theme's description. */
export function readTheme(text: string): Described {
  const unified = text.replace(/\r\n?/g, '\n');
  const found = [...unified.matchAll(idLine)].at(-1);
  const id = found?.[1];
  if (found === undefined || id === undefined) return { ...noFields, description: unified.trim() };
  const fields = readFields(unified.slice(found.index + found[0].length));
  return {
    id,
    description: unified.slice(0, found.index),
    include: readText(fields, 'Include'),
    exclude: readText(fields, 'Exclude'),
    keywords: readList(fields, 'Keywords'),
    notKeywords: readList(fields, 'Not keywords'),
    examples: readList(fields, 'Examples'),
  };
}

const noFields: ThemeFields = {
  description: '',
  include: '',
  exclude: '',
  keywords: [],
  notKeywords: [],
  examples: [],
};

const joinParagraphs = (...parts: readonly string[]) => parts.filter((part) => part !== '').join('\n\n');
const tellText = (label: string, text: string) => (text === '' ? [] : [`${label}: ${text}`]);
const tellList = (label: string, items: readonly string[]) =>
  items.length === 0 ? [] : [`${label}:`, ...items.map((item) => `- ${item}`)];

/** The lines under each label. */
function readFields(text: string): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>();
  let own: string[] = [];
  for (const line of text.split('\n')) {
    const label = labelLine.exec(line);
    if (label?.[1] === undefined || fields.has(label[1])) {
      own.push(line);
      continue;
    }
    own = label[0].length < line.length ? [line.slice(label[0].length)] : [];
    fields.set(label[1], own);
  }
  return fields;
}

type Fields = ReadonlyMap<string, readonly string[]>;

const readText = (fields: Fields, label: (typeof labels)[number]) =>
  (fields.get(label) ?? []).join('\n').trim();

const readList = (fields: Fields, label: (typeof labels)[number]) =>
  (fields.get(label) ?? []).flatMap((line) => (line.startsWith('- ') ? [line.slice(2)] : []));
