import { z } from 'zod';
import type { ThemeFields } from '../../../../model/action.js';
import { type Base, markBase } from '../../../../model/base.js';
import type { ThemeView } from '../../../messages/study.js';

export const fieldTextsSchema = z.object({
  label: z.string(),
  description: z.string(),
  include: z.string(),
  exclude: z.string(),
  keywords: z.string(),
  notKeywords: z.string(),
  examples: z.string(),
});
/** What a theme says of itself as it stands in the fields of a form: lists have one entry a line. */
export type FieldTexts = z.infer<typeof fieldTextsSchema>;

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

/** Only what a form changes of a theme since it was opened, ready for an action. A label that was emptied stays as it is. */
export function changedFields(opened: FieldTexts, texts: FieldTexts): ThemeFields {
  const fields: ThemeFields = {};
  const label = texts.label.trim();
  if (label !== '' && label !== opened.label.trim()) fields.label = label;
  for (const name of ['description', 'include', 'exclude'] as const) {
    const text = texts[name].trim();
    if (text !== opened[name].trim()) fields[name] = text;
  }
  for (const name of ['keywords', 'notKeywords', 'examples'] as const) {
    const entries = readLines(texts[name]);
    if (!isSameList(entries, readLines(opened[name]))) fields[name] = entries;
  }
  return fields;
}

/** The marks of the fields that an action changes, as a form was opened with them. */
export function markFields(opened: FieldTexts, fields: ThemeFields): Base {
  const all = Object.entries(markBase(opened));
  return Object.fromEntries(all.filter(([name]) => name in fields));
}

/** The fields of a new theme: all that was written. */
export function newFields(texts: FieldTexts): ThemeFields & { label: string } {
  return { ...changedFields(emptyTexts, texts), label: texts.label.trim() };
}
