/** A group of alike quotes, offered as a prompt for a theme. */
export type Cluster = {
  /** `c1`, `c2` …, largest first. */
  readonly id: string;
  /** Quote ids, nearest to the centre first. */
  readonly quoteIds: readonly string[];
  /** The quote nearest to all others. */
  readonly medoidId: string;
  /** Words that set the cluster apart, in a form that occurs in its quotes. */
  readonly terms: readonly string[];
  /** Mean cosine of members to the centre, 0 to 1. */
  readonly cohesion: number;
  /** The theme most of its decided quotes carry, and the share of its quotes that do; null where none is decided. */
  readonly nearestTheme: { readonly themeId: string; readonly share: number } | null;
};

/** `unclustered` holds the ids of quotes that belong nowhere. */
export type Clustering = { readonly clusters: readonly Cluster[]; readonly unclustered: readonly string[] };
