import { ToolkitError } from '../../errors.js';
import type { Quote } from '../../model/quote.js';
import type { Settings } from '../../model/settings.js';
import type { Transcript } from '../../model/transcript.js';
import { parseTranscript } from '../../pipeline/parse-transcript.js';
import { listEntries, readBytes } from '../read-file.js';
import { readParticipants } from '../read-participants.js';
import { readQuotes } from '../read-quotes.js';
import { isAside } from '../read-transcripts.js';
import { studyFolders } from '../study-files.js';

/**
 * Of the quotes with these ids, the number that the written study has, each with its own words at its place. One
 * transcript is held at a time.
 */
export function countInPlace(folder: string, settings: Settings, ids: ReadonlySet<string>): number {
  if (ids.size === 0) return 0;
  const quotes = groupByTranscript(folder, ids);
  const rules = {
    settings,
    participantIds: new Set(readParticipants(folder).value.participants.map(({ id }) => id)),
  };
  let count = 0;
  for (const { name, isFolder } of listEntries(folder, studyFolders.transcripts)) {
    if (isFolder || isAside(name)) continue;
    for (const { id, text } of parseEntry(folder, name, rules)) {
      for (const { span, exact } of quotes.get(id) ?? [])
        if (text.slice(span.start, span.end) === exact) count += 1;
      // Of two transcripts with one id the first is used.
      quotes.delete(id);
    }
  }
  return count;
}

function groupByTranscript(folder: string, ids: ReadonlySet<string>): Map<string, Quote[]> {
  const found = new Map<string, Quote[]>();
  for (const { quote } of readQuotes(folder).value) {
    if (!ids.has(quote.id)) continue;
    const own = found.get(quote.transcriptId);
    if (own === undefined) found.set(quote.transcriptId, [quote]);
    else own.push(quote);
  }
  return found;
}

/** What cannot be read holds no quote in place. */
function parseEntry(
  folder: string,
  name: string,
  rules: Parameters<typeof parseTranscript>[1],
): readonly Transcript[] {
  try {
    const bytes = readBytes(folder, `${studyFolders.transcripts}/${name}`);
    const { transcripts } = parseTranscript({ name: name.normalize('NFC'), bytes }, rules);
    return transcripts.map(({ transcript }) => transcript);
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    return [];
  }
}
