export type JsonPath = readonly (string | number)[];

type Frame = { readonly isList: boolean; key: string; index: number; expectsKey: boolean };

/**
 * Tells on which line (1-based) of a valid JSON text each object or list directly under `path` begins; line 1 for
 * what is not there. `JSON.parse` does not say.
 */
export function locateEntries(text: string, path: JsonPath): (key: string | number) => number {
  if (!text.trimEnd().includes('\n')) return () => 1;
  const lines = scanEntries(text, path.map(String));
  return (key) => lines.get(String(key)) ?? 1;
}

function scanEntries(text: string, path: readonly string[]): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const frames: Frame[] = [];
  let line = 1;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '\n') line += 1;
    else if (char === '"') {
      const end = findStringEnd(text, at);
      if (frames.length <= path.length + 1) noteKey(frames.at(-1), text.slice(at + 1, end));
      at = end;
    } else if (char === '{' || char === '[') {
      if (isUnder(frames, path)) lines.set(currentKey(frames.at(-1)), line);
      frames.push({ isList: char === '[', key: '', index: 0, expectsKey: char === '{' });
    } else if (char === '}' || char === ']') {
      frames.pop();
      if (frames.length === path.length && lines.size > 0) break;
    } else if (char === ',') stepOn(frames.at(-1));
  }
  return lines;
}

function findStringEnd(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text[first - 1] === '\\') first -= 1;
  return (at - first) % 2 === 1;
}

function isUnder(frames: readonly Frame[], path: readonly string[]): boolean {
  return frames.length === path.length + 1 && path.every((key, depth) => currentKey(frames[depth]) === key);
}

function currentKey(frame: Frame | undefined): string {
  if (frame === undefined) return '';
  return frame.isList ? String(frame.index) : frame.key;
}

function noteKey(frame: Frame | undefined, text: string): void {
  if (frame === undefined || !frame.expectsKey) return;
  frame.key = text.includes('\\') ? String(JSON.parse(`"${text}"`)) : text;
  frame.expectsKey = false;
}

function stepOn(frame: Frame | undefined): void {
  if (frame === undefined) return;
  frame.index += 1;
  frame.expectsKey = !frame.isList;
}
