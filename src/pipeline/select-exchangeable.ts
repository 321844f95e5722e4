import type { Loss } from '../exchanges/exchange.js';
import type { ConsentScope, Participant } from '../model/participant.js';
import type { Study } from '../model/study.js';
import type { Transcript, Utterance } from '../model/transcript.js';
import { hashText } from '../text/hash-text.js';
import { checkConsent } from './check-consent.js';
import { hideUnconsented } from './hide-unconsented.js';
import { cutQuote } from './make-quote.js';

export type Exchangeable = { readonly study: Study; readonly losses: readonly Loss[] };

const tellNoConsent = (scope: ConsentScope) =>
  `whoever withdrew, gave no consent for ${scope} or whose consent has ended stays in the study: nothing of theirs is exported`;

/**
 * The study without the words and attributes of those who gave no consent for a use, since whole transcripts go to
 * another tool. Where consent is recorded, words of nobody known are left out too. `today` is an ISO day.
 */
export function selectExchangeable(
  study: Study,
  today: string,
  scope: ConsentScope = 'research',
): Exchangeable {
  const allowed = new Map(
    study.participants.map((one) => [one.id, checkConsent(one, scope, today).allowed] as const),
  );
  const isRecorded = study.participants.some(({ consent }) => consent.known);
  const mayGo = ({ speaker }: Utterance): boolean => {
    if (speaker.kind === 'interviewer') return true;
    return speaker.kind === 'participant' ? (allowed.get(speaker.participantId) ?? !isRecorded) : !isRecorded;
  };
  const cuts = study.transcripts.map((transcript) => cutTranscript(transcript, mayGo));
  const transcripts = cuts.flatMap(({ kept }) => kept ?? []);
  const quotes = cutQuotes(study, cuts);
  const quoteIds = new Set(quotes.map(({ id }) => id));
  const participants = study.participants.filter(({ id }) => allowed.get(id) === true);
  const decisions = study.decisions.filter(({ quoteId }) => quoteIds.has(quoteId));
  const { examples, passages, ...own } = hideUnconsented({ ...study, quotes, decisions }, mayGo);
  const losses: readonly (readonly [string, number])[] = [
    ['participant', study.participants.length - participants.length],
    ['transcript', study.transcripts.length - transcripts.length],
    ['utterance', cuts.reduce((sum, { left }) => sum + left, 0)],
    ['quote', study.quotes.length - quotes.length],
    ['decision', study.decisions.length - decisions.length],
    ['example of a theme', examples],
    ['text with their words', passages],
  ];
  return {
    study: { ...study, ...own, participants, transcripts },
    losses: losses
      .filter(([, count]) => count > 0)
      .map(([element, count]) => ({ element, count, reason: tellNoConsent(scope), kept: false })),
  };
}

type Cut = {
  readonly id: string;
  /** Absent where nobody's words but an interviewer's are left. */
  readonly kept?: Transcript;
  /** Number of utterances that are left out. */
  readonly left: number;
  /** Of each utterance: how far it moves towards the beginning; absent where it is left out. */
  readonly shifts: readonly { readonly utterance: Utterance; readonly by: number | undefined }[];
};

function cutTranscript(transcript: Transcript, mayGo: (utterance: Utterance) => boolean): Cut {
  const { id, text, utterances } = transcript;
  const parts: string[] = [];
  let length = 0;
  const shifts = utterances.map((utterance) => {
    if (!mayGo(utterance)) return { utterance, by: undefined };
    const { start, end } = utterance.span;
    const at = length === 0 ? 0 : length + 1;
    parts.push(text.slice(start, end));
    length = at + end - start;
    return { utterance, by: start - at };
  });
  const left = shifts.filter(({ by }) => by === undefined).length;
  if (left === 0) return { id, kept: transcript, left, shifts };
  const isEmpty = shifts.every(
    ({ utterance: { speaker }, by }) => by === undefined || speaker.kind === 'interviewer',
  );
  if (isEmpty) return { id, left, shifts };
  return { id, kept: joinKept(transcript, parts.join('\n'), shifts), left, shifts };
}

function joinKept(transcript: Transcript, text: string, shifts: Cut['shifts']): Transcript {
  const utterances = shifts.flatMap(({ utterance, by }) =>
    by === undefined
      ? []
      : [{ ...utterance, span: { start: utterance.span.start - by, end: utterance.span.end - by } }],
  );
  const heard = new Set(
    utterances.flatMap(({ speaker }) => (speaker.kind === 'participant' ? [speaker.participantId] : [])),
  );
  const participantIds = transcript.participantIds.filter((id) => heard.has(id));
  return { ...transcript, participantIds, text, textHash: hashText(text), utterances };
}

/** Quotes of which no word is left out, at their new places. */
function cutQuotes({ quotes }: Study, cuts: readonly Cut[]): Study['quotes'] {
  const byId = new Map(cuts.map((cut) => [cut.id, cut]));
  return quotes.flatMap((quote) => {
    const cut = byId.get(quote.transcriptId);
    if (cut?.kept === undefined) return [];
    if (cut.left === 0) return [quote];
    const touched = cut.shifts.filter(
      ({ utterance: { span } }) => span.start < quote.span.end && quote.span.start < span.end,
    );
    const [first] = touched;
    if (first?.by === undefined || touched.some(({ by }) => by !== first.by)) return [];
    const span = { start: quote.span.start - first.by, end: quote.span.end - first.by };
    return [{ ...quote, ...cutQuote(cut.kept.text, span) }];
  });
}

/** Whether some of those whose words go have no consent recorded at all. */
export function lacksConsentRecord(participants: readonly Participant[]): boolean {
  return participants.some(({ consent }) => !consent.known);
}
