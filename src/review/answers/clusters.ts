import type { Cluster, StudyReading } from '../../index.js';
import type { ClustersView } from '../messages/deciding.js';
import type { Desk } from './desk.js';
import type { Look } from './tables/look.js';
import { findQuote, findTheme, placeQuote } from './tables/study-tables.js';
import { showQuote } from './views/show-quote.js';

function showCluster(
  reading: StudyReading,
  cluster: Cluster,
  look: Look,
): readonly ClustersView['clusters'][number][] {
  const { study } = reading;
  const quotes = cluster.quoteIds.flatMap((id) => findQuote(study, id) ?? []);
  if (quotes.length === 0) return [];
  const participants = new Set(quotes.map((quote) => placeQuote(study, quote).participantId));
  participants.delete('');
  const nearest = cluster.nearestTheme?.themeId ?? '';
  return [
    {
      id: cluster.id,
      terms: [...cluster.terms],
      isPrompt: cluster.coverage.kind === 'prompt',
      nearestTheme: look.blind === true || findTheme(study, nearest) === undefined ? '' : nearest,
      cohesion: cluster.cohesion,
      participants: participants.size,
      quotes: quotes.map((quote) => showQuote(reading, quote, look)),
    },
  ];
}

/** Groups of alike quotes, prompts for a theme first. Quotes that are gone since are left out. */
export function answerClusters({ reading, made }: Desk, look: Look): ClustersView {
  if (made?.clustering === undefined) return { ready: false, clusters: [], unclustered: 0, notices: [] };
  const { clusters, unclustered, notices } = made.clustering;
  return {
    ready: true,
    clusters: clusters.flatMap((cluster) => showCluster(reading, cluster, look)),
    unclustered: unclustered.filter((id) => findQuote(reading.study, id) !== undefined).length,
    notices: notices.map(({ message }) => message),
  };
}
