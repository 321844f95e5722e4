import type { Notice, Place } from '../model/notice.js';
import { type Quote, quoteRecordSchema } from '../model/quote.js';
import { toQuote } from '../pipeline/reviewing/quote-record.js';
import { holdsEntry, readBytes } from './read-file.js';
import { readJsonLines } from './read-json-lines.js';
import { studyFiles } from './study-files.js';
import { tellError } from './tell.js';
import { type Reading, tryReading } from './try-reading.js';

export { toQuoteRecord } from '../pipeline/reviewing/quote-record.js';

const file = studyFiles.quotes;
const example =
  '{"id":"q_7c1d9e02b4","transcript":"P01","start":1204,"end":1231,"exact":"I am judged on what I build","prefix":"","suffix":""}';

/** A quote as recorded, and the line that records it. */
export type RecordedQuote = { readonly quote: Quote; readonly place: Place };

/** Reads `quotes.jsonl`. Of two quotes with one id the first is used. */
export function readQuotes(folder: string): Reading<readonly RecordedQuote[]> {
  return tryReading<readonly RecordedQuote[]>(file, [], () => {
    if (!holdsEntry(folder, file)) return { value: [], notices: [] };
    const lines = readJsonLines({ file, bytes: readBytes(folder, file), schema: quoteRecordSchema, example });
    const byId = new Map<string, RecordedQuote>();
    const twice: Notice[] = [];
    for (const { record, place } of lines.value) {
      const first = byId.get(record.id);
      if (first === undefined) byId.set(record.id, { quote: toQuote(record), place });
      else twice.push(tellTwice(record.id, first.place, place));
    }
    return { value: [...byId.values()], notices: [...lines.notices, ...twice] };
  });
}

function tellTwice(id: string, first: Place, second: Place): Notice {
  const message = `the quote id "${id}" stands in line ${first.line} and line ${second.line}: the first is used. Give one of them another id`;
  return tellError('quote-id-twice', second, message);
}
