import type { Quote } from '../../model/quote.js';
import type { Theme } from '../../model/theme.js';
import { NO, UNKNOWN, YES } from '../../text/learning/lessons.js';
import type { Decided } from '../decided/read-decided.js';

/** With more themes in a dimension, those that nobody decided anything of are left to their keywords. */
export const MOST_UNDECIDED = 500;

/** What coders said within one dimension: dimensions are learned apart, a quote's fear says nothing of its subject. */
export type CodedDimension = {
  readonly id: string;
  readonly themes: readonly Theme[];
  /** By theme: its place in the taxonomy. */
  readonly places: readonly number[];
  /** By theme: the themes of the dimension that it lies under, itself first. */
  readonly lineages: readonly (readonly number[])[];
  /** By theme: the themes that are neither above nor below it. What speaks for one of those may speak against it. */
  readonly rivals: readonly (readonly number[])[];
  /** By quote, then by theme: `YES`, `NO` or `UNKNOWN`. */
  readonly labels: Int8Array;
  /** Rows of the quotes of which anything is known here, and of the others. */
  readonly coded: Uint32Array;
  readonly uncoded: Uint32Array;
};

/** By theme: itself and all that it lies under, as positions in `themes`. */
function traceLineages(themes: readonly Theme[]): readonly (readonly number[])[] {
  const positions = new Map(themes.map(({ id }, position) => [id, position]));
  return themes.map((_, position) => {
    const lineage: number[] = [];
    let next: number | undefined = position;
    while (next !== undefined && !lineage.includes(next)) {
      lineage.push(next);
      next = positions.get(themes[next]?.parentId ?? '');
    }
    return lineage;
  });
}

function listRivals(lineages: CodedDimension['lineages']): CodedDimension['rivals'] {
  return lineages.map((lineage, k) =>
    lineages.flatMap((other, rival) => (lineage.includes(rival) || other.includes(k) ? [] : [rival])),
  );
}

/**
 * The labels of one quote. What is decided for a theme holds for all that it lies under, unless they are decided
 * themselves. A quote that has a theme of the dimension does not have those that nobody gave it.
 */
function labelQuote(
  verdicts: NonNullable<ReturnType<Decided['get']>>,
  { themes, lineages }: Pick<CodedDimension, 'themes' | 'lineages'>,
  into: Int8Array,
): void {
  for (const [k, { id }] of themes.entries()) {
    if (verdicts.get(id) === 'applies') for (const above of lineages[k] ?? []) into[above] = YES;
  }
  const isAbout = into.includes(YES);
  for (const [k, { id }] of themes.entries()) {
    const verdict = verdicts.get(id);
    if (verdict === 'does-not-apply') into[k] = NO;
    else if (verdict === 'split') into[k] = UNKNOWN;
    else if (verdict === undefined && isAbout && into[k] === UNKNOWN) into[k] = NO;
  }
}

/**
 * All themes of a dimension, or, where they are more than can be learned side by side (what it takes grows with their
 * square), those that anything was decided of, with all that they lie under.
 */
function chooseThemes(taxonomy: readonly Theme[], id: string, decided: Decided): readonly Theme[] {
  const themes = taxonomy.filter((theme) => theme.dimension === id);
  if (themes.length <= MOST_UNDECIDED) return themes;
  const lineages = traceLineages(themes);
  const known = new Set([...decided.values()].flatMap((verdicts) => [...verdicts.keys()]));
  const kept = new Set(themes.flatMap((theme, k) => (known.has(theme.id) ? (lineages[k] ?? []) : [])));
  return themes.filter((_, k) => kept.has(k));
}

function readDimension(
  id: string,
  taxonomy: readonly Theme[],
  { quotes, decided }: { readonly quotes: readonly Quote[]; readonly decided: Decided },
): CodedDimension {
  const themes = chooseThemes(taxonomy, id, decided);
  const chosen = new Set(themes);
  const places = taxonomy.flatMap((theme, place) => (chosen.has(theme) ? [place] : []));
  const lineages = traceLineages(themes);
  const labels = new Int8Array(quotes.length * themes.length);
  const coded: number[] = [];
  const uncoded: number[] = [];
  for (const [row, quote] of quotes.entries()) {
    const verdicts = decided.get(quote.id);
    const ofQuote = labels.subarray(row * themes.length, (row + 1) * themes.length);
    if (verdicts !== undefined) labelQuote(verdicts, { themes, lineages }, ofQuote);
    if (ofQuote.some((label) => label !== UNKNOWN)) coded.push(row);
    else uncoded.push(row);
  }
  return {
    id,
    themes,
    places,
    lineages,
    rivals: listRivals(lineages),
    labels,
    coded: Uint32Array.from(coded),
    uncoded: Uint32Array.from(uncoded),
  };
}

/** One entry a dimension that has themes, in the order of the taxonomy. */
export function readDimensions(
  taxonomy: readonly Theme[],
  given: { readonly quotes: readonly Quote[]; readonly decided: Decided },
): readonly CodedDimension[] {
  const ids = [...new Set(taxonomy.map(({ dimension }) => dimension))];
  return ids.map((id) => readDimension(id, taxonomy, given)).filter(({ themes }) => themes.length > 0);
}
