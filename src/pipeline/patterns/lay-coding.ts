import type { Participant } from '../../model/participant.js';
import type { Quote } from '../../model/quote.js';
import type { Theme } from '../../model/theme.js';
import type { Transcript } from '../../model/transcript.js';
import { listSubjectThemes, listVoices } from '../../reporting/coding/voices.js';
import type { ReportInput } from '../../reporting/report.js';
import { findSpeaker } from '../find-speaker.js';

export type PatternInput = Pick<ReportInput, 'study' | 'taggings' | 'countable' | 'countedParticipants'>;

/** Rows of quotes in ascending order. */
export type Rows = Uint32Array;

/** What people decided, laid out by number: rows of quotes, of participants, of transcripts. */
export type Coding = {
  /** The themes that say what a quote is about, in the order of the taxonomy, and the voices. */
  readonly themes: readonly Theme[];
  readonly voices: readonly { readonly id: string; readonly label: string }[];
  readonly quotes: readonly Quote[];
  /** The participants that are counted. */
  readonly participants: readonly Participant[];
  readonly transcripts: readonly Transcript[];
  /** Row of the participant by row of the quote, -1 where it is nobody who is counted. */
  readonly speakers: Int32Array;
  /** Row of the transcript by row of the quote, -1 where there is none. */
  readonly interviews: Int32Array;
  /** Whether a transcript holds a quote on which somebody decided anything, by its row. */
  readonly isCoded: Uint8Array;
  /** Quotes that people accepted for a theme itself, by theme id. */
  readonly own: ReadonlyMap<string, Rows>;
  /** The same with the quotes of all themes under it. */
  readonly under: ReadonlyMap<string, Rows>;
};

/** Lays out the accepted taggings of quotes that may be counted. A suggestion, and what is in dispute, is not counted. */
export function layCoding({ study, taggings, countable, countedParticipants }: PatternInput): Coding {
  const quotes = [...countable.values()];
  const rows = new Map(quotes.map(({ id }, row) => [id, row]));
  const counted = new Set(countedParticipants);
  const participants = study.participants.filter(({ id }) => counted.has(id));
  const interviews = findInterviews(quotes, study.transcripts);
  const own = new Map<string, Set<number>>(study.taxonomy.themes.map(({ id }) => [id, new Set()]));
  const isCoded = new Uint8Array(study.transcripts.length);
  for (const { quoteId, themeId, status } of taggings) {
    const row = rows.get(quoteId);
    if (row === undefined || status === 'suggested') continue;
    isCoded[interviews[row] ?? -1] = 1;
    if (status === 'accepted') own.get(themeId)?.add(row);
  }
  return {
    themes: listSubjectThemes(study.taxonomy),
    voices: listVoices(study.taxonomy).map(({ id, label }) => ({ id, label })),
    quotes,
    participants,
    transcripts: study.transcripts,
    speakers: findSpeakers({ quotes, interviews, participants, transcripts: study.transcripts }),
    interviews,
    isCoded,
    own: sortRows(own),
    under: sortRows(addSubThemes(study.taxonomy.themes, own)),
  };
}

function findInterviews(quotes: readonly Quote[], transcripts: readonly Transcript[]): Int32Array {
  const rows = new Map(transcripts.map(({ id }, row) => [id, row]));
  return Int32Array.from(quotes, ({ transcriptId }) => rows.get(transcriptId) ?? -1);
}

function findSpeakers({
  quotes,
  interviews,
  participants,
  transcripts,
}: Pick<Coding, 'quotes' | 'interviews' | 'participants' | 'transcripts'>): Int32Array {
  const rows = new Map(participants.map(({ id }, row) => [id, row]));
  return Int32Array.from(quotes, ({ span }, row) => {
    const transcript = transcripts[interviews[row] ?? -1];
    const found = transcript === undefined ? undefined : findSpeaker(transcript, span);
    const speaker = found?.kind === 'one' ? found.speaker : undefined;
    return speaker?.kind === 'participant' ? (rows.get(speaker.participantId) ?? -1) : -1;
  });
}

/** Parents stand before their children, so going backwards every theme is complete before its parent takes it in. */
function addSubThemes(themes: readonly Theme[], own: ReadonlyMap<string, ReadonlySet<number>>) {
  const under = new Map(themes.map(({ id }) => [id, new Set(own.get(id))]));
  for (const { id, parentId } of themes.toReversed()) {
    const parent = parentId === null ? undefined : under.get(parentId);
    if (parent === undefined) continue;
    for (const row of under.get(id) ?? []) parent.add(row);
  }
  return under;
}

function sortRows(sets: ReadonlyMap<string, ReadonlySet<number>>): ReadonlyMap<string, Rows> {
  return new Map([...sets].map(([id, rows]) => [id, Uint32Array.from(rows).sort()]));
}

const noRows: Rows = new Uint32Array();

/** The quotes of a theme and of those under it. */
export function listUnder({ under }: Pick<Coding, 'under'>, themeId: string): Rows {
  return under.get(themeId) ?? noRows;
}

/** The rows of the participants who say any of some quotes. */
export function listPeople(rows: Iterable<number>, { speakers }: Pick<Coding, 'speakers'>): Set<number> {
  const people = new Set<number>();
  for (const row of rows) people.add(speakers[row] ?? -1);
  people.delete(-1);
  return people;
}

/** The ids of quotes by their rows. */
export function nameQuotes(rows: Iterable<number>, { quotes }: Pick<Coding, 'quotes'>): readonly string[] {
  return Array.from(rows, (row) => quotes[row]?.id ?? '');
}
