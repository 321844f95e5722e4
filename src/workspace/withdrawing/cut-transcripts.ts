import { isDocument } from '../../formats/index.js';
import type { Anchoring } from '../../model/anchoring.js';
import type { Quote } from '../../model/quote.js';
import type { Transcript } from '../../model/transcript.js';
import { anchorQuotes } from '../../pipeline/anchor-quotes.js';
import type { SpeakerRules } from '../../pipeline/assign-speakers.js';
import { cutQuote } from '../../pipeline/make-quote.js';
import { parseTranscript } from '../../pipeline/parse-transcript.js';
import type { Withdrawal } from '../../pipeline/plan-withdrawal.js';
import { type CutSource, cutSpeaker } from '../../pipeline/withdrawing/cut-speaker.js';
import { decodeBytes } from '../../text/decode-bytes.js';
import { readBytes } from '../read-file.js';
import { studyFolders } from '../study-files.js';

/** A file in `transcripts/` that the participant speaks in: `cut` is absent where it cannot be cut safely. */
export type OwnSource = {
  readonly file: string;
  /** Ids of its transcripts. */
  readonly transcripts: readonly string[];
  /** Whether nobody else is left in it. */
  readonly isAlone: boolean;
  readonly cut?: CutSource;
};

export type SourcesRequest = {
  readonly folder: string;
  readonly withdrawal: Withdrawal;
  readonly transcripts: readonly Transcript[];
  readonly rules: SpeakerRules;
  /** Names as the disk has them. */
  readonly files: readonly string[];
};

/** The files in which a participant speaks, each with what it would be without them. */
export function cutTranscripts({ files, ...request }: SourcesRequest): readonly OwnSource[] {
  return files
    .filter((file) => file.startsWith(`${studyFolders.transcripts}/`))
    .flatMap((file) => cutTranscript(file, request));
}

function cutTranscript(
  file: string,
  { folder, withdrawal, transcripts, rules }: Omit<SourcesRequest, 'files'>,
): readonly OwnSource[] {
  const name = file.slice(studyFolders.transcripts.length + 1).normalize('NFC');
  const ids = transcripts.filter((transcript) => transcript.file === name).map(({ id }) => id);
  if (!ids.some((id) => withdrawal.alone.has(id) || withdrawal.shared.has(id))) return [];
  if (ids.every((id) => withdrawal.alone.has(id))) return [{ file, transcripts: ids, isAlone: true }];
  const bytes = readBytes(folder, file);
  const parsed = parseTranscript({ name, bytes }, rules);
  if (isDocument(parsed.format)) return [{ file, transcripts: ids, isAlone: false }];
  const { settings, participantIds } = rules;
  const labels = [...(settings.interviewers ?? []), ...Object.keys(settings.speakers), ...participantIds];
  const source = { name, text: decodeBytes(bytes).text, labels };
  const cut = cutSpeaker({ source, parsed, rules, withdrawal });
  return [{ file, transcripts: ids, isAlone: false, ...(cut === undefined ? {} : { cut }) }];
}

/** The quotes that stay in transcripts that were cut, at their new places: what stands around them is cut anew too. */
export function moveQuotes(
  sources: readonly OwnSource[],
  anchorings: readonly Anchoring[],
  { quoteIds }: Withdrawal,
): ReadonlyMap<string, Quote> {
  const cut = new Map(
    sources
      .flatMap((source) => source.cut?.transcripts ?? [])
      .map((transcript) => [transcript.id, transcript]),
  );
  const kept = anchorings
    .map((anchoring) => (anchoring.state === 'lost' ? anchoring.was : anchoring.quote))
    .filter(({ id, transcriptId }) => cut.has(transcriptId) && !quoteIds.has(id));
  const anchored = anchorQuotes(kept, [...cut.values()]);
  return new Map(
    anchored.map((anchoring) => {
      if (anchoring.state === 'lost') return [anchoring.was.id, { ...anchoring.was, prefix: '', suffix: '' }];
      const { quote } = anchoring;
      const text = cut.get(quote.transcriptId)?.text ?? '';
      return [quote.id, { ...quote, ...cutQuote(text, quote.span) }];
    }),
  );
}
