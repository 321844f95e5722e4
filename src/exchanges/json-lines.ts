import type { Study } from '../model/study.js';
import type { Exchange } from './exchange.js';
import { holdsQuoteLines, readQuoteLines } from './json-lines/read-json-lines.js';
import { findParticipant } from './tables/find-participant.js';
import { groupBy } from './tables/group-by.js';
import { listTableLosses } from './tables/list-table-losses.js';

/** A quote in each line, with its place and every coder's last word on it: for programs, and back. */
export const jsonLines: Exchange = {
  id: 'json-lines',
  label: 'Quotes as JSON lines',
  extensions: ['.jsonl'],
  holds: holdsQuoteLines,
  readMarked: readQuoteLines,
  write(study) {
    const quotes = listQuotes(study);
    return {
      bytes: new TextEncoder().encode(quotes.map((quote) => `${JSON.stringify(quote)}\n`).join('')),
      losses: listTableLosses(study, []),
      outgoing: quotes.map(dropTimes),
    };
  },
};

function listQuotes({ quotes, decisions, transcripts }: Study) {
  const byId = new Map(transcripts.map((transcript) => [transcript.id, transcript]));
  const byQuote = groupBy(decisions, ({ quoteId }) => quoteId);
  return quotes.map(({ id, transcriptId, span, exact, prefix, suffix, ...rest }) => ({
    id,
    transcript: transcriptId,
    participant: findParticipant(byId.get(transcriptId), span) || null,
    ...span,
    exact,
    prefix,
    suffix,
    ...rest,
    decisions: (byQuote.get(id) ?? []).map(({ themeId, coder, applies, contradicts, decidedAt, note }) => ({
      theme: themeId,
      coder,
      applies,
      ...(contradicts === undefined ? {} : { contradicts }),
      at: decidedAt || null,
      ...(note === undefined ? {} : { note }),
    })),
  }));
}

/** Times say nothing of anybody, and look like dates that do. */
function dropTimes({ at: _at, decisions, ...rest }: ListedQuote) {
  return { ...rest, decisions: decisions.map(({ at: _decidedAt, ...said }) => said) };
}

type ListedQuote = ReturnType<typeof listQuotes>[number];
