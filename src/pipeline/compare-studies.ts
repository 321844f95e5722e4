import type { Anchoring } from '../model/anchoring.js';
import type { Decision } from '../model/decision.js';
import type { Quote } from '../model/quote.js';
import type { Study } from '../model/study.js';
import type { Theme } from '../model/theme.js';
import { findMoves, type ThemeMove } from './comparing/find-moves.js';

/** A study as it stood once: what reading its folder gives. */
export type StudyState = {
  readonly study: Pick<Study, 'transcripts' | 'taxonomy'>;
  readonly anchorings: readonly Anchoring[];
  readonly lastWords: readonly Decision[];
};

/** What a coder said before and says now; `null` where there is no decision. */
export type DecisionChange = {
  readonly coder: string;
  readonly quote: string;
  readonly theme: string;
  readonly from: boolean | null;
  readonly to: boolean | null;
};

/** Ids of what only the later state has, of what only the earlier one had. */
type Comings = { readonly added: readonly string[]; readonly removed: readonly string[] };

/** What changed from one state of a study to another: ids only, sorted, no words of anybody. */
export type StudyDifference = {
  readonly quotes: Comings & {
    /** Quotes that a coder took from some themes and gave others of the same dimension. */
    readonly moved: readonly ThemeMove[];
    /** Quotes whose words, published form or place in the transcript are others. */
    readonly changed: readonly string[];
    /** Quotes whose words are not found any more. */
    readonly lost: readonly string[];
  };
  readonly decisions: readonly DecisionChange[];
  readonly themes: Comings & {
    readonly changed: readonly { readonly theme: string; readonly fields: readonly string[] }[];
  };
  readonly transcripts: Comings & { readonly changed: readonly string[] };
};

/** Compares two states of a study, for an audit trail. A state compared with itself gives empty lists throughout. */
export function compareStudies(before: StudyState, after: StudyState): StudyDifference {
  const decisions = compareDecisions(before.lastWords, after.lastWords);
  const themes = [...before.study.taxonomy.themes, ...after.study.taxonomy.themes];
  const dimensions = new Map(themes.map(({ id, dimension }) => [id, dimension]));
  return {
    quotes: { ...compareQuotes(before, after), moved: findMoves(decisions, dimensions) },
    decisions,
    themes: compareThemes(before, after),
    transcripts: compareTranscripts(before, after),
  };
}

const compareText = (a: string, b: string) => (a < b ? -1 : a === b ? 0 : 1);

function listComings(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): Comings {
  return {
    added: [...after.keys()].filter((id) => !before.has(id)).sort(compareText),
    removed: [...before.keys()].filter((id) => !after.has(id)).sort(compareText),
  };
}

/** The ids of what both have and `isSame` tells apart, sorted. */
function listChanged<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  isSame: (was: T, is: T) => boolean,
): readonly string[] {
  return [...after]
    .filter(([id, is]) => {
      const was = before.get(id);
      return was !== undefined && !isSame(was, is);
    })
    .map(([id]) => id)
    .sort(compareText);
}

/** Every quote by its id, the lost ones as they were recorded. */
function listQuotes({ anchorings }: StudyState): ReadonlyMap<string, Quote> {
  return new Map(
    anchorings.map((anchoring) => {
      const quote = anchoring.state === 'lost' ? anchoring.was : anchoring.quote;
      return [quote.id, quote];
    }),
  );
}

const listLost = ({ anchorings }: StudyState): ReadonlySet<string> =>
  new Set(anchorings.flatMap((anchoring) => (anchoring.state === 'lost' ? anchoring.was.id : [])));

function compareQuotes(before: StudyState, after: StudyState) {
  const [was, is] = [listQuotes(before), listQuotes(after)];
  const lostBefore = listLost(before);
  return {
    ...listComings(was, is),
    changed: listChanged(was, is, isSameQuote),
    lost: [...listLost(after)].filter((id) => !lostBefore.has(id)).sort(compareText),
  };
}

function isSameQuote(a: Quote, b: Quote): boolean {
  return (
    a.transcriptId === b.transcriptId &&
    a.span.start === b.span.start &&
    a.span.end === b.span.end &&
    a.exact === b.exact &&
    a.wording === b.wording
  );
}

function compareDecisions(
  before: readonly Decision[],
  after: readonly Decision[],
): readonly DecisionChange[] {
  const [was, is] = [before, after].map(
    (decisions) =>
      new Map(decisions.map((one) => [JSON.stringify([one.coder, one.quoteId, one.themeId]), one])),
  );
  const keys = new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])]);
  return [...keys]
    .flatMap((key): readonly DecisionChange[] => {
      const [earlier, later] = [was?.get(key), is?.get(key)];
      const either = later ?? earlier;
      const [from, to] = [earlier?.applies ?? null, later?.applies ?? null];
      if (either === undefined || from === to) return [];
      return [{ coder: either.coder, quote: either.quoteId, theme: either.themeId, from, to }];
    })
    .sort(
      (a, b) =>
        compareText(a.coder, b.coder) || compareText(a.quote, b.quote) || compareText(a.theme, b.theme),
    );
}

const themeFields = [
  'dimension',
  'parentId',
  'label',
  'description',
  'include',
  'exclude',
  'keywords',
  'notKeywords',
  'examples',
] as const;

function compareThemes(before: StudyState, after: StudyState): StudyDifference['themes'] {
  const byId = ({ study }: StudyState) => new Map(study.taxonomy.themes.map((theme) => [theme.id, theme]));
  const [was, is] = [byId(before), byId(after)];
  const changed = listChanged(was, is, (a, b) => listFields(a, b).length === 0);
  return {
    ...listComings(was, is),
    changed: changed.map((theme) => ({ theme, fields: listFields(was.get(theme), is.get(theme)) })),
  };
}

/** The fields that differ. */
function listFields(a: Theme | undefined, b: Theme | undefined): readonly string[] {
  return themeFields.filter((field) => JSON.stringify(a?.[field]) !== JSON.stringify(b?.[field]));
}

function compareTranscripts(before: StudyState, after: StudyState): StudyDifference['transcripts'] {
  const byId = ({ study }: StudyState) => new Map(study.transcripts.map((one) => [one.id, one.textHash]));
  const [was, is] = [byId(before), byId(after)];
  return { ...listComings(was, is), changed: listChanged(was, is, (a, b) => a === b) };
}

/** Whether nothing differs. */
export function isUnchanged({ quotes, decisions, themes, transcripts }: StudyDifference): boolean {
  const lists = [quotes, themes, transcripts].flatMap((part) => Object.values(part));
  return decisions.length === 0 && lists.every(({ length }) => length === 0);
}
