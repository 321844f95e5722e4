import type { TextSuggestion } from '../tag-text.js';
import type { BrokenLine, CutLine } from './cut-lines.js';

/** A record of which the text is known, as it was written. */
type TextRecord = {
  readonly number: number;
  readonly raw: string;
  readonly text: string;
  /** Set where the record has suggestions already, which are to be replaced. */
  readonly fields?: object;
};

export type ReadLine = TextRecord | BrokenLine;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The text of a record, or why there is none. */
export function readLine({ text: raw, number }: CutLine, textField: string): ReadLine {
  const value = parse(raw);
  if (value === undefined) return { number, error: 'the line is not JSON' };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { number, error: 'the line is not a JSON object' };
  }
  const text: unknown = Object.hasOwn(value, textField) ? Reflect.get(value, textField) : undefined;
  if (typeof text !== 'string') return { number, error: `the field "${textField}" is missing or no text` };
  return { number, raw, text, ...(Object.hasOwn(value, 'suggestions') ? { fields: value } : {}) };
}

export function printBroken({ error, number }: BrokenLine): string {
  return `${JSON.stringify({ error, line: number })}\n`;
}

function listTold(suggestions: readonly TextSuggestion[]) {
  return suggestions.map(({ themeId, tagger, confidence, evidence, strength, calibrated, rule }) => ({
    theme: themeId,
    tagger,
    confidence,
    evidence,
    strength,
    calibrated,
    rule,
  }));
}

/** The record with its suggestions behind its fields, which stay as they were written: a number keeps its digits. */
export function printTagged({ raw, fields }: TextRecord, suggestions: readonly TextSuggestion[]): string {
  const told = listTold(suggestions);
  if (fields !== undefined) return `${JSON.stringify({ ...fields, suggestions: told })}\n`;
  return `${raw.slice(0, -1)},"suggestions":${JSON.stringify(told)}}\n`;
}
