import type { Change } from '../../model/settings.js';
import type { Transcript } from '../../model/transcript.js';
import type { Coding } from './lay-coding.js';

export type OrderedInterviews = {
  readonly transcripts: readonly Transcript[];
  readonly orderedBy: 'date' | 'name';
  /** The themes that people accepted in each of them, as places in `coding.themes`, ascending. */
  readonly themes: readonly (readonly number[])[];
};

const compareNames = (a: Transcript, b: Transcript) => (a.id < b.id ? -1 : 1);

/** The coded interviews in the order of their days where all of them have one, else of their names. */
export function orderInterviews(coding: Coding): OrderedInterviews {
  const rows = new Map(coding.transcripts.map((transcript, row) => [transcript, row]));
  const coded = coding.transcripts.filter((_, row) => coding.isCoded[row] === 1).sort(compareNames);
  const hasDates = coded.length > 0 && coded.every(({ date }) => date !== undefined);
  const transcripts = hasDates
    ? coded.toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : a.date === b.date ? 0 : 1))
    : coded;
  const held = gatherThemes(coding);
  return {
    transcripts,
    orderedBy: hasDates ? 'date' : 'name',
    themes: transcripts.map((transcript) => held[rows.get(transcript) ?? -1] ?? []),
  };
}

/** By row of the transcript. A theme counts where it was accepted itself: one above it is seen with it at no cost. */
function gatherThemes(coding: Coding): readonly (readonly number[])[] {
  const held = coding.transcripts.map((): number[] => []);
  for (const [theme, { id }] of coding.themes.entries()) {
    for (const row of coding.own.get(id) ?? []) {
      const themes = held[coding.interviews[row] ?? -1];
      if (themes !== undefined && themes.at(-1) !== theme) themes.push(theme);
    }
  }
  return held;
}

/** Each change of codebook or guide after the last interview before its day; none where days are missing. */
export function markChanges(
  { transcripts, orderedBy }: Pick<OrderedInterviews, 'transcripts' | 'orderedBy'>,
  changes: readonly Change[],
): readonly { readonly n: number; readonly label: string }[] {
  if (orderedBy === 'name') return [];
  return changes
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date === b.date ? 0 : 1))
    .map(({ date, what, note }) => ({
      n: transcripts.filter((transcript) => (transcript.date ?? '') < date).length,
      label: note === undefined ? `${what} changed` : `${what} changed: ${note}`,
    }));
}
