import type { Cluster, Clustering } from '../../src/model/cluster.js';
import type { Decision } from '../../src/model/decision.js';
import type { Memo } from '../../src/model/memo.js';
import type { ConsentScope, Participant } from '../../src/model/participant.js';
import type { Quote } from '../../src/model/quote.js';
import { type Settings, settingsSchema } from '../../src/model/settings.js';
import type { Suggestion } from '../../src/model/suggestion.js';
import type { Tagging } from '../../src/model/tagging.js';
import type { Dimension, Theme } from '../../src/model/theme.js';
import type { Transcript, Utterance } from '../../src/model/transcript.js';
import { compareCoders } from '../../src/pipeline/compare-coders.js';
import { findConfusions } from '../../src/pipeline/find-confusions.js';
import { findPatterns } from '../../src/pipeline/find-patterns.js';
import type { ReportInput } from '../../src/reporting/report.js';

type ThemeDraft = Partial<Theme> & { readonly id: string };

export type StudyDraft = {
  readonly settings: { readonly name: string } & Partial<Omit<Settings, 'name'>>;
  readonly dimensions: readonly Dimension[];
  readonly themes: readonly ThemeDraft[];
  readonly participants: readonly Participant[];
  /** By participant id: `I: …` and `P: …` lines with marks such as `==words=={#theme #voice}`. */
  readonly interviews: Readonly<Record<string, readonly string[]>>;
  readonly memos?: readonly Memo[];
  /** Coder, quote number in the study (from 0), theme, verdict. */
  readonly secondCoder?: readonly {
    readonly quote: number;
    readonly themeId: string;
    readonly applies: boolean;
  }[];
  readonly suggestions?: (quotes: readonly Quote[]) => readonly Suggestion[];
  readonly clusters?: (quotes: readonly Quote[]) => readonly Cluster[];
};

type Marked = { readonly quote: Quote; readonly themes: readonly string[] };
const mark = /==(.+?)==(?:\{([^}]*)\})?/g;

/** A report input by hand: who may be quoted is said by the participants. Only patterns are counted as in a run. */
export function buildInput(draft: StudyDraft, use: ConsentScope = 'publication'): ReportInput {
  const read = Object.entries(draft.interviews).map(([id, lines]) => readInterview(id, lines));
  const marked = read.flatMap((one) => one.marked);
  const quotes = marked.map(({ quote }) => quote);
  const decisions = decide(marked, draft.secondCoder ?? []);
  const taggings = settle(decisions, draft.suggestions?.(quotes) ?? []);
  const may = (quote: Quote, use: ConsentScope) => {
    const consent = draft.participants.find(({ id }) => id === quote.transcriptId)?.consent;
    if (consent === undefined || consent.withdrawn !== undefined) return false;
    return !consent.known || consent.scopes.includes(use);
  };
  const select = (use: ConsentScope) =>
    new Map(quotes.filter((quote) => may(quote, use)).map((quote) => [quote.id, quote]));
  const publishable = select(use);
  const themes = draft.themes.map(completeTheme);
  const countable = new Map([...select('research'), ...publishable]);
  const countedParticipants = draft.participants
    .filter(({ consent }) => consent.withdrawn === undefined)
    .map(({ id }) => id);
  const study = {
    settings: settingsSchema.parse(draft.settings),
    participants: draft.participants,
    transcripts: read.map(({ transcript }) => transcript),
    taxonomy: { dimensions: draft.dimensions, themes },
    quotes,
    decisions,
    memos: draft.memos ?? [],
  };
  return {
    study,
    taggings,
    clustering: makeClustering(draft.clusters?.(quotes) ?? []),
    lost: [],
    consent: use,
    attributions: new Map(
      draft.participants.map(({ id, attributes }) => [id, Object.values(attributes).join(', ') || id]),
    ),
    coarsened: [],
    hiddenTexts: 0,
    mayIdentify: () => false,
    hidesIdentity: () => false,
    picks: pickFirst(themes, taggings, publishable),
    publishable,
    countable,
    countedParticipants,
    leftOut: quotes
      .filter(({ id }) => !publishable.has(id))
      .map(({ id, transcriptId }) => ({
        quoteId: id,
        reason: `${transcriptId} gave no consent for ${use}`,
      })),
    taggers: [
      { id: 'keyword', label: 'Keywords', explanation: 'It finds the keywords of a theme in a quote.' },
      { id: 'learned', label: 'Likeness', explanation: 'It compares a quote with the words of a theme.' },
    ],
    version: '0.0.0',
    findPatterns: () => findPatterns({ study, taggings, countable, countedParticipants }),
    compareCoders: () => compareCoders({ study, today: '2026-06-01' }),
    findConfusions: () => findConfusions({ study, today: '2026-06-01' }),
    figures: new Map(),
    forUse: (other) => buildInput(draft, other),
  };
}

function completeTheme({ id, ...given }: ThemeDraft): Theme {
  const empty = { dimension: 'theme', label: id, description: '', include: '', exclude: '', parentId: null };
  return { ...empty, keywords: [], notKeywords: [], examples: [], ...given, id };
}

function readInterview(id: string, lines: readonly string[]): { transcript: Transcript; marked: Marked[] } {
  let text = '';
  const utterances: Utterance[] = [];
  const marked: Marked[] = [];
  for (const [index, line] of lines.entries()) {
    if (text !== '') text += '\n';
    const start = text.length;
    let from = 3;
    for (const found of line.matchAll(mark)) {
      text += line.slice(from, found.index);
      const exact = found[1] ?? '';
      const span = { start: text.length, end: text.length + exact.length };
      const quote = {
        id: `q_${id}_${marked.length + 1}`,
        transcriptId: id,
        span,
        exact,
        prefix: '',
        suffix: '',
      };
      marked.push({ quote, themes: (found[2] ?? '').split(/[\s#]+/).filter(Boolean) });
      text += exact;
      from = found.index + found[0].length;
    }
    text += line.slice(from);
    utterances.push({
      span: { start, end: text.length },
      speaker: line.startsWith('P') ? { kind: 'participant', participantId: id } : { kind: 'interviewer' },
      ...(id === 'P01' ? { startsAtMs: index * 61_000 } : {}),
    });
  }
  const transcript = {
    id,
    participantIds: [id],
    text,
    textHash: '',
    utterances,
    file: `${id}.md`,
    format: 'markdown',
  };
  return { transcript, marked };
}

function decide(marked: readonly Marked[], second: NonNullable<StudyDraft['secondCoder']>): Decision[] {
  const first = marked.flatMap(({ quote, themes }) =>
    themes.map((themeId) => ({ quoteId: quote.id, themeId, coder: 'ana', applies: true, decidedAt: '' })),
  );
  const other = second.map(({ quote, themeId, applies }) => ({
    quoteId: marked[quote]?.quote.id ?? '',
    themeId,
    coder: 'ben',
    applies,
    decidedAt: '2026-04-02T09:14:20Z',
  }));
  return [...first, ...other];
}

function settle(decisions: readonly Decision[], suggestions: readonly Suggestion[]): Tagging[] {
  const pairs = new Map(
    [...decisions, ...suggestions].map(({ quoteId, themeId }) => [
      `${quoteId} ${themeId}`,
      { quoteId, themeId },
    ]),
  );
  return [...pairs.values()].map(({ quoteId, themeId }) => {
    const concerns = (one: { quoteId: string; themeId: string }) =>
      one.quoteId === quoteId && one.themeId === themeId;
    const decided = decisions.filter(concerns);
    const verdicts = new Set(decided.map(({ applies }) => applies));
    const settled = verdicts.has(true) ? 'accepted' : 'rejected';
    const status = verdicts.size === 0 ? 'suggested' : verdicts.size === 2 ? 'disputed' : settled;
    return { quoteId, themeId, status, decisions: decided, suggestions: suggestions.filter(concerns) };
  });
}

/** The first three quotes of each theme stand in for the choice that the pipeline makes. */
function pickFirst(
  themes: readonly Theme[],
  taggings: readonly Tagging[],
  publishable: ReadonlyMap<string, Quote>,
): ReportInput['picks'] {
  return new Map(
    themes.map(({ id }) => {
      const quotes = taggings
        .filter(({ themeId, status }) => themeId === id && status === 'accepted')
        .flatMap(({ quoteId }) => publishable.get(quoteId) ?? []);
      return [
        id,
        {
          quotes: quotes.slice(0, 3).map((quote) => ({ quote, reason: 'among the first' })),
          leftOut: quotes.slice(3).map((quote) => ({ quoteId: quote.id, reason: 'beyond the 3 asked for' })),
        },
      ];
    }),
  );
}

/** Clusters as a run would give them. */
export function makeClustering(clusters: readonly Cluster[]): Clustering {
  const how = { k: clusters.length, alsoFitting: [], method: 'consensus', seed: 1, notices: [] } as const;
  return { clusters, unclustered: [], ...how };
}
