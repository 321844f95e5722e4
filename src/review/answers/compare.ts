import { type Agreement, CONSENSUS, coefficients, type Decision, type StudyReading } from '../../index.js';
import type { ComparisonView } from '../messages/comparing.js';
import { choosePair, type Pair } from './comparing/choose-pair.js';
import { type Compared, compareOnce } from './comparing/compare-once.js';
import type { Desk } from './desk.js';
import { listCoders } from './study.js';
import { EVERYBODY } from './tables/look.js';
import { findQuote, listSettled } from './tables/study-tables.js';
import { cutAroundQuote } from './views/cut-around.js';
import { showQuote } from './views/show-quote.js';

export type ComparisonRequest = {
  /** Names of coders; without them whoever asks, and whoever decided most beside. */
  readonly a?: string;
  readonly b?: string;
  readonly coder: string;
  /** ISO day on which consent to research is judged. */
  readonly today: string;
  /** How many rows are shown; all are counted. */
  readonly count?: number;
};

type Row = ComparisonView['rows'][number];
type Verdict = Row['a'];

const USUAL_ROWS = 500;

function readVerdict(decision: Decision | undefined): Verdict {
  if (decision === undefined) return 'nothing';
  return decision.applies ? 'applies' : 'does-not';
}

/** `giving` are the coders who gave the theme, or one below it. */
function showRow(
  reading: StudyReading,
  { quote: id, theme, giving }: Compared & { readonly giving?: readonly string[] },
  { a, b, coder }: Pair & { readonly coder: string },
): readonly Row[] {
  const { study } = reading;
  const quote = findQuote(study, id);
  if (quote === undefined) return [];
  const tagging = listSettled(study, EVERYBODY)
    .get(id)
    ?.taggings.find(({ themeId }) => themeId === theme);
  const find = (name: string) => tagging?.decisions.find((decision) => decision.coder === name);
  const read = (name: string) => (giving?.includes(name) === true ? 'applies' : readVerdict(find(name)));
  return [
    {
      quote: showQuote(reading, quote, { coder }),
      ...cutAroundQuote(study, quote),
      theme,
      a: read(a),
      b: read(b),
      noteA: find(a)?.note ?? '',
      noteB: find(b)?.note ?? '',
      agree: giving === undefined,
      resolved: readVerdict(find(CONSENSUS)),
      noteResolved: find(CONSENSUS)?.note ?? '',
    },
  ];
}

/** Over all themes; those of single themes are for the report. */
function listFigures({ coefficients: figures }: Pick<Agreement, 'coefficients'>): ComparisonView['figures'] {
  const labels = new Map(coefficients.map(({ id, label }) => [id, label]));
  return figures.flatMap(({ id, theme, value, interval, undefinedBecause }) =>
    theme === null
      ? [
          {
            id,
            label: labels.get(id) ?? id,
            value,
            interval: interval === null ? null : [interval[0], interval[1]],
            because: undefinedBecause ?? '',
          },
        ]
      : [],
  );
}

/** What coders see differently, what they have not settled by a third decision first. */
function listDiffering({ study }: StudyReading, { disagreements }: Pick<Agreement, 'disagreements'>) {
  const settled = listSettled(study, EVERYBODY);
  const isResolved = ({ quote, theme }: Compared) =>
    settled.get(quote)?.decisions.some((one) => one.coder === CONSENSUS && one.themeId === theme) === true;
  const differing = disagreements.map(({ quote, theme, applies }) => ({ quote, theme, giving: applies }));
  return [...differing.filter((each) => !isResolved(each)), ...differing.filter(isResolved)];
}

const ALONE =
  'There is nothing to compare yet: agreement takes two coders who decide some of the same quotes.';

/** Two coders side by side: what they see differently first, unsettled before settled, then what they both said. */
export function answerComparison({ reading }: Desk, request: ComparisonRequest): ComparisonView {
  const { coder, today, count = USUAL_ROWS } = request;
  const coders = listCoders(reading.study, coder);
  const pair = choosePair(reading, coders, request);
  if (pair.a === '' || pair.b === '')
    return { coders, ...pair, withheld: ALONE, figures: [], rows: [], total: { agree: 0, disagree: 0 } };
  const { agreement, withheld, same } = compareOnce(reading, pair, today);
  const names = { ...pair, coder };
  const differing = listDiffering(reading, agreement);
  const shown: readonly (Compared & { readonly giving?: readonly string[] })[] = [...differing, ...same];
  return {
    coders,
    ...pair,
    withheld,
    figures: listFigures(agreement),
    rows: shown.slice(0, count).flatMap((each) => showRow(reading, each, names)),
    total: { agree: same.length, disagree: differing.length },
  };
}
