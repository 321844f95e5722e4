import type { Study } from '../../model/study.js';
import type { Sheet } from '../../packages/write-workbook.js';
import { type CodedQuote, listCodedQuotes, signRow, signTable, stances, stateOf } from './coded-quote.js';
import { findParticipant } from './find-participant.js';

/** The columns that our import knows again; `as_exported` tells an edit from what the study has changed meanwhile. */
export const quoteColumns = [
  'id',
  'transcript',
  'participant',
  'quote',
  'wording',
  'themes',
  'coder',
  'applies',
  'contradicts',
  'note',
  'as_exported',
] as const;

/**
 * A row for each quote and coder; more than one where the coder also says that a theme does not apply, or that the quote
 * contradicts it. Quotes that nobody decided on have a row to be filled in.
 */
export function tabulateQuotes(study: Study): Sheet {
  const coded = listCodedQuotes(study);
  const table = signTable(coded);
  const transcripts = new Map(study.transcripts.map((transcript) => [transcript.id, transcript]));
  const rows = coded.flatMap((row) => {
    const { id, transcriptId, exact, wording = '', note = '', span } = row.quote;
    const participant = findParticipant(transcripts.get(transcriptId), span);
    const signed = `${signRow(stateOf(row))}.${table}`;
    return listStances(row).map(({ themes, applies, contradicts }) => [
      ...[id, transcriptId, participant, exact, wording, themes, row.coder],
      ...[applies, contradicts, note, signed],
    ]);
  });
  return { name: 'quotes', header: quoteColumns, rows };
}

function listStances({ verdicts }: CodedQuote) {
  const said = stances
    .map((stance) => ({
      stance,
      themes: [...verdicts].flatMap(([theme, own]) => (own === stance ? theme : [])).join('; '),
    }))
    .filter(({ themes }) => themes !== '');
  return (said.length === 0 ? [{ stance: 'applies', themes: '' }] : said).map(({ stance, themes }) => ({
    themes,
    applies: stance === 'does-not-apply' ? 'no' : 'yes',
    contradicts: stance === 'contradicts' ? 'yes' : '',
  }));
}
