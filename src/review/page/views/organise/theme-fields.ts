import type { ThemeFields } from '../../../../model/action.js';
import type { ThemeView } from '../../../messages/study.js';

/** What a theme says of itself as it stands in the fields of a form: lists have one entry a line. */
export type FieldTexts = {
  readonly label: string;
  readonly description: string;
  readonly include: string;
  readonly exclude: string;
  readonly keywords: string;
  readonly notKeywords: string;
  readonly examples: string;
};

export const emptyTexts: FieldTexts = {
  label: '',
  description: '',
  include: '',
  exclude: '',
  keywords: '',
  notKeywords: '',
  examples: '',
};

export function openTexts(theme: ThemeView): FieldTexts {
  return {
    label: theme.label,
    description: theme.description,
    include: theme.include,
    exclude: theme.exclude,
    keywords: theme.keywords.join('\n'),
    notKeywords: theme.notKeywords.join('\n'),
    examples: theme.examples.join('\n'),
  };
}

/** The entries of a list that was written one a line; blank lines are nothing, and the same entry counts once. */
export function readLines(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}

const isSameList = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((entry, at) => entry === b[at]);

/** Only what the form changes of a theme, ready for an action. A label that was emptied stays as it is. */
export function changedFields(theme: ThemeView, texts: FieldTexts): ThemeFields {
  const fields: ThemeFields = {};
  const label = texts.label.trim();
  if (label !== '' && label !== theme.label) fields.label = label;
  for (const name of ['description', 'include', 'exclude'] as const) {
    const text = texts[name].trim();
    if (text !== theme[name].trim()) fields[name] = text;
  }
  for (const name of ['keywords', 'notKeywords', 'examples'] as const) {
    const entries = readLines(texts[name]);
    if (!isSameList(entries, theme[name])) fields[name] = entries;
  }
  return fields;
}

/** The fields of a new theme: all that was written. */
export function newFields(texts: FieldTexts): ThemeFields & { label: string } {
  const nothing: ThemeView = {
    ...emptyTexts,
    id: '',
    dimension: '',
    parent: null,
    keywords: [],
    notKeywords: [],
    examples: [],
    quotes: 0,
    participants: 0,
    disputed: 0,
  };
  return { ...changedFields(nothing, texts), label: texts.label.trim() };
}
