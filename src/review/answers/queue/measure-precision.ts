import { findWilsonInterval, type Study } from '../../../index.js';
import type { QueueView } from '../../messages/deciding.js';
import type { Proposed } from '../desk.js';
import type { Look } from '../tables/look.js';
import { listSettled } from '../tables/study-tables.js';

type Share = QueueView['precision'][number];
type Tally = { accepted: number; of: number };

/**
 * Of what each tagger proposed for each theme since the study was opened, and people decided afterwards, how much they
 * accepted, with the 95 % interval of Wilson. They saw what was proposed before they decided, so that it is no measure on
 * held-out quotes: `suggest --measured` is. A pair that coders see differently is no answer yet. In blind mode only the coder's own decisions count.
 */
export function measurePrecision(proposed: Proposed, study: Study, look: Look): readonly Share[] {
  const tallies = new Map(
    Array.from(proposed, ([tagger, themes]) => [tagger, { themes, shares: new Map<string, Tally>() }]),
  );
  for (const [quoteId, { taggings }] of listSettled(study, look)) {
    for (const { themeId, status } of taggings) {
      if (status !== 'accepted' && status !== 'rejected') continue;
      for (const { themes, shares } of tallies.values())
        if (themes.get(themeId)?.has(quoteId) === true) count(shares, themeId, status === 'accepted');
    }
  }
  return [...tallies].flatMap(([tagger, { shares }]) =>
    study.taxonomy.themes.flatMap(({ id: theme }): readonly Share[] => {
      const { accepted, of } = shares.get(theme) ?? { accepted: 0, of: 0 };
      const interval = findWilsonInterval(accepted, of);
      return interval === null ? [] : [{ theme, tagger, accepted, of, interval: [...interval] }];
    }),
  );
}

function count(shares: Map<string, Tally>, theme: string, isAccepted: boolean): void {
  const tally = shares.get(theme) ?? { accepted: 0, of: 0 };
  tally.of += 1;
  if (isAccepted) tally.accepted += 1;
  shares.set(theme, tally);
}
