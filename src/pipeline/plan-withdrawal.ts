import type { Anchoring } from '../model/anchoring.js';
import type { Quote } from '../model/quote.js';
import type { Span } from '../model/span.js';
import type { Study } from '../model/study.js';
import type { Transcript, Utterance } from '../model/transcript.js';
import { makeQuote } from './make-quote.js';
import { findSpoken, gatherRuns, type SpokenRuns } from './withdrawing/spoken-runs.js';

/** Marks of the same words in one transcript beyond which a decision that names one is not followed. */
const MOST_OCCURRENCES = 8;

export type WithdrawalRequest = {
  readonly participantId: string;
  readonly study: Pick<Study, 'transcripts' | 'settings'>;
  /** Of all quotes, lost ones and marks included. */
  readonly anchorings: readonly Anchoring[];
};

/** What of a study is one participant's. */
export type Withdrawal = {
  readonly participantId: string;
  /** Ids of transcripts in which no other participant speaks: they go whole, the interviewer's words with them. */
  readonly alone: ReadonlySet<string>;
  /** Ids of group interviews: the participant's utterances go. */
  readonly shared: ReadonlySet<string>;
  /** Ids of quotes that hold a word of theirs. */
  readonly quoteIds: ReadonlySet<string>;
  /** Number of these quotes, recorded and marked. */
  readonly quotes: number;
  readonly runs: SpokenRuns;
};

/** Tells what of a study is a participant's: whole transcripts, parts of group interviews, quotes, and runs of words. */
export function planWithdrawal({ participantId, study, anchorings }: WithdrawalRequest): Withdrawal {
  const own = study.transcripts.filter((transcript) => isHeardIn(transcript, participantId));
  const isAlone = ({ participantIds, utterances }: Transcript) =>
    participantIds.every((id) => id === participantId) &&
    utterances.every(
      ({ speaker }) => speaker.kind !== 'participant' || speaker.participantId === participantId,
    );
  const alone = new Set([...own.filter(isAlone).map(({ id }) => id), ...listGone(study, participantId)]);
  const words = study.transcripts.map((transcript) => splitWords(transcript, { participantId, alone }));
  const spoken = words.flatMap((each) => each.own);
  const others = words.flatMap((each) => each.others);
  const runs = gatherRuns(spoken, others);
  const context = { participantId, alone, runs, transcripts: study.transcripts };
  const removed = anchorings.filter((anchoring) => holdsWords(anchoring, context));
  const lost = removed.filter(({ state }) => state === 'lost').map(readQuote);
  return {
    participantId,
    alone,
    shared: new Set(own.filter((transcript) => !isAlone(transcript)).map(({ id }) => id)),
    quoteIds: listIds(removed, { anchorings, study }),
    quotes: removed.length,
    runs: lost.length === 0 ? runs : gatherRuns([...spoken, ...lost.flatMap(listQuoted)], others),
  };
}

/** Whether the participant speaks in a transcript, or is the one that it is of. */
export function isHeardIn({ participantIds, utterances }: Transcript, participantId: string): boolean {
  return participantIds.includes(participantId) || utterances.some(isSaidBy(participantId));
}

/** Whether an utterance is a participant's. */
export const isSaidBy =
  (participantId: string) =>
  ({ speaker }: Utterance): boolean =>
    speaker.kind === 'participant' && speaker.participantId === participantId;

/** Transcripts that the study no longer has, but whose quotes it may: named after the participant, or said to be theirs. */
function listGone(
  { transcripts, settings }: WithdrawalRequest['study'],
  participantId: string,
): readonly string[] {
  const present = new Set(transcripts.map(({ id }) => id));
  const named = Object.entries(settings.transcripts)
    .filter(([, { participant }]) => participant === participantId)
    .map(([file]) => file.replace(/(?<=.)\.[^.]*$/, ''));
  return [participantId, ...named].filter((id) => !present.has(id));
}

type Words = { readonly own: readonly string[]; readonly others: readonly string[] };

/** What the participant says, and what others say in transcripts that stay. Of a transcript that goes, nobody's stays. */
function splitWords(
  { id, text, utterances }: Transcript,
  { participantId, alone }: Pick<Withdrawal, 'participantId' | 'alone'>,
): Words {
  const isOwn = isSaidBy(participantId);
  const cut = ({ span }: Utterance) => text.slice(span.start, span.end);
  const isKept = (utterance: Utterance) => !alone.has(id) && !isOwn(utterance);
  const isTaken = (utterance: Utterance) =>
    isOwn(utterance) || (alone.has(id) && utterance.speaker.kind === 'unknown');
  return { own: utterances.filter(isTaken).map(cut), others: utterances.filter(isKept).map(cut) };
}

/**
 * The ids of removed quotes, and those that their passages would have as marks in the text: a decision may name either.
 * None is that of a quote that stays.
 */
function listIds(
  removed: readonly Anchoring[],
  { anchorings, study }: Pick<WithdrawalRequest, 'anchorings' | 'study'>,
): ReadonlySet<string> {
  const transcripts = new Map(study.transcripts.map((transcript) => [transcript.id, transcript]));
  const gone = new Set(removed);
  const kept = new Set(anchorings.filter((each) => !gone.has(each)).map((each) => readQuote(each).id));
  const ids = removed.flatMap((anchoring) => {
    const { id, transcriptId, span } = readQuote(anchoring);
    const transcript = transcripts.get(transcriptId);
    if (transcript === undefined || anchoring.state === 'lost') return [id];
    const occurrences = Array.from({ length: MOST_OCCURRENCES }, (_, occurrence) => occurrence);
    return [id, ...occurrences.map((occurrence) => makeQuote({ transcript, span, occurrence }).id)];
  });
  return new Set(ids.filter((id) => !kept.has(id)));
}

type Context = Pick<Withdrawal, 'participantId' | 'alone' | 'runs'> & Pick<Study, 'transcripts'>;

function holdsWords(anchoring: Anchoring, { participantId, alone, runs, transcripts }: Context): boolean {
  const quote = readQuote(anchoring);
  if (alone.has(quote.transcriptId)) return true;
  if (anchoring.state === 'lost') return findSpoken(quote.exact, runs).length > 0;
  const transcript = transcripts.find(({ id }) => id === quote.transcriptId);
  return transcript?.utterances.filter(isSaidBy(participantId)).some(overlaps(quote.span)) === true;
}

const overlaps =
  (one: Span) =>
  ({ span }: Utterance): boolean =>
    one.start < span.end && span.start < one.end;

const readQuote = (anchoring: Anchoring): Quote =>
  anchoring.state === 'lost' ? anchoring.was : anchoring.quote;

function listQuoted({ exact, wording }: Quote): readonly string[] {
  return wording === undefined ? [exact] : [exact, wording];
}
