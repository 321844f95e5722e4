import { ToolkitError } from '../../errors.js';
import type { SourceBytes } from '../../packages/open-package.js';
import { type JsonObject, readList, readObject, readString } from '../annotations/read-json.js';
import type { ExchangedDecision, ExchangedTheme } from '../exchange.js';
import { type MarkedPassage, type MarkedReading, nameOnly } from '../marked/marked-reading.js';

/** Bytes of the beginning that tell: more than any quote. */
const BEGINNING = 65_536;

/** Whether a file of JSON lines holds quotes as `json-lines` writes them, rather than a transcript. Never throws. */
export function holdsQuoteLines({ bytes }: SourceBytes): boolean {
  const beginning = new TextDecoder().decode(bytes.subarray(0, BEGINNING));
  return isQuote(parseLine(beginning.replace(/^\uFEFF/, '').split('\n', 1)[0] ?? ''));
}

/**
 * Reads quotes as `json-lines` writes them. Lines that are none are left out and counted. Throws `ToolkitError`
 * `json-syntax` where the bytes are no UTF-8.
 */
export function readQuoteLines(source: SourceBytes): MarkedReading {
  const lines = decodeLines(source);
  const quotes = lines.map(parseLine).filter(isQuote);
  const passages = quotes.map(readPassage);
  const themes = new Map<string, ExchangedTheme>();
  const coders = new Set<string>();
  for (const { decisions, coder } of passages) {
    for (const { theme } of decisions) themes.set(theme, { ...nameOnly(theme, ''), id: theme });
    for (const name of [coder, ...decisions.map((decision) => decision.coder)])
      if (name !== undefined) coders.add(name);
  }
  const left = lines.length - quotes.length;
  const reason = 'it is no quote with a transcript and words';
  return {
    origin: '',
    themes: [...themes.values()],
    coders: [...coders].map((name) => ({ key: name, name, isCode: true })),
    passages,
    losses: left === 0 ? [] : [{ element: 'line', count: left, reason, kept: false, isLeft: true }],
  };
}

function decodeLines({ name, bytes }: SourceBytes): readonly string[] {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.split('\n').filter((line) => line.trim() !== '');
  } catch (cause) {
    throw new ToolkitError('json-syntax', `${name} is no UTF-8`, {
      hint: 'Save it as UTF-8, or export it again.',
      place: { file: name },
      cause,
    });
  }
}

function parseLine(line: string): JsonObject | undefined {
  try {
    return readObject(JSON.parse(line));
  } catch {
    return undefined;
  }
}

function isQuote(value: JsonObject | undefined): value is JsonObject {
  const texts = ['id', 'transcript', 'exact'].map((key) => readString(value?.[key]));
  return texts.every((text) => text !== '') && Array.isArray(value?.decisions);
}

function readPassage(quote: JsonObject): MarkedPassage {
  const { start, important } = quote;
  const text = (key: string) => readString(quote[key]);
  return {
    key: text('id'),
    words: text('exact'),
    prefix: text('prefix'),
    suffix: text('suffix'),
    source: text('transcript'),
    ...(typeof start === 'number' && Number.isSafeInteger(start) ? { near: start } : {}),
    ...(text('note') === '' ? {} : { note: text('note') }),
    ...(text('by') === '' ? {} : { coder: text('by') }),
    ...(text('at') === '' ? {} : { at: text('at') }),
    own: {
      id: text('id'),
      ...(text('wording') === '' ? {} : { wording: text('wording') }),
      ...(typeof important === 'boolean' ? { important } : {}),
    },
    decisions: readList(quote.decisions).flatMap((item) => readDecision(readObject(item))),
  };
}

function readDecision(value: JsonObject | undefined): readonly ExchangedDecision[] {
  const { theme, coder, applies, contradicts, at, note } = value ?? {};
  if (readString(theme) === '' || readString(coder) === '' || typeof applies !== 'boolean') return [];
  return [
    {
      theme: readString(theme),
      coder: readString(coder),
      applies,
      ...(applies && contradicts === true ? { contradicts } : {}),
      ...(readString(at) === '' ? {} : { at: readString(at) }),
      ...(readString(note) === '' ? {} : { note: readString(note) }),
    },
  ];
}
