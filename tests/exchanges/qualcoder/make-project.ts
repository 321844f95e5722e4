import { type Cell, makeDatabase, type Tables } from '../sqlite/make-database.js';

type Rows = readonly (readonly Cell[])[];

/** Rows by table; a table that is not named has none, and one that is `null` is not there. */
export type ProjectRows = Readonly<Record<string, Rows | null>>;

const authored = 'owner text, date text, memo text';

/** The tables of version 17 of QualCoder's database that matter here. */
const columns: Readonly<Record<string, string>> = {
  project: 'databaseversion text, date text, memo text,about text, bookmarkfile integer, codername text',
  source:
    'id integer primary key, name text, fulltext text, mediapath text, memo text, owner text, date text, av_text_id integer, unique(name)',
  code_name:
    'cid integer primary key, name text, memo text, catid integer, owner text,date text, color text, supercid integer, unique(name)',
  code_cat:
    'catid integer primary key, name text, owner text, date text, memo text, supercatid integer, unique(name)',
  code_text: `ctid integer primary key, cid integer, fid integer,seltext text, pos0 integer, pos1 integer, ${authored}, avid integer, important integer, unique(cid,fid,pos0,pos1, owner)`,
  code_av: 'avid integer primary key,id integer,pos0 integer, pos1 integer, cid integer, memo text',
  code_image: 'imid integer primary key,id integer,x1 integer, y1 integer, cid integer, memo text',
  cases:
    'caseid integer primary key, name text, memo text, owner text,date text, constraint ucm unique(name)',
  case_text: `id integer primary key, caseid integer, fid integer, pos0 integer, pos1 integer, ${authored}`,
  annotation:
    'anid integer primary key, fid integer,pos0 integer, pos1 integer, memo text, owner text, date text, unique(fid,pos0,pos1,owner)',
  attribute:
    'attrid integer primary key, name text, attr_type text, value text, id integer, date text, owner text',
  journal: 'jid integer primary key, name text, jentry text, date text, owner text, unique(name)',
  graph: 'grid integer primary key, name text',
};

/** The database of a project of QualCoder. */
export function makeQualcoder(rows: ProjectRows, name = 'nights.qda') {
  const project: Rows = [['v17', '2026-01-02 03:04:05', '', 'QualCoder 4.0', 0, 'default']];
  const tables = Object.entries(columns).flatMap(([table, own]): [string, Tables[string]][] => {
    const given = rows[table] ?? (table === 'project' ? project : []);
    return rows[table] === null ? [] : [[table, { columns: own, rows: given }]];
  });
  return { name, bytes: makeDatabase(Object.fromEntries(tables)) };
}

export const source = (id: number, name: string, text: string | null, memo = ''): readonly Cell[] => [
  ...[id, name, text, text === null ? `/audio/${name}` : `/docs/${name}`, memo],
  ...['default', '2026-01-02 03:04:05', null],
];

export const code = (
  id: number,
  name: string,
  above: { cat?: number; code?: number; memo?: string } = {},
) => [
  ...[id, name, above.memo ?? '', above.cat ?? null, 'default', '2026-01-02 03:04:05'],
  ...['#FF0000', above.code ?? null],
];

export const category = (id: number, name: string, above: number | null = null): readonly Cell[] => [
  ...[id, name, 'default', '2026-01-02 03:04:05', '', above],
];

export type CodingParts = {
  readonly code: number;
  readonly file: number;
  readonly words: string;
  readonly place: readonly [number, number];
  readonly owner?: string;
  readonly memo?: string;
  readonly important?: number;
};

export const coding = (id: number, parts: CodingParts): readonly Cell[] => [
  ...[id, parts.code, parts.file, parts.words, ...parts.place, parts.owner ?? 'default'],
  ...['2026-02-03 04:05:06', parts.memo ?? '', null, parts.important ?? null],
];
