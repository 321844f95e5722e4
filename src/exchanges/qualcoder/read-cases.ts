import type { ExchangedParticipant } from '../exchange.js';
import type { Database, SqlRow } from '../sqlite/open-database.js';
import { textOf } from '../sqlite/read-cells.js';
import { groupBy } from '../tables/group-by.js';

export type ReadCases = {
  readonly participants: readonly ExchangedParticipant[];
  /** Number of values of files that belong to a case. */
  readonly withheld: number;
};

/** Cases with their attributes and texts; a text with attributes that belongs to no case is one too. */
export function readCases(database: Database, texts: readonly SqlRow[]): ReadCases {
  const values = database.read('attribute').filter((row) => textOf(row, 'value').trim() !== '');
  const known = new Set(texts.map((row) => textOf(row, 'id')));
  const parts = groupBy(database.read('case_text'), (row) => textOf(row, 'caseid'));
  const ofCases = groupValues(values, 'case');
  const ofFiles = groupValues(values, 'file');
  const cases = database.read('cases').map((row): ExchangedParticipant => {
    const id = textOf(row, 'caseid');
    const own = (parts.get(id) ?? []).map((part) => textOf(part, 'fid')).filter((fid) => known.has(fid));
    return {
      key: `case ${id}`,
      name: textOf(row, 'name').trim(),
      attributes: nameValues(ofCases.get(id) ?? []),
      texts: [...new Set(own)],
    };
  });
  const taken = new Set(cases.flatMap((participant) => participant.texts));
  const files = texts.flatMap((row): readonly ExchangedParticipant[] => {
    const id = textOf(row, 'id');
    const own = ofFiles.get(id);
    if (own === undefined || taken.has(id)) return [];
    const name = textOf(row, 'name').replace(/(?<=.)\.\w{2,4}$/, '');
    return [{ key: `file ${id}`, name, attributes: nameValues(own), texts: [id] }];
  });
  const withheld = [...taken].reduce((sum, id) => sum + (ofFiles.get(id)?.length ?? 0), 0);
  return { participants: [...cases, ...files], withheld };
}

/** Values of cases or files by the id of these. */
function groupValues(values: readonly SqlRow[], kind: 'case' | 'file') {
  return groupBy(
    values.filter((row) => textOf(row, 'attr_type') === kind),
    (row) => textOf(row, 'id'),
  );
}

const nameValues = (values: readonly SqlRow[]) =>
  Object.fromEntries(values.map((row) => [textOf(row, 'name').trim(), textOf(row, 'value').trim()]));
