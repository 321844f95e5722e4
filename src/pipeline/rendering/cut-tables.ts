/** A table of a Markdown text: its cells are Markdown too, every row as long as the header. */
export type CutTable = {
  readonly header: readonly string[];
  readonly isRight: readonly boolean[];
  readonly rows: readonly (readonly string[])[];
};

const delimiterRow = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const fence = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Takes the tables (those of GitHub Flavored Markdown, §4.10, that stand in no quote or list) out of a Markdown text;
 * where each was, `place` stands as a paragraph of its own, with the table's number.
 */
export function cutTables(
  markdown: string,
  place: (number: number) => string,
): { readonly markdown: string; readonly tables: readonly CutTable[] } {
  const lines = markdown.split('\n');
  const kept: string[] = [];
  const tables: CutTable[] = [];
  let open = '';
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    const mark = fence.exec(line)?.[1];
    if (open === '' && startsTable(line, lines[at + 1])) {
      const end = findEnd(lines, at + 2);
      kept.push('', place(tables.length), '');
      tables.push(readTable(lines.slice(at, end)));
      at = end;
      continue;
    }
    if (mark !== undefined) {
      if (open === '') open = mark;
      else if (mark.startsWith(open)) open = '';
    }
    kept.push(line);
    at++;
  }
  return { markdown: kept.join('\n'), tables };
}

function startsTable(line: string, next: string | undefined): boolean {
  if (next === undefined || !line.includes('|') || !next.includes('|') || !delimiterRow.test(next))
    return false;
  return /^ {0,3}\S/.test(line) && splitRow(line).length === splitRow(next).length;
}

function findEnd(lines: readonly string[], from: number): number {
  let end = from;
  while (end < lines.length && /^ {0,3}[^\s>#]/.test(lines[end] ?? '') && (lines[end] ?? '').includes('|'))
    end++;
  return end;
}

function readTable([first = '', second = '', ...others]: readonly string[]): CutTable {
  const header = splitRow(first);
  const rows = others.map((line) => {
    const cells = splitRow(line);
    return header.map((_, column) => cells[column] ?? '');
  });
  const isRight = splitRow(second).map((cell) => cell.endsWith(':') && !cell.startsWith(':'));
  return { header, isRight, rows };
}

/** The cells of a row; an escaped stroke is part of its cell. */
function splitRow(line: string): readonly string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim());
}
