import { ToolkitError } from '../../errors.js';
import type { SourceText } from '../format.js';

/** Parses a source as JSON. Throws `json-syntax`, with line and column where the engine tells the position. */
export function parseJson({ name, text }: SourceText): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const place = placeOf(text, cause instanceof Error ? cause.message : '');
    const where = place === undefined ? '' : ` at line ${place.line}, column ${place.column}`;
    // The engine's own message quotes the transcript: it is not passed on.
    throw new ToolkitError('json-syntax', `${name} is not valid JSON${where}.`, {
      hint: 'The file may be cut off: export it again, or correct it by hand.',
      place: { file: name, ...place },
    });
  }
}

type TextPlace = { readonly line: number; readonly column: number };

function placeOf(text: string, message: string): TextPlace | undefined {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return locate(text, Number(position));
  return message.includes('end of JSON input') ? locate(text, text.length) : undefined;
}

function locate(text: string, position: number): TextPlace {
  const before = text.slice(0, position);
  return { line: before.split('\n').length, column: position - before.lastIndexOf('\n') };
}
