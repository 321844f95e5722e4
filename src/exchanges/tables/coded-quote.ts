import type { Decision } from '../../model/decision.js';
import type { Quote } from '../../model/quote.js';
import type { Study } from '../../model/study.js';
import { hashText } from '../../text/hash-text.js';

/** What a coder says of a quote and a theme. */
export type Stance = 'applies' | 'contradicts' | 'does-not-apply';

export const stances: readonly Stance[] = ['applies', 'contradicts', 'does-not-apply'];

/** A quote with all that one coder said of it: what a spreadsheet shows in a row. */
export type CodedQuote = {
  readonly quote: Quote;
  /** Empty for a quote of which nobody said anything. */
  readonly coder: string;
  /** By theme id. */
  readonly verdicts: ReadonlyMap<string, Stance>;
};

/** Hex digits of a signature: 32 bits tell an edit from none but once in four thousand million. */
const SIGNATURE_DIGITS = 8;

export function readStance({ applies, contradicts }: Pick<Decision, 'applies' | 'contradicts'>): Stance {
  if (!applies) return 'does-not-apply';
  return contradicts === true ? 'contradicts' : 'applies';
}

/** One for each quote and coder, in the order of the quotes and then of the coders' names. */
export function listCodedQuotes({
  quotes,
  decisions,
}: Pick<Study, 'quotes' | 'decisions'>): readonly CodedQuote[] {
  const byQuote = new Map<string, Map<string, Map<string, Stance>>>();
  for (const decision of decisions) {
    const coders = byQuote.get(decision.quoteId) ?? new Map<string, Map<string, Stance>>();
    const verdicts = coders.get(decision.coder) ?? new Map<string, Stance>();
    verdicts.set(decision.themeId, readStance(decision));
    coders.set(decision.coder, verdicts);
    byQuote.set(decision.quoteId, coders);
  }
  const nobody: readonly (readonly [string, ReadonlyMap<string, Stance>])[] = [['', new Map()]];
  return quotes.flatMap((quote) => {
    const coders = [...(byQuote.get(quote.id) ?? [])].sort(([one], [other]) => (one < other ? -1 : 1));
    return (coders.length === 0 ? nobody : coders).map(([coder, verdicts]) => ({ quote, coder, verdicts }));
  });
}

/** What a row says that may be edited. Texts are compared as a spreadsheet gives them back. */
export type RowState = {
  readonly id: string;
  /** The words of the transcript. */
  readonly words: string;
  readonly wording: string;
  readonly note: string;
  /** By theme, as the file names it. */
  readonly verdicts: ReadonlyMap<string, Stance>;
};

export const stateOf = ({ quote, verdicts }: CodedQuote): RowState => ({
  id: quote.id,
  words: quote.exact,
  wording: quote.wording ?? '',
  note: quote.note ?? '',
  verdicts,
});

/** Without what a spreadsheet changes on its way: white space at the ends, kinds of line ends, control characters. */
export const settleCell = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .trim();

/** Words as they are compared: spreadsheets change white space. */
export const foldWords = (text: string) => settleCell(text).normalize('NFC').replace(/\s+/g, ' ').trim();

/** Short for the state of a row: an edit gives another one. */
export function signRow({ id, words, wording, note, verdicts }: RowState): string {
  const said = [...verdicts].sort(([one], [other]) => (one < other ? -1 : 1));
  const parts = [id, foldWords(words), settleCell(wording), settleCell(note), said];
  return hashText(JSON.stringify(parts)).slice(0, SIGNATURE_DIGITS);
}

/** Short for the rows of a whole table: tells on import whether the study is still as it was exported. */
export function signTable(rows: readonly CodedQuote[]): string {
  const parts = rows.map((row) => `${row.coder} ${signRow(stateOf(row))}`);
  return hashText(parts.join('\n')).slice(0, SIGNATURE_DIGITS);
}
