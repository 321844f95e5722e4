export type Cell = string | number | null;

/** A table by its name: what stands between the parentheses of `CREATE TABLE`, and rows in the order of their ids. */
export type Tables = Readonly<
  Record<string, { readonly columns: string; readonly rows: readonly (readonly Cell[])[] }>
>;

/** The largest page there is: each table has to fit on one. */
const PAGE = 65_536;
const LEAF = 13;

/** A database of SQLite (file format 3): each table on one page, an integer primary key in the first column. */
export function makeDatabase(tables: Tables): Uint8Array {
  const names = Object.keys(tables);
  const schema = names.map((name, index): readonly Cell[] => {
    const sql = `CREATE TABLE ${name} (${tables[name]?.columns})`;
    return ['table', name, name, index + 2, sql];
  });
  const pages = [
    makePage(
      schema.map((cells, index) => [index + 1, cells]),
      100,
    ),
    ...names.map((name) => makePage((tables[name]?.rows ?? []).map(splitRow), 0)),
  ];
  const bytes = new Uint8Array(Buffer.concat(pages));
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('SQLite format 3\0'));
  view.setUint16(16, 1);
  bytes.set([1, 1, 0, 64, 32, 32], 18);
  view.setUint32(28, pages.length);
  view.setUint32(44, 4);
  view.setUint32(56, 1);
  return bytes;
}

type Row = readonly [id: number, cells: readonly Cell[]];

/** The id is not in the record, which has nothing in its place. */
function splitRow(cells: readonly Cell[], index: number): Row {
  const [id] = cells;
  return typeof id === 'number' ? [id, [null, ...cells.slice(1)]] : [index + 1, cells];
}

function makePage(rows: readonly Row[], from: number): Uint8Array {
  const bytes = new Uint8Array(PAGE);
  const view = new DataView(bytes.buffer);
  let end = PAGE;
  view.setUint8(from, LEAF);
  view.setUint16(from + 3, rows.length);
  for (const [index, [id, cells]] of rows.entries()) {
    const record = makeRecord(cells);
    const cell = [...makeVarint(record.length), ...makeVarint(id), ...record];
    end -= cell.length;
    if (end < from + 8 + rows.length * 2) throw new Error('a table of the test does not fit on its page');
    bytes.set(cell, end);
    view.setUint16(from + 8 + index * 2, end);
  }
  view.setUint16(from + 5, end % PAGE);
  return bytes;
}

function makeRecord(cells: readonly Cell[]): readonly number[] {
  const parts = cells.map((cell): { readonly type: number; readonly bytes: readonly number[] } => {
    if (cell === null) return { type: 0, bytes: [] };
    if (typeof cell === 'string') {
      const bytes = [...new TextEncoder().encode(cell)];
      return { type: 13 + 2 * bytes.length, bytes };
    }
    const view = new DataView(new ArrayBuffer(8));
    view.setBigInt64(0, BigInt(cell));
    return { type: 6, bytes: [...new Uint8Array(view.buffer)] };
  });
  const types = parts.flatMap(({ type }) => makeVarint(type));
  const size = types.length < 127 ? types.length + 1 : types.length + 2;
  return [...makeVarint(size), ...types, ...parts.flatMap(({ bytes }) => bytes)];
}

function makeVarint(value: number): readonly number[] {
  const digits = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128))
    digits.unshift((rest % 128) + 128);
  return digits;
}
