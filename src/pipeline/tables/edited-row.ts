import type { Stance } from '../../exchanges/tables/coded-quote.js';

/** A row of a table of quotes that this tool wrote and somebody edited; what the table does not say is empty. */
export type EditedRow = {
  readonly line: number;
  readonly id: string;
  readonly quote: string;
  readonly wording: string;
  /** As written: ids or labels. */
  readonly themes: readonly string[];
  readonly stance: Stance;
  readonly coder: string;
  readonly note: string;
  /** Of the row and of the whole table as they were written, joined by a full stop. */
  readonly asExported: string;
};

/** The rows of one quote and coder: what they say together. */
export type RowGroup = {
  readonly id: string;
  readonly coder: string;
  readonly line: number;
  readonly rows: readonly EditedRow[];
  /** Signature of the row as it was written; empty where the table has lost it. */
  readonly signature: string;
  /** By theme id; a theme that is said to apply and not to is in `unclear`. */
  readonly verdicts: ReadonlyMap<string, Stance>;
  readonly unclear: readonly string[];
};

export type GroupContext = {
  /** Who is meant where a row names nobody. */
  readonly coder: string;
  /** Ids by the names as written. */
  readonly themeIds: ReadonlyMap<string, string>;
};

export const nameRow = ({ id, coder }: { readonly id: string; readonly coder: string }) =>
  JSON.stringify([id, coder]);

/** Rows of one quote and coder together, in the order of the table. */
export function groupRows(rows: readonly EditedRow[], context: GroupContext): readonly RowGroup[] {
  const groups = new Map<string, EditedRow[]>();
  for (const row of rows) {
    const key = nameRow({ id: row.id, coder: row.coder || context.coder });
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [row]);
    else known.push(row);
  }
  return [...groups.values()].flatMap((own) => makeGroup(own, context));
}

function makeGroup(rows: readonly EditedRow[], { coder, themeIds }: GroupContext): readonly RowGroup[] {
  const [first] = rows;
  if (first === undefined) return [];
  const verdicts = new Map<string, Stance>();
  const unclear = new Set<string>();
  for (const { themes, stance } of rows)
    for (const name of themes) {
      const id = themeIds.get(name);
      if (id === undefined) continue;
      if ((verdicts.get(id) ?? stance) !== stance) unclear.add(id);
      verdicts.set(id, stance);
    }
  const signed = rows.find(({ asExported }) => asExported !== '')?.asExported ?? '';
  const signature = signed.split('.')[0] ?? '';
  const { id, line } = first;
  return [{ id, coder: first.coder || coder, line, rows, signature, verdicts, unclear: [...unclear] }];
}
