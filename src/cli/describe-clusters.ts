import type { Cluster } from '../model/cluster.js';
import type { StudyClustering } from '../pipeline/clustering/cluster-study.js';
import { inOneLine } from './describe-findings.js';

const countOf = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

const nouns = { marked: 'quote', suggested: 'suggested passage', utterances: 'utterance' } as const;

/** From this share of its quotes on, a cluster is one theme's. */
const MOST = 0.5;

/** `10–12, 14`: numbers that follow each other as one range. */
function describeRanges(numbers: readonly number[]): string {
  const ranges: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && last.last === number - 1) last.last = number;
    else ranges.push({ first: number, last: number });
  }
  return ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
}

function describeSize({ k, alsoFitting, passages, over, seed, method }: StudyClustering): string {
  const neighbours = alsoFitting.length === 0 ? '' : `; ${describeRanges(alsoFitting)} would do as well`;
  const drawn = method === 'consensus' ? `, seed ${seed}` : '';
  return `${countOf(passages.length, nouns[over])}, sought in ${countOf(k, 'cluster')}${neighbours} (${method}${drawn})`;
}

function describeStanding({ coverage, nearestTheme }: Cluster): string {
  const share = (part: number) => `${Math.round(part * 100)} %`;
  if (coverage.kind === 'covered') {
    const by = coverage.overlap < MOST ? 'several themes, most often ' : '';
    return `covered by ${by}${coverage.themeId} (${share(coverage.overlap)})`;
  }
  const nearest =
    nearestTheme === null ? '' : ` (nearest: ${nearestTheme.themeId}, ${share(nearestTheme.share)})`;
  return `prompt for a new theme${nearest}`;
}

function describeCluster(
  cluster: Cluster,
  { passages, participantOf, over }: StudyClustering,
): readonly string[] {
  const { id, quoteIds, medoidId, terms, stability, cohesion } = cluster;
  const participants = new Set(quoteIds.flatMap((quoteId) => participantOf.get(quoteId) ?? []));
  const figures = [
    `${countOf(quoteIds.length, nouns[over])} of ${countOf(participants.size, 'participant')}`,
    ...(stability === null ? [] : [`stability ${stability.toFixed(2)}`]),
    `cohesion ${cohesion.toFixed(2)}`,
  ];
  const medoid = passages.find((passage) => passage.id === medoidId)?.exact ?? '';
  return [
    `${id}  ${describeStanding(cluster)}: ${figures.join(', ')}`,
    `    ${terms.join(', ')}`,
    `    “${inOneLine(medoid)}”`,
  ];
}

/** How many clusters and how they came about; then three lines a cluster: figures, words, its most typical quote. */
export function describeClusters(clustering: StudyClustering): readonly string[] {
  const { clusters, unclustered, method, over } = clustering;
  return [
    ...(method === 'none' ? [] : [describeSize(clustering)]),
    ...clusters.flatMap((cluster) => describeCluster(cluster, clustering)),
    `${countOf(unclustered.length, nouns[over])} ${unclustered.length === 1 ? 'belongs' : 'belong'} to no cluster`,
  ];
}
