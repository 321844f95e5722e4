import {
  indexStudy,
  type SearchHit,
  type Span,
  type Study,
  type StudyIndex,
  searchStudy,
} from '../../index.js';
import type { SearchView } from '../messages/reading.js';
import type { Desk } from './desk.js';
import type { Look } from './tables/look.js';
import { recall } from './tables/recall.js';
import { listQuotesOf, listSettled, listTaggings } from './tables/study-tables.js';
import { cutAround } from './views/cut-around.js';

export type SearchRequest = Look & {
  /** Words in any form, `"a phrase"`, `beginn*`. */
  readonly q: string;
  /** Id of the one transcript to look in. */
  readonly in?: string;
  /** Only quotes that carry this theme, or one below it. */
  readonly theme?: string;
  /** Only quotes that this coder marked or decided on. */
  readonly by?: string;
  /** `role=staff`: only what participants say of whom all of these hold; `participant=P03` names one. */
  readonly where?: readonly string[];
  readonly count?: number;
};

const USUAL_COUNT = 200;
const MOST_COUNT = 1000;
/** UTF-16 units on either side of a hit. */
const SHOWN = 90;
/** A longer quote, or stretch between hits, is cut. */
const LONGEST = 300;

let latest: StudyIndex | undefined;

/** One index is kept: what the study before this one had in common with it is not read again. */
const indexOnce = recall((study: Study): StudyIndex => {
  latest = indexStudy(study, latest);
  return latest;
});

function readPair(pair: string): readonly [string, string] {
  const at = pair.indexOf('=');
  return at < 0 ? [pair.trim(), ''] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
}

function testSpeaker(study: Study, where: readonly string[]): { isSpeaker?: (id: string) => boolean } {
  const pairs = where.filter((pair) => pair.trim() !== '').map(readPair);
  if (pairs.length === 0) return {};
  const holds = (id: string, attributes: Readonly<Record<string, string>>) =>
    pairs.every(([name, value]) => {
      const has = Object.hasOwn(attributes, name)
        ? attributes[name]
        : name === 'participant'
          ? id
          : undefined;
      return has?.toLowerCase() === value.toLowerCase();
    });
  const ids = new Set(study.participants.flatMap(({ id, attributes }) => (holds(id, attributes) ? id : [])));
  return { isSpeaker: (id) => ids.has(id) };
}

/** A theme with all that is below it. */
function listBelow({ taxonomy: { themes } }: Study, theme: string): ReadonlySet<string> {
  const ids = new Set([theme]);
  // Parents come before their children.
  for (const { id, parentId } of themes) if (parentId !== null && ids.has(parentId)) ids.add(id);
  return ids;
}

function testQuote(
  study: Study,
  { theme, by, ...look }: SearchRequest,
): { isQuote?: (id: string) => boolean } {
  if (theme === undefined && by === undefined) return {};
  const themes = theme === undefined ? undefined : listBelow(study, theme);
  const carries = (id: string) =>
    themes === undefined ||
    listTaggings(study, id, look).some(
      ({ themeId, status }) => themes.has(themeId) && (status === 'accepted' || status === 'disputed'),
    );
  const marked = new Set(study.quotes.flatMap((quote) => (quote.by === by ? quote.id : [])));
  const isSeen = look.blind !== true || by === look.coder;
  const isBy = (id: string) =>
    by === undefined ||
    (isSeen &&
      (marked.has(id) ||
        (listSettled(study, look).get(id)?.decisions ?? []).some(({ coder }) => coder === by)));
  return { isQuote: (id) => isBy(id) && carries(id) };
}

/** The words around the first hits, and where the hits lie in them. */
function cutSnippet({ transcript, span, marks }: SearchHit): { snippet: string; marks: Span[] } {
  const first = marks[0] ?? { start: span.start, end: span.start };
  const last = marks.findLast(({ end }) => end - first.start <= LONGEST) ?? first;
  const core = {
    start: first.start,
    end: marks.length === 0 ? Math.min(span.end, span.start + LONGEST) : last.end,
  };
  const text = transcript.text.slice(span.start, span.end);
  const inside = { start: core.start - span.start, end: core.end - span.start };
  const { before, after } = cutAround(text, inside, SHOWN);
  const start = core.start - before.length;
  const shown = marks.filter((mark) => mark.start >= core.start && mark.end <= core.end);
  return {
    snippet: before + text.slice(inside.start, inside.end) + after,
    marks: shown.map((mark) => ({ start: mark.start - start, end: mark.end - start })),
  };
}

/** The quote that a hit lies in, or touches. */
function findMarked(study: Study, { transcript, quoteId, marks }: SearchHit): string {
  const [first] = marks;
  if (quoteId !== '' || first === undefined) return quoteId;
  const holding = listQuotesOf(study, transcript.id).find(
    ({ span }) => span.start < first.end && first.start < span.end,
  );
  return holding?.id ?? '';
}

function showHit(study: Study, hit: SearchHit): SearchView['hits'][number] {
  const [first] = hit.marks;
  return {
    kind: hit.quoteId === '' ? 'text' : 'quote',
    transcript: hit.transcript.id,
    participant: hit.participantId,
    utterance: hit.utterance,
    span: hit.quoteId === '' && first !== undefined ? first : hit.span,
    ...cutSnippet(hit),
    quote: findMarked(study, hit),
  };
}

/** Where words are said, or quotes of a theme or coder, in the order of the study; what nobody has is found nowhere. */
export function answerSearch({ reading: { study } }: Desk, request: SearchRequest): SearchView {
  const { q, where = [], count = USUAL_COUNT } = request;
  const { total, hits } = searchStudy(indexOnce(study), {
    words: q,
    ...(request.in === undefined ? {} : { transcript: request.in }),
    ...testSpeaker(study, where),
    ...testQuote(study, request),
    limit: Math.max(0, Math.min(count, MOST_COUNT)),
  });
  return { total, hits: hits.map((hit) => showHit(study, hit)) };
}
