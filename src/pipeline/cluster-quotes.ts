import type { Cluster, Clustering } from '../model/cluster.js';
import { readDecided } from '../taggers/decided/read-decided.js';
import type { TaggerInput } from '../taggers/tagger.js';
import { groupTexts, type TextGroup } from '../text/group-texts.js';
import { loadKernels } from '../text/kernels/load-kernels.js';
import { listGroupTerms } from '../text/list-group-terms.js';
import { GROUPING_WEIGHTS, type Weighting, weighTerms } from '../text/weigh-terms.js';
import { carriesTheme, findStanding, readSubjects, type Subjects } from './clustering/find-coverage.js';
import { leaveOutGaps } from './clustering/leave-out-gaps.js';
import { listClusterNotices } from './clustering/list-cluster-notices.js';

export type ClusterInput = TaggerInput & {
  /** Number of clusters; found from the quotes where it is missing. Fewer come out where quotes are too unlike. */
  readonly k?: number;
  /** What chance is drawn from; 1 where it is missing. */
  readonly seed?: number;
};

/**
 * For learning which words keep the same company: "cannot", "would" or "more" tell whether quotes on one subject say the
 * same of it. Half weight did better than none and than full weight on the mean of eight sorted sets of quotes, answers
 * and questions.
 */
const LEARNING_WEIGHTS: Weighting = {
  kinds: { content: 1, function: 0.5, negation: 0.5, filler: 0 },
  minTexts: 2,
};

/** A cluster before it has its place among the others. */
type Draft = Omit<Cluster, 'id'> & { readonly firstRow: number };

function draftCluster(
  group: TextGroup,
  { quotes, terms, subjects }: Pick<ClusterInput, 'quotes'> & Pick<Cluster, 'terms'> & { subjects: Subjects },
): Draft {
  const ids = group.rows.map((row) => quotes[row]?.id ?? '');
  const isCarrying = ids.map((id) => carriesTheme(id, subjects));
  const places = [...ids.keys()];
  const order = [
    ...places.filter((place) => !isCarrying[place]),
    ...places.filter((place) => isCarrying[place]),
  ];
  return {
    quoteIds: order.map((place) => ids[place] ?? ''),
    medoidId: ids[0] ?? '',
    terms,
    cohesion: group.cohesion,
    ...findStanding(ids, subjects),
    certainty: group.certainty === null ? null : order.map((place) => group.certainty?.[place] ?? 0),
    stability: group.stability,
    firstRow: group.rows[0] ?? 0,
  };
}

/** Prompts before what is covered, the largest first, then the one whose medoid comes first. */
function compareDrafts(a: Draft, b: Draft): number {
  const isPrompt = (draft: Draft) => (draft.coverage.kind === 'prompt' ? 1 : 0);
  return isPrompt(b) - isPrompt(a) || b.quoteIds.length - a.quoteIds.length || a.firstRow - b.firstRow;
}

/** Clusters in their order, with their ids. */
function numberDrafts(drafts: readonly Draft[]): readonly Cluster[] {
  return drafts
    .toSorted(compareDrafts)
    .map(({ firstRow: _, quoteIds, medoidId, terms, ...rest }, number) => ({
      id: `c${number + 1}`,
      quoteIds,
      medoidId,
      terms,
      ...rest,
    }));
}

/**
 * Groups of alike quotes, each offered as a prompt for a theme and set against the taxonomy: prompts for new themes first,
 * and within a cluster the quotes that carry no theme. Quotes are grouped by word vectors that are learned from them and
 * by a consensus of fifteen runs; where there are fewer than thirty, by the words they share, and a notice says so. Quotes
 * with next to no word in common with their cluster stay unclustered, and so do all where there are fewer than six.
 */
export function clusterQuotes(input: ClusterInput): Clustering {
  const { quotes, taxonomy, decisions, k: asked, seed = 1 } = input;
  const counted = leaveOutGaps(input.counted);
  const { rows: content, termWeights } = weighTerms(counted, GROUPING_WEIGHTS);
  const { rows: all } = weighTerms(counted, LEARNING_WEIGHTS);
  const wanted = { kernels: loadKernels(), seed, ...(asked === undefined ? {} : { k: asked }) };
  const { groups, count: k, alsoFitting, method } = groupTexts({ content, all }, wanted);
  const lists = groups.map((group) => group.rows);
  const terms = listGroupTerms(lists, counted, termWeights);
  const subjects = readSubjects(taxonomy, readDecided(decisions));
  const clusters = numberDrafts(
    groups.map((group, number) => draftCluster(group, { quotes, terms: terms[number] ?? [], subjects })),
  );
  const clustered = new Set(lists.flat());
  const unclustered = quotes.filter((_, row) => !clustered.has(row)).map(({ id }) => id);
  const outcome = { k, method, unclustered, quotes: quotes.length };
  const notices = listClusterNotices({ ...outcome, ...(asked === undefined ? {} : { asked }) });
  return { clusters, unclustered, k, alsoFitting, method, seed, notices };
}
