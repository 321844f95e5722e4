import { findWilsonInterval, type Study } from '../../../index.js';
import type { QueueView } from '../../messages/deciding.js';
import type { Proposed } from '../desk.js';
import type { Look } from '../tables/look.js';
import { findTheme, listTaggings } from '../tables/study-tables.js';

type Share = QueueView['precision'][number];

/**
 * Of what each tagger proposed for each theme since the study was opened, and people decided afterwards, how much they
 * accepted, with the 95 % interval of Wilson. They saw what was proposed before they decided, so that it is no measure on
 * held-out quotes: `suggest --measured` is. A pair that coders see differently is no answer yet. In blind mode only the coder's own decisions count.
 */
export function measurePrecision(proposed: Proposed, study: Study, look: Look): readonly Share[] {
  return [...proposed].flatMap(([tagger, themes]) =>
    [...themes].flatMap(([theme, quoteIds]): readonly Share[] => {
      if (findTheme(study, theme) === undefined) return [];
      let accepted = 0;
      let of = 0;
      for (const quoteId of quoteIds) {
        const status = listTaggings(study, quoteId, look).find(({ themeId }) => themeId === theme)?.status;
        if (status === 'accepted') accepted += 1;
        if (status === 'accepted' || status === 'rejected') of += 1;
      }
      const interval = findWilsonInterval(accepted, of);
      return interval === null ? [] : [{ theme, tagger, accepted, of, interval: [...interval] }];
    }),
  );
}
