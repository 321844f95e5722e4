import type { Notice } from './notice.js';

/** How a cluster stands to the taxonomy. */
export type Coverage =
  /** At least half of its quotes carry a theme: the one that most of them carry, and the share that do. */
  | { readonly kind: 'covered'; readonly themeId: string; readonly overlap: number }
  /** Most of its quotes carry no theme yet. */
  | { readonly kind: 'prompt' };

/** A group of alike quotes, offered as a prompt for a theme. Shares and cosines are 0 to 1. */
export type Cluster = {
  /** `c1`, `c2` …: prompts for a theme before what a theme covers, the largest first. */
  readonly id: string;
  /** Quote ids: those that carry no theme first, then the nearest to the centre. */
  readonly quoteIds: readonly string[];
  /** The quote nearest to all others. */
  readonly medoidId: string;
  /** Words that set the cluster apart, in a form that occurs in its quotes. */
  readonly terms: readonly string[];
  /** Mean cosine of members to the centre. */
  readonly cohesion: number;
  /** The theme most of its quotes carry, and the share of its quotes that do; null where none is decided. */
  readonly nearestTheme: { readonly themeId: string; readonly share: number } | null;
  /** By quote, in the order of `quoteIds`: the share of runs in which it stays with the cluster; null without runs. */
  readonly certainty: readonly number[] | null;
  /** How much of the cluster the likest group of a run has in common with it, the mean over runs; null without runs. */
  readonly stability: number | null;
  readonly coverage: Coverage;
};

export type Clustering = {
  readonly clusters: readonly Cluster[];
  /** Ids of quotes that belong nowhere. */
  readonly unclustered: readonly string[];
  /** The number of groups that was sought: found from the quotes, or asked for. */
  readonly k: number;
  /** Other numbers of groups that would do as well, ascending; none where `k` was asked for. */
  readonly alsoFitting: readonly number[];
  /** `consensus` of runs; `agglomerative` where there is too little to learn from; `none` where nothing was grouped. */
  readonly method: 'consensus' | 'agglomerative' | 'none';
  /** What chance was drawn from: the same quotes and seed give the same clusters. */
  readonly seed: number;
  readonly notices: readonly Notice[];
};
