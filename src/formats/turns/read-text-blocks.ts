import { followPath, isRecord, type JsonRecord } from './json-values.js';

const innerKeys = ['text', 'content', 'value', 'word'];

/** How far down blocks may lie in blocks. */
const deepest = 3;

/**
 * The words under the first of these keys that holds any: a text, or blocks of text in a list, which become
 * paragraphs. Blocks that say they are something else (`type: "image"`) give none.
 */
export function readTextBlocks(record: JsonRecord, keys: readonly string[]): string {
  for (const key of keys) {
    const text = readBlocks(followPath(record, [key]), deepest);
    if (text !== '') return text;
  }
  return '';
}

function readBlocks(value: unknown, depth: number): string {
  if (typeof value === 'string') return value.trim();
  if (depth === 0) return '';
  if (Array.isArray(value)) {
    const parts = value.map((part) => readBlocks(part, depth - 1)).filter((part) => part !== '');
    // Lists of single words are a sentence, lists of sentences are paragraphs.
    return parts.join(parts.some((part) => /\s/.test(part)) ? '\n' : ' ');
  }
  if (!isRecord(value) || !isTextBlock(value)) return '';
  return (
    innerKeys.map((key) => readBlocks(followPath(value, [key]), depth - 1)).find((text) => text !== '') ?? ''
  );
}

function isTextBlock({ type }: JsonRecord): boolean {
  return typeof type !== 'string' || /text|word|punct|paragraph|pronunciation/i.test(type);
}
