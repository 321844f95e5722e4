import type { FigureTable } from '../../reporting/contract/evaluation-page.js';
import type { Bin } from '../../text/measures/calibration.js';
import type { CoderFigures, CurvePoint, Evaluation, PassageFigures, TaggerFigures } from './evaluation.js';
import { isPart } from './score-parts.js';

/** Two decimals; a dash where nothing can be told. */
export function showShare(value: number | null): string {
  return value === null ? '–' : value.toFixed(2);
}

function tabulateTaggers(taggers: readonly TaggerFigures[]): FigureTable {
  return {
    title: 'How far suggestions match people',
    explanation:
      'top-1: the share of quotes whose best theme is right. mAP: how well every theme puts its quotes first. Precision, recall and F1 are of what a tagger proposes; macro F1 counts every theme alike.',
    header: ['tagger', 'top-1', 'mAP', 'precision', 'recall', 'F1', 'macro F1', 'calibration error'],
    rows: taggers.map(({ id, topOne, meanAveragePrecision, micro, macro, calibrationError }) => [
      id,
      ...[topOne, meanAveragePrecision, micro.precision, micro.recall, micro.f1].map(showShare),
      ...[macro.f1, calibrationError].map(showShare),
    ]),
  };
}

function tabulateThemes({ id, perTheme }: TaggerFigures): FigureTable {
  return {
    title: `By theme, "${id}"`,
    explanation:
      'The interval is of F1, had other interviews like these been held; a dash where they are too few or too alike to tell.',
    header: ['theme', 'quotes', 'precision', 'recall', 'F1', '95 %'],
    rows: perTheme.map(({ theme, support, precision, recall, f1, interval }) => [
      theme,
      String(support),
      ...[precision, recall, f1].map(showShare),
      interval === null ? '–' : interval.map(showShare).join('–'),
    ]),
  };
}

function tabulateCurve(curve: readonly CurvePoint[]): FigureTable {
  return {
    title: 'With fewer decisions to learn from',
    explanation: 'F1 where coding had stopped at so many accepted quotes a theme.',
    header: ['decisions a theme', 'quotes', ...(curve[0]?.taggers ?? []).map(({ id }) => id)],
    rows: curve.map(({ decisionsPerTheme, quotes, taggers }) => [
      decisionsPerTheme === null ? 'all' : String(decisionsPerTheme),
      String(Math.round(quotes)),
      ...taggers.map(({ micro }) => showShare(micro.f1)),
    ]),
  };
}

function tabulateCoders(ceiling: readonly CoderFigures[]): FigureTable {
  return {
    title: 'How far coders match each other',
    explanation: 'Each coder as if a tagger, on the quotes that the other judged too.',
    header: ['coder', 'quotes', 'precision', 'recall', 'F1', 'macro F1'],
    rows: ceiling.map(({ coder, against, quotes, micro, macro }) => [
      `${coder} against ${against}`,
      String(quotes),
      ...[micro.precision, micro.recall, micro.f1, macro.f1].map(showShare),
    ]),
  };
}

function tabulateBins(tagger: string, bins: readonly Bin[]): FigureTable {
  return {
    title: `Reliability of "${tagger}"`,
    explanation: 'How often what was expected with this probability was true.',
    header: ['confidence', 'pairs', 'expected', 'observed'],
    rows: bins
      .filter(({ count }) => count > 0)
      .map(({ from, to, count, expected, observed }) => [
        `${showShare(from)}–${showShare(to)}`,
        String(count),
        ...[expected, observed].map(showShare),
      ]),
  };
}

/** Empty where no passage is marked: then there is nothing to find again. */
function tabulatePassages(figures: PassageFigures | undefined): FigureTable {
  const { sentences = 0, marked = 0, rules, learned, undefinedBecause } = figures ?? {};
  const ranked = [['rules', rules] as const, ['learned', learned] as const];
  return {
    title: 'How far passages worth marking are those that people marked',
    explanation: [
      'AUC: how often a marked sentence ranks above one that was passed over; 0.50 is chance. Recall: of the marked sentences, the share among as many best ranked ones; chance is the share that is marked.',
      ...(undefinedBecause === undefined ? [] : [undefinedBecause]),
    ].join(' '),
    header: ['by', 'sentences', 'marked', 'AUC', 'recall'],
    rows: (marked === 0 ? [] : ranked).map(([by, own]) => [
      by,
      ...[sentences, marked].map(String),
      ...[own?.auc ?? null, own?.recallAtMarked ?? null].map(showShare),
    ]),
  };
}

/** The tagger with the best F1 over all pairs, the first of equals; never a part, which suggests nothing. */
export function findBest({ taggers }: Evaluation): TaggerFigures | undefined {
  const whole = taggers.filter(({ id }) => !isPart(id));
  return whole.toSorted((a, b) => (b.micro.f1 ?? 0) - (a.micro.f1 ?? 0))[0];
}

/** Every table of an evaluation that holds anything, themes only for the best tagger. */
export function tabulateFigures(evaluation: Evaluation): readonly FigureTable[] {
  const { taggers, learningCurve, ceiling, reliability, quoteSuggestions } = evaluation;
  const best = findBest(evaluation);
  const tables = [
    tabulateTaggers(taggers),
    ...(best === undefined ? [] : [tabulateThemes(best)]),
    tabulateCurve(learningCurve),
    tabulateCoders(ceiling),
    ...reliability.map(({ tagger, bins }) => tabulateBins(tagger, bins)),
    tabulatePassages(quoteSuggestions),
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}
