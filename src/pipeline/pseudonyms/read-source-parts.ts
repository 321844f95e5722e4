import type { Span } from '../../model/span.js';
import type { Edit } from './find-edits.js';

/** A literal of a JSON source: where it stands with its quotes, where its value begins in the part, and the value. */
type Piece = { readonly source: Span; readonly start: number; readonly value: string };

/** A stretch of a source in which strings are looked for; the pieces are those of JSON, which escapes its values. */
export type SourcePart = { readonly text: string; readonly pieces: readonly Piece[] | undefined };

/**
 * The parts of a source: of JSON, for each key the values under it, one a line, since services write one word an object
 * (keys themselves stay as they are); of anything else the whole text.
 */
export function readSourceParts(text: string, isJson: boolean): readonly SourcePart[] {
  if (!isJson) return [{ text, pieces: undefined }];
  const byKey = new Map<string, Piece[]>();
  let key = '';
  for (const source of findLiterals(text)) {
    const value = String(JSON.parse(text.slice(source.start, source.end)));
    if (isFollowedByColon(text, source.end)) key = value;
    else {
      const group = byKey.get(key) ?? [];
      byKey.set(key, group);
      const last = group.at(-1);
      group.push({ source, start: last === undefined ? 0 : last.start + last.value.length + 1, value });
    }
  }
  return [...byKey.values()].map((pieces) => ({
    text: pieces.map(({ value }) => value).join('\n'),
    pieces,
  }));
}

/** Where the strings of a valid JSON text stand, quotes included. A loop: a pattern would need a stack as long as they are. */
function findLiterals(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (let start = text.indexOf('"'); start !== -1; ) {
    let end = start + 1;
    while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
    spans.push({ start, end: end + 1 });
    start = text.indexOf('"', end + 1);
  }
  return spans;
}

function isFollowedByColon(text: string, end: number): boolean {
  let at = end;
  while (/\s/.test(text[at] ?? '')) at += 1;
  return text[at] === ':';
}

/** Edits of a part as edits of its source: a JSON literal that changes is written anew, and no other. */
export function toSourceEdits({ pieces }: SourcePart, edits: readonly Edit[]): readonly Edit[] {
  if (pieces === undefined) return edits;
  let next = 0;
  return pieces.flatMap(({ source, start, value }) => {
    const own: Edit[] = [];
    for (let edit = edits[next]; edit !== undefined && edit.end <= start + value.length; edit = edits[++next])
      own.push({ ...edit, start: edit.start - start, end: edit.end - start });
    const [first] = own;
    if (first === undefined) return [];
    return [{ ...source, replacement: JSON.stringify(editValue(value, own)), key: first.key }];
  });
}

function editValue(value: string, edits: readonly Edit[]): string {
  let from = 0;
  let edited = '';
  for (const { start, end, replacement } of edits) {
    edited += value.slice(from, start) + replacement;
    from = end;
  }
  return edited + value.slice(from);
}
