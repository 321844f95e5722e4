import type { CoderFigures, CurvePoint, Evaluation, TaggerFigures } from '../index.js';

/** Below it a difference in F1 is not worth a word. */
const TELLING_GAIN = 0.02;
/** Share of the quotes that an earlier point of the learning curve may have, to be far enough from the end. */
const FEWER = 2 / 3;

const show = (value: number | null) => (value === null ? '–' : value.toFixed(2));

/** Columns as wide as their widest cell: the first on the left, the others on the right. */
function alignColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
}

function describeTaggers(taggers: readonly TaggerFigures[]): readonly string[] {
  const head = ['tagger', 'top-1', 'mAP', 'precision', 'recall', 'F1', 'macro F1', 'calibration error'];
  const rows = taggers.map(({ id, topOne, meanAveragePrecision, micro, macro, calibrationError }) => [
    id,
    ...[
      topOne,
      meanAveragePrecision,
      micro.precision,
      micro.recall,
      micro.f1,
      macro.f1,
      calibrationError,
    ].map(show),
  ]);
  return alignColumns([head, ...rows]);
}

function describeThemes({ perTheme }: TaggerFigures): readonly string[] {
  const rows = perTheme.map(({ theme, support, precision, recall, f1, interval }) => [
    theme,
    String(support),
    ...[precision, recall, f1].map(show),
    interval === null ? '–' : interval.map(show).join('–'),
  ]);
  return alignColumns([['theme', 'quotes', 'precision', 'recall', 'F1', '95 %'], ...rows]);
}

function describeCurve(curve: readonly CurvePoint[]): readonly string[] {
  const head = ['decisions a theme', 'quotes', ...(curve[0]?.taggers ?? []).map(({ id }) => `${id} F1`)];
  const rows = curve.map(({ decisionsPerTheme, quotes, taggers }) => [
    decisionsPerTheme === null ? 'all' : String(decisionsPerTheme),
    String(Math.round(quotes)),
    ...taggers.map(({ micro }) => show(micro.f1)),
  ]);
  return alignColumns([head, ...rows]);
}

function describeCeiling(ceiling: readonly CoderFigures[]): readonly string[] {
  const rows = ceiling.map(({ coder, against, quotes, micro, macro }) => [
    `${coder} against ${against}`,
    String(quotes),
    ...[micro.precision, micro.recall, micro.f1, macro.f1].map(show),
  ]);
  return alignColumns([['coder', 'quotes', 'precision', 'recall', 'F1', 'macro F1'], ...rows]);
}

function findBest(taggers: readonly TaggerFigures[]): TaggerFigures | undefined {
  return taggers.toSorted((a, b) => (b.micro.f1 ?? 0) - (a.micro.f1 ?? 0))[0];
}

/** What it was worth to learn from all quotes and not from at most two thirds of them. */
function readCurve(curve: readonly CurvePoint[], id: string): string {
  const all = curve.at(-1);
  const fewer = curve.findLast(({ quotes }) => quotes <= FEWER * (all?.quotes ?? 0));
  const f1Of = (point: CurvePoint | undefined) => point?.taggers.find((tagger) => tagger.id === id)?.micro.f1;
  const from = f1Of(fewer) ?? null;
  const to = f1Of(all) ?? null;
  if (all === undefined || fewer === undefined || from === null || to === null)
    return 'there are too few decisions to say whether more coding would help';
  const step = `learning from ${Math.round(all.quotes)} quotes instead of ${Math.round(fewer.quotes)} moved F1 from ${show(from)} to ${show(to)}`;
  return to - from >= TELLING_GAIN
    ? `${step}, so that more coding would help`
    : `${step}, so that more coding would hardly help`;
}

/** One sentence of what the figures mean for whoever goes through the suggestions of the best tagger. */
function readFigures({ id, micro }: TaggerFigures, curve: readonly CurvePoint[]): string {
  const { precision, recall } = micro;
  if (precision === null) return 'On an interview it has not seen, no tagger proposes anything.';
  const right = Math.round(precision * 10);
  const found = Math.round((recall ?? 0) * 10);
  return `On an interview it has not seen, about ${right} in 10 suggestions of "${id}" are what people decided, and it finds about ${found} in 10 of their decisions; ${readCurve(curve, id)}.`;
}

/** The figures as tables, and one sentence of how to read them. Nothing where nothing could be measured. */
export function describeEvaluation(evaluation: Evaluation): readonly string[] {
  const { quotes, themes, folds, taggers, learningCurve, ceiling } = evaluation;
  const best = findBest(taggers);
  const between =
    ceiling.length === 0 ? [] : ['', 'How far coders match each other:', ...describeCeiling(ceiling)];
  if (best === undefined) return between.slice(1);
  return [
    `${quotes} quotes and ${themes} themes, held out by interview in ${folds} folds`,
    '',
    ...describeTaggers(taggers),
    '',
    `By theme, "${best.id}":`,
    ...describeThemes(best),
    '',
    'With fewer decisions to learn from:',
    ...describeCurve(learningCurve),
    ...between,
    '',
    readFigures(best, learningCurve),
  ];
}
