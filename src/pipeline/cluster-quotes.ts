import type { Cluster, Clustering } from '../model/cluster.js';
import type { Taxonomy } from '../model/theme.js';
import { type Decided, readDecided } from '../taggers/decided/read-decided.js';
import type { TaggerInput } from '../taggers/tagger.js';
import { groupRows } from '../text/group-rows.js';
import { listGroupTerms } from '../text/list-group-terms.js';
import { addScaled, dotDense, normalise } from '../text/similarity.js';
import { rowAt, type SparseRows } from '../text/sparse-rows.js';
import { GROUPING_WEIGHTS, weighTerms } from '../text/weigh-terms.js';

export type ClusterInput = TaggerInput & {
  /** Number of clusters; found from the quotes where it is missing. Fewer come out where quotes are too unlike. */
  readonly k?: number;
};

/** Rows of a cluster, the nearest to its centre first, and their mean cosine to it. */
type Core = { readonly rows: readonly number[]; readonly cohesion: number };

function orderByCentre(members: readonly number[], rows: SparseRows): Core {
  const centre = new Float64Array(rows.width);
  for (const row of members) addScaled(centre, rowAt(rows, row), 1);
  normalise(centre);
  const cosines = new Map(members.map((row) => [row, dotDense(rowAt(rows, row), centre)]));
  const cosineOf = (row: number): number => cosines.get(row) ?? 0;
  const ordered = [...members].sort((a, b) => cosineOf(b) - cosineOf(a) || a - b);
  const cohesion = members.reduce((sum, row) => sum + cosineOf(row), 0) / members.length;
  return { rows: ordered, cohesion: Math.min(cohesion, 1) };
}

/** The themes that say what a quote is about: those of the dimension `theme`, or of the first one. */
function listSubjects({ dimensions, themes }: Taxonomy): readonly string[] {
  const dimension = dimensions.find(({ id }) => id === 'theme') ?? dimensions[0];
  return themes.filter((theme) => theme.dimension === dimension?.id).map(({ id }) => id);
}

function findNearestTheme(
  quoteIds: readonly string[],
  subjects: readonly string[],
  decided: Decided,
): Cluster['nearestTheme'] {
  const counts = subjects.map((themeId) => ({
    themeId,
    quotes: quoteIds.filter((quoteId) => decided.get(quoteId)?.get(themeId) === 'applies').length,
  }));
  const [nearest] = counts.filter(({ quotes }) => quotes > 0).sort((a, b) => b.quotes - a.quotes);
  return nearest === undefined ? null : { themeId: nearest.themeId, share: nearest.quotes / quoteIds.length };
}

/**
 * Groups of alike quotes, each offered as a prompt for a theme and shown against the taxonomy; the largest first. Quotes
 * without a word in common with others, or too unlike all, stay unclustered, and so do all where there are fewer
 * than six. The medoid is the member nearest to the centre, which for vectors of length 1 is the one with the highest
 * mean cosine to all others. Nothing is random: the same quotes give the same clusters.
 */
export function clusterQuotes({ quotes, counted, taxonomy, decisions, k }: ClusterInput): Clustering {
  const { rows, termWeights } = weighTerms(counted, GROUPING_WEIGHTS);
  const cores = groupRows(rows, k).map((members) => orderByCentre(members, rows));
  cores.sort((a, b) => b.rows.length - a.rows.length || (a.rows[0] ?? 0) - (b.rows[0] ?? 0));
  const terms = listGroupTerms(
    cores.map((core) => core.rows),
    counted,
    termWeights,
  );
  const subjects = listSubjects(taxonomy);
  const decided = readDecided(decisions);
  const clusters = cores.map((core, number) => {
    const quoteIds = core.rows.map((row) => quotes[row]?.id ?? '');
    return {
      id: `c${number + 1}`,
      quoteIds,
      medoidId: quoteIds[0] ?? '',
      terms: terms[number] ?? [],
      cohesion: core.cohesion,
      nearestTheme: findNearestTheme(quoteIds, subjects, decided),
    };
  });
  const clustered = new Set(cores.flatMap((core) => core.rows));
  return { clusters, unclustered: quotes.filter((_, row) => !clustered.has(row)).map(({ id }) => id) };
}
