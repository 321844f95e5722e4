import type { Cluster, Coverage } from '../../model/cluster.js';
import type { Taxonomy } from '../../model/theme.js';
import type { Decided } from '../../taggers/decided/read-decided.js';

/** Themes cover a cluster when at least this share of its quotes carries one. */
const COVERED_FROM = 0.5;

/** What people have decided that a quote is about: ids of themes by quote id, none where they gave it none. */
export type Subjects = ReadonlyMap<string, readonly string[]>;

/** How a cluster stands to the themes that people gave its quotes. */
export type Standing = Pick<Cluster, 'nearestTheme'> & { readonly coverage: Coverage };

/** The themes that say what a quote is about: those of the dimension `theme`, or of the first one. */
function listSubjectThemes({ dimensions, themes }: Taxonomy): readonly string[] {
  const dimension = dimensions.find(({ id }) => id === 'theme') ?? dimensions[0];
  return themes.filter((theme) => theme.dimension === dimension?.id).map(({ id }) => id);
}

/** By quote the subject themes that apply to it, in the order of the taxonomy. */
export function readSubjects(taxonomy: Taxonomy, decided: Decided): Subjects {
  const themes = listSubjectThemes(taxonomy);
  return new Map(
    [...decided].map(([quoteId, verdicts]) => [
      quoteId,
      themes.filter((themeId) => verdicts.get(themeId) === 'applies'),
    ]),
  );
}

/** Whether people gave a quote a theme that says what it is about. */
export function carriesTheme(quoteId: string, subjects: Subjects): boolean {
  return (subjects.get(quoteId) ?? []).length > 0;
}

/** Which theme covers most of some quotes, and whether themes cover them at all. */
export function findStanding(quoteIds: readonly string[], subjects: Subjects): Standing {
  const counts = new Map<string, number>();
  for (const quoteId of quoteIds) {
    for (const themeId of subjects.get(quoteId) ?? []) counts.set(themeId, (counts.get(themeId) ?? 0) + 1);
  }
  const [nearest] = [...counts].sort(([, a], [, b]) => b - a);
  if (nearest === undefined) return { nearestTheme: null, coverage: { kind: 'prompt' } };
  const [themeId, quotes] = nearest;
  const share = quotes / quoteIds.length;
  const carrying = quoteIds.filter((quoteId) => carriesTheme(quoteId, subjects)).length;
  const isCovered = carrying / quoteIds.length >= COVERED_FROM;
  return {
    nearestTheme: { themeId, share },
    coverage: isCovered ? { kind: 'covered', themeId, overlap: share } : { kind: 'prompt' },
  };
}
