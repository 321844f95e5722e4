import type { Notice, Place } from '../model/notice.js';
import { type Quote, type QuoteRecord, quoteRecordSchema } from '../model/quote.js';
import { holdsEntry, readBytes } from './read-file.js';
import { readJsonLines } from './read-json-lines.js';
import { studyFiles } from './study-files.js';
import { tellError } from './tell.js';
import { type Reading, tryReading } from './try-reading.js';

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

function toQuote({ transcript, start, end, wording, note, important, by, at, ...rest }: QuoteRecord): Quote {
  return {
    ...rest,
    transcriptId: transcript,
    span: { start, end },
    ...(wording === undefined ? {} : { wording }),
    ...(note === undefined ? {} : { note }),
    ...(important === undefined ? {} : { important }),
    ...(by === undefined ? {} : { by }),
    ...(at === undefined ? {} : { at }),
  };
}

/** The line of `quotes.jsonl` for a quote, its keys in the order of the format. */
export function toQuoteRecord({
  id,
  transcriptId,
  span,
  exact,
  prefix,
  suffix,
  ...rest
}: Quote): QuoteRecord {
  return { id, transcript: transcriptId, start: span.start, end: span.end, exact, prefix, suffix, ...rest };
}
