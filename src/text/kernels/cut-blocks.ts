/** Rows from `first` up to `end`. */
export type Block = { readonly first: number; readonly end: number };

/** What one block may hold; a row longer than `values` is a block by itself. */
export type BlockSize = { readonly rows: number; readonly values: number };

/** Rows go through the room in blocks, so that its size is that of the table of centres and little more. */
export const BLOCK: BlockSize = { rows: 8192, values: 1 << 18 };

/** All rows in order, cut where a block is full. */
export function cutBlocks(rowStarts: Uint32Array, size: BlockSize): readonly Block[] {
  const count = rowStarts.length - 1;
  const blocks: Block[] = [];
  let first = 0;
  for (let row = 0; row < count; row += 1) {
    const values = (rowStarts[row + 1] ?? 0) - (rowStarts[first] ?? 0);
    if (row > first && (values > size.values || row - first === size.rows)) {
      blocks.push({ first, end: row });
      first = row;
    }
  }
  if (count > first) blocks.push({ first, end: count });
  return blocks;
}
