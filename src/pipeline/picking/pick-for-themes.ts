import type { Quote } from '../../model/quote.js';
import type { Study } from '../../model/study.js';
import type { Tagging } from '../../model/tagging.js';
import type { Pick } from '../../reporting/report.js';
import type { Analysis } from '../analyse-study.js';
import type { Watch } from '../guarding/watch-identifiers.js';
import { pickQuotes } from '../pick-quotes.js';
import type { Selection } from '../select-publishable.js';
import { type Contradicting, findContradicting } from './find-contradicting.js';
import { findIdentifying } from './find-identifying.js';
import { listSpread } from './spread-groups.js';

export type ThemePickRequest = {
  readonly analysis: Analysis;
  /** Which quotes may be published. */
  readonly selection: Selection;
  readonly watch: Watch;
};

/** The quotes that represent each theme in a report, by theme id. */
export function pickForThemes({ analysis, selection, watch }: ThemePickRequest): ReadonlyMap<string, Pick> {
  const { study, counted, taggings } = analysis;
  const { reports } = study.settings;
  const byTheme = groupAccepted(taggings, selection.publishable);
  const identifying = findIdentifying({
    quotes: [...selection.publishable.values()],
    watch,
    read: ({ exact, wording }) => [wording ?? exact],
  });
  const spread = listSpread(reports.spread, study.participants);
  // Few are: every theme looks through these alone.
  const speaking = taggings.filter(({ decisions }) => decisions.some((one) => one.contradicts === true));
  return new Map(
    study.taxonomy.themes.map(({ id }) => {
      const contradicting = findContradicting(speaking, new Set([id]));
      const board = study.boards?.find(({ themeId }) => themeId === id);
      const quotes = preferOwn(id, { byTheme, study, contradicting });
      const picked = pickQuotes({
        quotes,
        rows: study.quotes,
        counted,
        participantOf: selection.participantOf,
        limit: reports.quotesPerTheme,
        ...(board === undefined ? {} : { order: board.quoteIds }),
        maxPerParticipant: 1,
        spread,
        contradicting,
        identifying,
      });
      return [id, picked];
    }),
  );
}

type ThemeGround = {
  readonly byTheme: ReadonlyMap<string, readonly Quote[]>;
  readonly study: Study;
  readonly contradicting: Contradicting;
};

/**
 * A theme's quotes without those that its children show anyway, where enough are left to choose from. What is important
 * or speaks against the theme itself stays.
 */
function preferOwn(themeId: string, { byTheme, study, contradicting }: ThemeGround): readonly Quote[] {
  const all = byTheme.get(themeId) ?? [];
  const children = study.taxonomy.themes.filter(({ parentId }) => parentId === themeId);
  const shown = new Set(children.flatMap(({ id }) => (byTheme.get(id) ?? []).map((quote) => quote.id)));
  const own = all.filter(
    ({ id, important }) => !shown.has(id) || important === true || contradicting.has(id),
  );
  return own.length >= study.settings.reports.quotesPerTheme ? own : all;
}

function groupAccepted(
  taggings: readonly Tagging[],
  publishable: ReadonlyMap<string, Quote>,
): ReadonlyMap<string, readonly Quote[]> {
  const byTheme = new Map<string, Quote[]>();
  for (const { quoteId, themeId, status } of taggings) {
    const quote = publishable.get(quoteId);
    if (quote === undefined || status !== 'accepted') continue;
    const group = byTheme.get(themeId) ?? [];
    group.push(quote);
    byTheme.set(themeId, group);
  }
  return byTheme;
}
