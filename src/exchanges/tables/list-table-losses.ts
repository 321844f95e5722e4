import type { Study } from '../../model/study.js';
import type { Loss } from '../exchange.js';
import { countDisputed } from './tabulate-matrix.js';

type Table = 'quotes' | 'decisions' | 'matrix';

/** What single tables, or a workbook of several, have no column for. */
export function listTableLosses(study: Study, tables: readonly Table[]): readonly Loss[] {
  const { transcripts, quotes, decisions, taxonomy, memos } = study;
  const has = (table: Table) => tables.includes(table);
  const described = taxonomy.themes.filter(
    ({ description, include, exclude, keywords, notKeywords, examples }) =>
      [description, include, exclude, ...keywords, ...notKeywords, ...examples].some((text) => text !== ''),
  );
  const counted: readonly (readonly [string, number, string])[] = [
    ['transcript', transcripts.length, 'tables hold quotes only: a .qdpx has whole transcripts'],
    ['place of a quote', has('quotes') ? quotes.length : 0, 'it is found again by its words'],
    [
      'time and note of a decision',
      has('quotes') && !has('decisions') ? decisions.length : 0,
      'the table of decisions has them (--table decisions)',
    ],
    [
      'theme on which coders differ',
      has('matrix') ? countDisputed(study) : 0,
      'no cell counts it: "themeloom agree" lists these',
    ],
    ['description of a theme', described.length, 'a .qdc or .qdpx has it'],
    ['memo', memos.length, 'a .qdpx has it'],
  ];
  return counted
    .filter(([, count]) => count > 0)
    .map(([element, count, reason]) => ({ element, count, reason, kept: false }));
}
