import type { Clustering } from '../../model/cluster.js';
import type { Notice } from '../../model/notice.js';

type Outcome = Pick<Clustering, 'k' | 'method' | 'unclustered'> & {
  readonly quotes: number;
  /** The number of clusters that was asked for. */
  readonly asked?: number;
};

const place = { file: 'quotes.jsonl' };

/** What the reader of clusters has to know: how they came about, and where the request could not be met. */
export function listClusterNotices({ quotes, asked, k, method, unclustered }: Outcome): readonly Notice[] {
  const notices: Notice[] = [];
  if (method === 'none') {
    const message = `Nothing was clustered: clusters need at least 6 passages with words that also occur in others, and of ${quotes} too few have any. Mark more quotes, or cluster with "--over utterances".`;
    return [{ severity: 'caution', code: 'too-few-quotes', message, place }];
  }
  if (method === 'agglomerative') {
    const message =
      'Fewer than 30 different passages, or too few words that meet in them, are too little to learn from: they were joined by the words they share (agglomerative), and nothing is said of certainty or stability.';
    notices.push({ severity: 'info', code: 'few-quotes', message, place });
  }
  if (asked !== undefined && asked > k) {
    const message = `${asked} clusters were asked for, but these ${quotes} passages make no more than ${k}, since a cluster holds two different ones at least: ${k} were sought. Ask for fewer with "--k".`;
    notices.push({ severity: 'caution', code: 'k-too-large', message, place });
  }
  if (unclustered.length > quotes / 2) {
    const message = `${unclustered.length} of ${quotes} passages belong to no cluster: they share too few words with others.`;
    notices.push({ severity: 'caution', code: 'mostly-unclustered', message, place });
  }
  return notices;
}
