import { makeFigure } from '../charts/drawing/make-figure.js';
import { charts } from '../charts/index.js';
import { layOutAgreement } from '../reporting/agreement.js';
import type { Figure, FigureSet, Figures } from '../reporting/contract/figure.js';
import { findReport } from '../reporting/index.js';
import type { ReportInput } from '../reporting/report.js';
import { layOutStrips } from '../reporting/sections/interview-strips.js';
import { layOutCharts, type PatternCharts } from './patterns/lay-out-charts.js';

const patternSets = ['prevalence', 'attributes', 'voices', 'co-occurrence', 'saturation'] as const;
type PatternSet = (typeof patternSets)[number];

/**
 * Draws the charts that some kinds of report print. Nothing is counted or loaded where none prints any. Throws
 * `ToolkitError` for an unknown kind and for a chart that cannot be drawn.
 */
export async function drawFigures(input: ReportInput, kinds: readonly string[]): Promise<Figures> {
  const asked = new Set(kinds.flatMap((kind) => findReport(kind).figures ?? []));
  const drawn = new Map<FigureSet, readonly Figure[]>();
  const sets = patternSets.filter((set) => asked.has(set));
  const data = sets.length === 0 ? undefined : layOutCharts(input.findPatterns());
  for (const set of sets) {
    if (data !== undefined) drawn.set(set, await drawSet(set, data));
  }
  if (asked.has('agreement')) drawn.set('agreement', [await drawAgreement(input)]);
  if (asked.has('interviews')) drawn.set('interviews', await drawInterviews(input));
  return drawn;
}

function drawInterviews(input: ReportInput): Promise<readonly Figure[]> {
  return drawEach(layOutStrips(input), ({ figureId, participantId, transcriptId, length, quotes }) =>
    makeFigure(
      charts['interview-strip'],
      { interview: transcriptId, length, quotes },
      { id: figureId, label: `Where the quotes of ${participantId} lie in ${transcriptId}` },
    ),
  );
}

function drawAgreement({
  study,
  compareCoders,
}: Pick<ReportInput, 'study' | 'compareCoders'>): Promise<Figure> {
  const labels = new Map(study.taxonomy.themes.map(({ id, label }) => [id, label]));
  const { coefficient, rows, conventions } = layOutAgreement(compareCoders(), labels);
  const known = rows.map(({ label, n, value = null, low = null, high = null, undefinedBecause = null }) => {
    return { label, n, value, low, high, undefinedBecause };
  });
  const named = { id: 'figure-agreement', label: `How far coders agree: ${coefficient}` };
  return makeFigure(charts.agreement, { rows: known, conventions }, named);
}

async function drawSet(set: PatternSet, data: PatternCharts): Promise<readonly Figure[]> {
  const id = `figure-${set}`;
  switch (set) {
    case 'prevalence':
      return [await makeFigure(charts['theme-prevalence'], data.prevalence, { id })];
    case 'voices':
      return [await makeFigure(charts.voices, data.voices, { id })];
    case 'saturation':
      return [await makeFigure(charts.saturation, data.saturation, { id })];
    case 'attributes':
      return drawEach(data.attributes, (table, number) =>
        makeFigure(charts['theme-by-attribute'], table, {
          id: `${id}-${number}`,
          label: `Who voices what, by ${table.attribute}`,
        }),
      );
    case 'co-occurrence':
      return drawEach(data.coOccurrence, (table, number) =>
        makeFigure(charts['co-occurrence'], table, {
          id: `${id}-${number}`,
          label: `Themes in the same ${table.unit}`,
        }),
      );
  }
}

/** One after the other: Vega's counters make the bytes depend on the order. */
async function drawEach<Data>(
  all: readonly Data[],
  draw: (data: Data, number: number) => Promise<Figure>,
): Promise<readonly Figure[]> {
  const drawn: Figure[] = [];
  for (const [index, data] of all.entries()) drawn.push(await draw(data, index + 1));
  return drawn;
}
