import type { Cluster } from '../model/cluster.js';
import type { StudyClustering } from '../pipeline/clustering/cluster-study.js';
import { inOneLine } from './describe-findings.js';

const countOf = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

const nouns = { marked: 'quote', suggested: 'suggested passage', utterances: 'utterance' } as const;

/** Units of a quote that a terminal shows; `--json` has all. */
const SHOWN_UNITS = 240;
/** Themes that share a cluster, as many as are named. */
const SHOWN_THEMES = 3;
/** From this share of its quotes on, a cluster is one theme's. */
const MOST = 0.5;
/** Hennig (2007) takes a cluster as dissolved when this little of it, or less, is found again. */
const DISSOLVED = 0.5;

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

/** What was grouped and how, and how to read the order of what follows. */
function describeWhole(clustering: StudyClustering): readonly string[] {
  const { clusters, passages, over, k, alsoFitting, method, seed } = clustering;
  const sought = clusters.length === k ? '' : ` (${k} were sought)`;
  const drawn = method === 'consensus' ? `consensus, seed ${seed}` : method;
  const others =
    alsoFitting.length === 0
      ? ''
      : `; ${describeRanges(alsoFitting)} clusters would do as well: choose with --k`;
  const size = `${countOf(passages.length, nouns[over])} in ${countOf(clusters.length, 'cluster')}`;
  return [`${size}${sought}, ${drawn}${others}`, describeOrder(clustering)];
}

function describeOrder({ clusters, passages, over, subjects }: StudyClustering): string {
  if (!passages.some(({ id }) => (subjects.get(id) ?? []).length > 0))
    return `Nobody has given any ${nouns[over]} a theme yet, so every cluster is a prompt for one.`;
  const prompts = clusters.filter(({ coverage }) => coverage.kind === 'prompt').length;
  return prompts === 0
    ? `No cluster asks for a new theme: in each at least half of the ${nouns[over]}s carry one.`
    : `${countOf(prompts, 'prompt')} for a new theme first: most of what such a cluster holds carries no theme yet.`;
}

/** The themes that quotes of a cluster carry, the most frequent first, each with the number of these quotes. */
function tallyThemes({ quoteIds }: Cluster, { subjects }: StudyClustering): readonly string[] {
  const counts = new Map<string, number>();
  for (const theme of quoteIds.flatMap((id) => subjects.get(id) ?? []))
    counts.set(theme, (counts.get(theme) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([theme, count]) => `${theme} on ${count}`);
}

function describeStanding(cluster: Cluster, clustering: StudyClustering): string {
  const { coverage, quoteIds } = cluster;
  const themes = tallyThemes(cluster, clustering);
  const bare = quoteIds.filter((id) => (clustering.subjects.get(id) ?? []).length === 0).length;
  const size = countOf(quoteIds.length, nouns[clustering.over]);
  const named = themes.slice(0, SHOWN_THEMES).join(', ');
  if (coverage.kind === 'covered') {
    const rest = bare === 0 ? '' : `; ${bare} without a theme`;
    const own = Math.round(coverage.overlap * quoteIds.length);
    return coverage.overlap >= MOST
      ? `covered by ${coverage.themeId}: ${own} of ${size}${rest}`
      : `covered by several themes: ${named} of ${size}${rest}`;
  }
  return themes.length === 0
    ? `prompt for a new theme: none of ${size} has one yet`
    : `prompt for a new theme: ${bare} of ${size} without one; ${named}`;
}

/** Cut at a space, and the cut is shown. */
function shorten(text: string): string {
  const line = inOneLine(text);
  if (line.length <= SHOWN_UNITS) return line;
  const end = line.lastIndexOf(' ', SHOWN_UNITS);
  return `${line.slice(0, end > 0 ? end : SHOWN_UNITS)} […]`;
}

function describeFigures({ stability, cohesion }: Cluster): string {
  const held =
    stability === null
      ? ''
      : `stability ${stability.toFixed(2)}${stability <= DISSOLVED ? ' (unsteady)' : ''}, `;
  return `${held}cohesion ${cohesion.toFixed(2)}`;
}

/** Of a prompt the quote nearest to the centre that has no theme; else the nearest of all. */
function describeCluster(cluster: Cluster, clustering: StudyClustering): readonly string[] {
  const { id, quoteIds, medoidId, terms, coverage } = cluster;
  const { passages, participantOf } = clustering;
  const participants = new Set(quoteIds.flatMap((quoteId) => participantOf.get(quoteId) ?? []));
  const shownId = coverage.kind === 'prompt' ? (quoteIds[0] ?? medoidId) : medoidId;
  const shown = passages.find((passage) => passage.id === shownId)?.exact ?? '';
  const speaker = participantOf.get(shownId);
  return [
    '',
    `${id}  ${describeStanding(cluster, clustering)}`,
    `    ${terms.length === 0 ? 'no words in common' : terms.join(', ')}`,
    `    “${shorten(shown)}”${speaker === undefined ? '' : ` — ${speaker}`}`,
    `    ${countOf(participants.size, 'participant')}; ${describeFigures(cluster)}`,
  ];
}

function describeScales({ method }: StudyClustering): readonly string[] {
  const cohesion = 'Cohesion: how alike the quotes of a cluster are, up to 1.';
  const stability =
    'Stability: how much of a cluster other starts find again, up to 1; do not lean on an unsteady one.';
  return method === 'consensus' ? [stability, cohesion] : [cohesion];
}

/**
 * How many clusters and how they came about; then four lines a cluster: how it stands to the taxonomy, its words, a typical
 * quote, figures; at the end what is in none and what the figures mean.
 */
export function describeClusters(clustering: StudyClustering): readonly string[] {
  const { clusters, unclustered, method, over } = clustering;
  const rest = `${countOf(unclustered.length, nouns[over])} ${unclustered.length === 1 ? 'belongs' : 'belong'} to no cluster`;
  if (method === 'none') return [rest];
  return [
    ...describeWhole(clustering),
    ...clusters.flatMap((cluster) => describeCluster(cluster, clustering)),
    '',
    rest,
    ...describeScales(clustering),
  ];
}
