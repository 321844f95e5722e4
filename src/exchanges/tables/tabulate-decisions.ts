import type { Study } from '../../model/study.js';
import type { Sheet } from '../../packages/write-workbook.js';

const header = [
  'quote',
  'transcript',
  'theme',
  'theme_label',
  'dimension',
  'coder',
  'applies',
  'contradicts',
  'decided_at',
  'note',
];

/** A row for each last word of a coder, without any words of participants. */
export function tabulateDecisions({ quotes, decisions, taxonomy }: Study): Sheet {
  const transcripts = new Map(quotes.map(({ id, transcriptId }) => [id, transcriptId]));
  const themes = new Map(taxonomy.themes.map((theme) => [theme.id, theme]));
  const rows = decisions.map(({ quoteId, themeId, coder, applies, contradicts, decidedAt, note = '' }) => [
    ...[quoteId, transcripts.get(quoteId) ?? '', themeId],
    ...[themes.get(themeId)?.label ?? '', themes.get(themeId)?.dimension ?? '', coder],
    ...[applies ? 'yes' : 'no', contradicts === true ? 'yes' : '', decidedAt, note],
  ]);
  return { name: 'decisions', header, rows };
}
