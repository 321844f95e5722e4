import type { SignRoles } from './pair-signs.js';
import type { ScannedLine } from './scan-turn.js';

/** One end of a mark: an offset into the words of its turn. */
export type MarkEnd = {
  readonly role: 'opens' | 'closes';
  readonly themes: readonly string[];
  readonly offset: number;
  readonly line: number;
};

export type JoinedLines = { readonly words: string; readonly ends: readonly MarkEnd[] };

/**
 * Joins the lines of a turn to its words: by a space within a paragraph, by a line feed between two and around
 * code. Runs of spaces become one; signs with a role are gone and their places kept.
 */
export function joinLines(lines: readonly ScannedLine[], roles: SignRoles): JoinedLines {
  const parts: string[] = [];
  const ends: MarkEnd[] = [];
  let length = 0;
  let glue = '';
  for (const line of lines) {
    const built = buildLine(line, roles);
    if (line.code || built.words === '') glue = '\n';
    const between = length === 0 || built.words === '' ? '' : glue;
    const start = length + between.length;
    for (const end of built.ends) ends.push({ ...end, offset: start + end.offset });
    if (built.words === '') continue;
    parts.push(between, length === 0 ? built.words.trimStart() : built.words);
    length = start + (parts.at(-1)?.length ?? 0);
    glue = line.code ? '\n' : ' ';
  }
  return { words: parts.join(''), ends };
}

function buildLine({ pieces, code }: ScannedLine, roles: SignRoles): JoinedLines {
  const [only] = pieces;
  if (pieces.length === 1 && only?.piece.kind === 'text' && !code) {
    return { words: foldSpaces(only.piece.text, '').trimEnd(), ends: [] };
  }
  const parts: string[] = [];
  const ends: MarkEnd[] = [];
  let length = 0;
  for (const { piece, line } of pieces) {
    const role = roles.get(piece);
    if (piece.kind === 'sign' && role !== undefined) {
      ends.push({ role, themes: piece.themes ?? [], offset: length, line });
      continue;
    }
    const text = code ? piece.text : foldSpaces(piece.text, parts.at(-1) ?? '');
    if (text === '') continue;
    parts.push(text);
    length += text.length;
  }
  const trimmed = parts.join('').trimEnd();
  return {
    words: trimmed,
    ends: ends.map((end) => ({ ...end, offset: Math.min(end.offset, trimmed.length) })),
  };
}

/** Makes each run of spaces one, also across the end of `before`, the part above; none at the beginning of a line. */
function foldSpaces(text: string, before: string): string {
  const folded = text.includes('  ') || text.includes('\t') ? text.replace(/[ \t]+/g, ' ') : text;
  if (before === '') return folded.trimStart();
  return folded.startsWith(' ') && before.endsWith(' ') ? folded.slice(1) : folded;
}
