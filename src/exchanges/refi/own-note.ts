import type { Decision } from '../../model/decision.js';
import { type Consent, consentScopeSchema, daySchema } from '../../model/participant.js';
import type { Quote } from '../../model/quote.js';
import type { Study } from '../../model/study.js';
import { hashText } from '../../text/hash-text.js';
import type { ExchangedTurn } from '../exchange.js';
import type { LaidSource } from './lay-source.js';

/** Name of the note that holds what REFI-QDA has no field for. */
export const ownNoteName = 'themeloom';
const VERSION = 1;

export type OwnTranscript = {
  readonly id: string;
  readonly date?: string;
  readonly participants: readonly string[];
  /** Hash of the source's text as written: as long as it is that, the turns hold. */
  readonly hash: string;
  readonly turns: readonly ExchangedTurn[];
};

/** What REFI-QDA has no field for, for our own import. Everything in it is checked when it is read. */
export type OwnNote = {
  readonly transcripts: readonly OwnTranscript[];
  readonly quotes: readonly Pick<Quote, 'id' | 'wording' | 'important'>[];
  readonly decisions: readonly Decision[];
  readonly participants: readonly { readonly id: string; readonly consent: Consent }[];
};

const none: OwnNote = { transcripts: [], quotes: [], decisions: [], participants: [] };

/** The note as JSON, one record a line so that it reads in a diff. */
export function formatOwnNote(study: Study, sources: ReadonlyMap<string, LaidSource>): string {
  const transcripts = study.transcripts.map(({ id, date, participantIds }) => {
    const source = sources.get(id);
    const turns = (source?.turns ?? []).map(({ label, start, end, startsAtMs }) =>
      startsAtMs === undefined ? [label, start, end] : [label, start, end, startsAtMs],
    );
    return { id, date, participants: participantIds, hash: hashText(source?.text ?? ''), turns };
  });
  const quotes = study.quotes.map(({ id, wording, important }) => ({ id, wording, important }));
  const decisions = study.decisions
    .filter(({ applies, contradicts, note }) => !applies || contradicts === true || note !== undefined)
    .map(({ quoteId, themeId, coder, applies, contradicts, decidedAt, note }) => ({
      quote: quoteId,
      theme: themeId,
      coder,
      applies,
      contradicts,
      at: decidedAt,
      note,
    }));
  const participants = study.participants.map(({ id, consent }) => ({ id, consent }));
  const lists = Object.entries({ transcripts, quotes, decisions, participants }).map(
    ([name, records]) =>
      `${JSON.stringify(name)}: [${records.map((record) => `\n${JSON.stringify(record)}`).join(',')}]`,
  );
  return `{"themeloom": ${VERSION},\n${lists.join(',\n')}}`;
}

/** Reads the note; `undefined` where it is none of ours or of a version that is not known. What is not in order is left out. */
export function readOwnNote(text: string): OwnNote | undefined {
  const root = parseRecord(text);
  if (root?.themeloom !== VERSION) return undefined;
  return {
    transcripts: listRecords(root.transcripts).flatMap(readTranscript),
    quotes: listRecords(root.quotes).flatMap(readQuote),
    decisions: listRecords(root.decisions).flatMap(readDecision),
    participants: listRecords(root.participants).flatMap(readParticipant),
  };
}

/** The note of a file that has none. */
export const noOwnNote: OwnNote = none;

type JsonRecord = { readonly [key: string]: unknown };

const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listRecords = (value: unknown): readonly JsonRecord[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const listTexts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter(isText) : []);

function parseRecord(text: string): JsonRecord | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function readTranscript({ id, date, participants, hash, turns }: JsonRecord): OwnTranscript[] {
  if (!isText(id) || !isText(hash) || !Array.isArray(turns)) return [];
  const day = daySchema.safeParse(date).data;
  return [
    {
      id,
      ...(day === undefined ? {} : { date: day }),
      participants: listTexts(participants),
      hash,
      turns: turns.flatMap(readTurn),
    },
  ];
}

function readTurn(value: unknown): ExchangedTurn[] {
  const [label, start, end, ms]: readonly unknown[] = Array.isArray(value) ? value : [];
  if (typeof label !== 'string' || !isPlace(start) || !isPlace(end)) return [];
  return [{ label, start, end, ...(isPlace(ms) ? { startsAtMs: ms } : {}) }];
}

const isPlace = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

function readQuote({ id, wording, important }: JsonRecord): OwnNote['quotes'][number][] {
  if (!isText(id)) return [];
  return [
    {
      id,
      ...(isText(wording) ? { wording } : {}),
      ...(typeof important === 'boolean' ? { important } : {}),
    },
  ];
}

function readDecision({ quote, theme, coder, applies, contradicts, at, note }: JsonRecord): Decision[] {
  if (!isText(quote) || !isText(theme) || !isText(coder) || typeof applies !== 'boolean') return [];
  const decidedAt = isText(at) ? at : '';
  const decision = { quoteId: quote, themeId: theme, coder, applies, decidedAt };
  return [
    {
      ...decision,
      ...(applies && contradicts === true ? { contradicts } : {}),
      ...(typeof note === 'string' ? { note } : {}),
    },
  ];
}

/** Whatever cannot be read takes consent away. */
function readParticipant({ id, consent }: JsonRecord): OwnNote['participants'][number][] {
  if (!isText(id) || !isRecord(consent)) return [];
  if (consent.known === false) return [{ id, consent: { known: false, scopes: [] } }];
  const until = daySchema.safeParse(consent.until).data;
  const withdrawn = daySchema.safeParse(consent.withdrawn).data;
  const isReadable =
    (consent.until === undefined || until !== undefined) &&
    (consent.withdrawn === undefined || withdrawn !== undefined);
  const scopes = listTexts(consent.scopes).flatMap((scope) => consentScopeSchema.safeParse(scope).data ?? []);
  return [
    {
      id,
      consent: {
        known: true,
        scopes: isReadable ? scopes : [],
        ...(until === undefined ? {} : { until }),
        ...(withdrawn === undefined ? {} : { withdrawn }),
      },
    },
  ];
}
