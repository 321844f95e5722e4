import type { CoOccurrence as CoOccurrenceChart } from '../../charts/co-occurrence.js';
import type { Saturation } from '../../charts/saturation.js';
import type { ThemeByAttribute } from '../../charts/theme-by-attribute.js';
import type { ThemePrevalence } from '../../charts/theme-prevalence.js';
import type { Voices } from '../../charts/voices.js';
import type { CoOccurrence, Patterns } from '../../model/pattern.js';

/** What each chart takes: one for each attribute, and one for each unit of co-occurrence. */
export type PatternCharts = {
  readonly prevalence: ThemePrevalence;
  readonly attributes: readonly ThemeByAttribute[];
  readonly voices: Voices;
  readonly coOccurrence: readonly CoOccurrenceChart[];
  readonly saturation: Saturation;
};

/** The data of a chart for each pattern: labels instead of ids, and co-occurrence as a square. */
export function layOutCharts({
  prevalence,
  attributes,
  voices,
  coOccurrence,
  saturation,
}: Patterns): PatternCharts {
  const { interviews, steps, marks, orders, isEveryOrder } = saturation;
  return {
    prevalence: { themes: prevalence.themes.map(({ theme, ...row }) => row) },
    attributes: attributes.map(({ attribute, groups, rows }) => ({
      attribute,
      groups: groups.map(({ label, kind, participants }) => ({
        label: kind === 'not-recorded' ? '' : label,
        participants,
      })),
      rows: rows.map(({ label, cells }) => ({ theme: label, cells })),
    })),
    voices: {
      themes: voices.themes.map((theme) => ({
        label: theme.label,
        voices: theme.voices.map(({ label, participants, quotes }) => ({ label, participants, quotes })),
      })),
    },
    coOccurrence: coOccurrence.map(squareCells),
    saturation: {
      interviews,
      steps: steps.map(({ n, median, low, high, observed }) => ({ n, median, low, high, observed })),
      marks,
      band: `the middle 90 % of ${isEveryOrder ? `all ${orders}` : orders} orders`,
    },
  };
}

/** Symmetric, with the units of a theme itself on the diagonal. */
function squareCells({ unit, themes, cells }: CoOccurrence): CoOccurrenceChart {
  const places = new Map(themes.map(({ theme }, place) => [theme, place]));
  const square = themes.map(({ units }, place) =>
    Array.from({ length: themes.length }, (_, at) => (at === place ? units : 0)),
  );
  for (const { a, b, units } of cells) {
    const [row, column] = [places.get(a) ?? 0, places.get(b) ?? 0];
    square[row]?.splice(column, 1, units);
    square[column]?.splice(row, 1, units);
  }
  return { unit, themes: themes.map(({ label }) => label), cells: square };
}
