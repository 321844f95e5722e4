import { findWilsonInterval, type HistoryEntry, type Study } from '../../../index.js';
import type { QueueView } from '../../messages/deciding.js';
import type { Look } from '../tables/look.js';
import { listTaggings } from '../tables/study-tables.js';
import { type Answered, listAnswered } from './list-answered.js';

type Share = QueueView['precision'][number];
type Tally = { accepted: number; of: number };

/** By tagger, by theme, the quotes of which somebody answered its proposal: two coders who answer the same one count once. */
function gatherPairs(answered: readonly Answered[], { coder, blind = false }: Look) {
  const pairs = new Map<string, Map<string, Set<string>>>();
  for (const { taggers, themeId, quoteId, coder: by } of answered) {
    if (blind && by !== coder) continue;
    for (const tagger of taggers) {
      const themes = pairs.get(tagger) ?? new Map<string, Set<string>>();
      pairs.set(tagger, themes);
      themes.set(themeId, (themes.get(themeId) ?? new Set()).add(quoteId));
    }
  }
  return pairs;
}

/** What people say of the pairs by now; one that coders see differently is no answer yet. */
function tally(study: Study, look: Look, themeId: string, quotes: ReadonlySet<string>): Tally {
  const counts = { accepted: 0, of: 0 };
  for (const quoteId of quotes) {
    const status = listTaggings(study, quoteId, look).find((tagging) => tagging.themeId === themeId)?.status;
    if (status !== 'accepted' && status !== 'rejected') continue;
    counts.of += 1;
    if (status === 'accepted') counts.accepted += 1;
  }
  return counts;
}

/**
 * Of what each tagger proposed for each theme on a card, and people answered there, how much they accepted, with the 95 %
 * interval of Wilson. It comes from the record, so that it counts every window and coder since the first card. They saw what
 * was proposed before they decided, so that it is no measure on held-out quotes: `suggest --measured` is. In blind mode only
 * the coder's own answers count.
 */
export function measurePrecision(
  history: readonly HistoryEntry[],
  study: Study,
  look: Look,
): readonly Share[] {
  const pairs = gatherPairs(listAnswered(history), look);
  return [...pairs].flatMap(([tagger, themes]) =>
    study.taxonomy.themes.flatMap(({ id: theme }): readonly Share[] => {
      const { accepted, of } = tally(study, look, theme, themes.get(theme) ?? new Set());
      const interval = findWilsonInterval(accepted, of);
      return interval === null ? [] : [{ theme, tagger, accepted, of, interval: [...interval] }];
    }),
  );
}
