import { ToolkitError } from '../../errors.js';
import type { SourceBytes } from '../../packages/open-package.js';

export type JsonObject = Readonly<Record<string, unknown>>;

/** The value of a file of JSON; throws `ToolkitError` `json-syntax`. */
export function readJson({ name, bytes }: SourceBytes): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new ToolkitError('json-syntax', `${name} is no JSON, or no UTF-8`, {
      hint: 'Export it again from the other tool.',
      place: { file: name },
      cause,
    });
  }
}

export function readObject(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

/** One value stands for a list of one; nothing for none. */
export function readList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

export const readString = (value: unknown): string => (typeof value === 'string' ? value : '');
