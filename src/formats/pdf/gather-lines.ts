import type { Page, PlacedText, PrintedLine } from './page.js';

// Shares of the size of the letters.
/** Below this two baselines are one: raised numbers and signs. */
const sameBaseline = 0.35;
/** From here on the white between two stretches is a space. */
const spaceWidth = 0.15;
/** From here on it parts columns. */
const columnGap = 2.5;

/** Characters: what stands before a column of speech is at most as long as a speaker's label. */
const longestLabel = 30;

/** Sets the stretches of a page together to lines, from top to bottom. */
export function gatherLines({ texts }: Page): readonly PrintedLine[] {
  const rows: PlacedText[][] = [];
  for (const text of texts.toSorted((one, other) => one.baseline - other.baseline)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row !== undefined && first !== undefined && isSameRow(first, text)) row.push(text);
    else rows.push([text]);
  }
  return rows.map((row) => joinRow(row.toSorted((one, other) => one.left - other.left)));
}

function isSameRow(first: PlacedText, next: PlacedText): boolean {
  return next.baseline - first.baseline <= sameBaseline * Math.max(first.size, next.size);
}

function joinRow(row: readonly PlacedText[]): PrintedLine {
  const [first] = row;
  let text = '';
  let right = first?.left ?? 0;
  let isParted = false;
  for (const piece of row) {
    const gap = text === '' ? 0 : (piece.left - right) / piece.size;
    const isAfterLabel: boolean = !isParted && isLabelLong(text.trim());
    if (gap > columnGap) {
      text = `${text.trimEnd()}${isAfterLabel ? '\t' : ' '}`;
      isParted ||= !isAfterLabel;
    } else if (gap > spaceWidth && !/\s$/.test(text)) text += ' ';
    text += piece.text;
    right = Math.max(right, piece.right);
  }
  return {
    text: text.trim(),
    left: first?.left ?? 0,
    right,
    baseline: first?.baseline ?? 0,
    size: row.reduce((most, { size }) => Math.max(most, size), 0),
    isNumbered: false,
    isParted,
  };
}

/** Whether what stands before a gap is no longer than a speaker's label. */
function isLabelLong(text: string): boolean {
  return text.length <= longestLabel && !text.includes('\t');
}
