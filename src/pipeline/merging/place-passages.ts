import type { ExchangedDecision, ExchangedPassage } from '../../exchanges/exchange.js';
import { readStance, type Stance } from '../../exchanges/tables/coded-quote.js';
import { type Decision, decisionRecordSchema } from '../../model/decision.js';
import type { Quote } from '../../model/quote.js';
import type { Span } from '../../model/span.js';
import type { Transcript } from '../../model/transcript.js';
import { splitsPair } from '../../text/cut-surroundings.js';
import { anchorQuotes } from '../anchor-quotes.js';
import { makeQuote } from '../make-quote.js';
import { moveSpan } from './align-turns.js';
import type { Conflict } from './conflict.js';
import { type Hearing, hearInterviewer } from './hear-interviewer.js';
import type { LaidTranscript } from './lay-transcript.js';

/** A text of the file as a transcript. */
export type PlacedText = Pick<LaidTranscript, 'text' | 'aligned'> & {
  /** Where interviewers speak in the transcript, in order. */
  readonly asked: readonly Span[];
  /** A new one, or what the study has under that id, which may say other words. */
  readonly transcript: Transcript;
};

export type KnownPassages = {
  readonly quotes: readonly Quote[];
  /** Ids of all quotes, also of lost ones. */
  readonly quoteIds: ReadonlySet<string>;
  /** Each coder's last word. */
  readonly lastWords: readonly Decision[];
};

export type PassageRequest = {
  readonly passages: readonly ExchangedPassage[];
  /** By key in the file. */
  readonly texts: ReadonlyMap<string, PlacedText>;
  readonly themes: ReadonlyMap<string, string>;
  readonly coders: ReadonlyMap<string, string>;
  /** Who is meant where the file does not say. */
  readonly someone: string;
  readonly known: KnownPassages;
  /** ISO 8601, now. */
  readonly at: string;
};

export type PassagePlan = {
  readonly quotes: readonly Quote[];
  readonly decisions: readonly Decision[];
  readonly already: { readonly quotes: number; readonly decisions: number };
  readonly conflicts: readonly Conflict[];
  /** Passages whose words were found at another place of a transcript that the study has. */
  readonly moved: number;
  /** Passages that hold no speech, or whose text was not taken. */
  readonly unspoken: number;
  /** Passages whose words the study's transcript does not have. */
  readonly lost: number;
  /** Number of new quotes in which nobody but an interviewer speaks, by transcript: kept, and nobody's words. */
  readonly asked: ReadonlyMap<string, number>;
  /** Number of new quotes in which an interviewer speaks too. */
  readonly interrupted: number;
};

/** Makes quotes and decisions of passages; those that the study has stay as they are. */
export function placePassages(request: PassageRequest): PassagePlan {
  const { passages, known } = request;
  const byPassage = new Map(known.quotes.map((quote) => [namePlace(quote), quote]));
  const taken = new Set(known.quoteIds);
  const words = new Map(known.lastWords.map((decision) => [nameDecision(decision), readStance(decision)]));
  const counts = { moved: 0, unspoken: 0, lost: 0, interrupted: 0 };
  const occurrences = new Map<string, number>();
  const asked = new Map<string, number>();
  const before = new Set(known.quotes.map(({ id }) => id));
  const met = new Set<string>();
  let saidBefore = 0;
  const quotes: Quote[] = [];
  const decisions: Decision[] = [];
  const conflicts: Conflict[] = [];
  for (const passage of passages) {
    const place = findPlace(passage, request.texts.get(passage.text));
    if (typeof place === 'string') {
      counts[place] += 1;
      continue;
    }
    const drafted = draftQuote(passage, place, request);
    const present = byPassage.get(namePlace(drafted));
    if (place.isMoved) counts.moved += 1;
    if (present === undefined && place.hearing === 'beside') counts.interrupted += 1;
    if (present === undefined && place.hearing === 'alone')
      asked.set(drafted.transcriptId, (asked.get(drafted.transcriptId) ?? 0) + 1);
    const quote = present ?? giveFreeId(drafted, { passage, place, taken, occurrences });
    if (present === undefined) quotes.push(quote);
    else {
      if (before.has(present.id)) met.add(present.id);
      conflicts.push(...compareQuotes(drafted, present));
    }
    byPassage.set(namePlace(quote), quote);
    taken.add(quote.id);
    for (const given of passage.decisions) {
      const decision = draftDecision(given, passage, { quoteId: quote.id, request });
      if (decision === undefined) continue;
      const name = nameDecision(decision);
      const said = words.get(name);
      if (said === undefined) decisions.push(decision);
      else if (said === readStance(decision)) saidBefore += 1;
      else conflicts.push(tellOther(decision, said));
      if (said === undefined) words.set(name, readStance(decision));
    }
  }
  const already = { quotes: met.size, decisions: saidBefore };
  return { quotes, decisions, already, conflicts, asked, ...counts };
}

type Placed = {
  readonly transcript: Transcript;
  readonly span: Span;
  readonly isMoved: boolean;
  readonly hearing: Hearing;
};

/** The place of a passage in the study's transcript; where that has other words than the file, by its own words. */
function findPlace(passage: ExchangedPassage, placed: PlacedText | undefined): Placed | 'unspoken' | 'lost' {
  const moved = placed === undefined ? undefined : moveSpan(placed.aligned, passage);
  if (placed === undefined || moved === undefined) return 'unspoken';
  const { text, transcript, asked } = placed;
  const place = (found: Span, isMoved: boolean): Placed => ({
    transcript,
    span: found,
    isMoved,
    hearing: hearInterviewer(transcript.text, found, asked),
  });
  const span = trimSpan(text, moved);
  if (span.start >= span.end) return 'unspoken';
  if (text === transcript.text) return place(span, false);
  const quote = makeQuote({ transcript: { ...transcript, text }, span, occurrence: 0 });
  const [anchored] = anchorQuotes([quote], [transcript]);
  if (anchored === undefined || anchored.state === 'lost') return 'lost';
  return place(anchored.quote.span, anchored.state === 'moved');
}

/** Without white space at its ends, and with both halves of every character. */
function trimSpan(text: string, { start, end }: Span): Span {
  const from = splitsPair(text, start) ? start - 1 : start;
  const to = splitsPair(text, end) ? end + 1 : end;
  const words = text.slice(from, to);
  return { start: from + words.length - words.trimStart().length, end: from + words.trimEnd().length };
}

/** Only what the files of a study may hold. */
const isTime = (at: string | undefined): at is string => decisionRecordSchema.shape.at.safeParse(at).success;

function draftQuote(
  { coder, at, note, own, ...passage }: ExchangedPassage,
  { transcript, span }: Placed,
  { coders }: PassageRequest,
): Quote {
  const by = coder === undefined ? undefined : coders.get(coder);
  const quote = makeQuote({
    transcript,
    span,
    occurrence: 0,
    ...(own?.wording === undefined ? {} : { wording: own.wording }),
    ...(note === undefined ? {} : { note }),
    ...(by === undefined ? {} : { by }),
    ...(isTime(at) ? { at } : {}),
  });
  const important = own?.important ?? passage.important;
  return important === undefined ? quote : { ...quote, important };
}

type IdContext = {
  readonly passage: ExchangedPassage;
  readonly place: Placed;
  readonly taken: ReadonlySet<string>;
  /** The first occurrence to be tried of the same words, by the id that they have first. */
  readonly occurrences: Map<string, number>;
};

/** Under its own id where that is free; else under one that no other passage with the same words has. */
function giveFreeId(quote: Quote, { passage, place, taken, occurrences }: IdContext): Quote {
  const own = passage.own?.id;
  if (own !== undefined && !taken.has(own)) return { ...quote, id: own };
  let { id } = quote;
  let occurrence = occurrences.get(quote.id) ?? 1;
  for (; taken.has(id); occurrence++)
    id = makeQuote({ transcript: place.transcript, span: quote.span, occurrence }).id;
  occurrences.set(quote.id, occurrence);
  return { ...quote, id };
}

type DecisionContext = { readonly quoteId: string; readonly request: PassageRequest };

function draftDecision(
  { theme, coder, applies, contradicts, at, note }: ExchangedDecision,
  passage: ExchangedPassage,
  { quoteId, request }: DecisionContext,
): Decision | undefined {
  const themeId = request.themes.get(theme);
  if (themeId === undefined) return undefined;
  const key = coder ?? passage.coder;
  return {
    quoteId,
    themeId,
    coder: (key === undefined ? undefined : request.coders.get(key)) ?? request.someone,
    applies,
    ...(contradicts === undefined ? {} : { contradicts }),
    decidedAt: isTime(at) ? at : request.at,
    ...(note === undefined ? {} : { note }),
  };
}

function compareQuotes(theirs: Quote, ours: Quote): readonly Conflict[] {
  const fields = ['note', 'wording'] as const;
  const differs = fields.filter((field) => theirs[field] !== undefined && theirs[field] !== ours[field]);
  if (differs.length === 0) return [];
  return [{ what: 'quote', id: ours.id, message: `the file has another ${differs.join(', ')}` }];
}

const stanceNames: Readonly<Record<Stance, string>> = {
  applies: 'applies',
  contradicts: 'is spoken against',
  'does-not-apply': 'does not apply',
};

function tellOther(decision: Decision, ours: Stance): Conflict {
  const { quoteId, themeId, coder } = decision;
  const theirs = stanceNames[readStance(decision)];
  return {
    what: 'decision',
    id: quoteId,
    message: `in the file ${themeId} ${theirs}, but ${coder} said in the study that it ${stanceNames[ours]}`,
  };
}

const namePlace = ({ transcriptId, span }: Pick<Quote, 'transcriptId' | 'span'>) =>
  `${span.start} ${span.end} ${transcriptId}`;

const nameDecision = ({ coder, quoteId, themeId }: Decision) => JSON.stringify([coder, quoteId, themeId]);
