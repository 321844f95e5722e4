import { ToolkitError } from '../../errors.js';
import {
  type Agreement,
  CONSENSUS,
  coefficients,
  type Decision,
  rateAgreement,
  type StudyReading,
} from '../../index.js';
import type { ComparisonView } from '../messages/comparing.js';
import type { Desk } from './desk.js';
import { listCoders } from './study.js';
import { recall } from './tables/recall.js';
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
};

type Row = ComparisonView['rows'][number];
type Verdict = Row['a'];
type Pair = { readonly a: string; readonly b: string };

const EVERYBODY = { coder: '' };
/** Rows that are shown; all are counted. */
const MOST_ROWS = 500;

const countDecisions = recall((decisions: readonly Decision[]) => {
  const counts = new Map<string, number>();
  for (const { coder } of decisions) counts.set(coder, (counts.get(coder) ?? 0) + 1);
  return counts;
});

/** Two who decided something, and not the same one twice; empty names where there are not two. */
function choosePair({ study }: StudyReading, coders: readonly string[], request: ComparisonRequest): Pair {
  const counts = countDecisions(study.decisions);
  const known = coders
    .filter((name) => counts.has(name))
    .toSorted((x, y) => (counts.get(y) ?? 0) - (counts.get(x) ?? 0));
  const asked = (name: string | undefined) => known.find((each) => each === name);
  const b = asked(request.b);
  const a =
    asked(request.a) ?? [request.coder, ...known].find((name) => name !== b && known.includes(name)) ?? '';
  return { a, b: b !== undefined && b !== a ? b : (known.find((name) => name !== a) ?? '') };
}

/** What was said of quotes and themes that at least one of two coders judged. */
type Comparison = {
  readonly agreement: Pick<Agreement, 'coefficients' | 'disagreements'>;
  /** Why there are no figures; empty where there are some. */
  readonly withheld: string;
  /** Quote and theme of which both said the same, in so many words. */
  readonly same: readonly Compared[];
};

type Compared = { readonly quote: string; readonly theme: string };

function listSame({ study }: StudyReading, { a, b }: Pair): readonly Compared[] {
  const same: Compared[] = [];
  for (const [quote, { taggings }] of listSettled(study, EVERYBODY)) {
    for (const { themeId, decisions } of taggings) {
      const own = decisions.find(({ coder }) => coder === a);
      const other = decisions.find(({ coder }) => coder === b);
      if (own !== undefined && own.applies === other?.applies) same.push({ quote, theme: themeId });
    }
  }
  return same;
}

const NOBODY_LEFT =
  'One of the two decided only on quotes of people who withdrew or gave no consent for research: these are not compared.';

function compare(reading: StudyReading, pair: Pair, today: string): Comparison {
  const { study } = reading;
  const { approach } = study.settings;
  const same = listSame(reading, pair);
  try {
    const agreement = rateAgreement({ ...study, approach, today, coders: [pair.a, pair.b] });
    return { agreement, withheld: explainWithheld(agreement), same };
  } catch (error) {
    if (!(error instanceof ToolkitError) || error.code !== 'unknown-coder') throw error;
    return { agreement: { coefficients: [], disagreements: [] }, withheld: NOBODY_LEFT, same };
  }
}

const openComparisons = recall((_: StudyReading['study']) => new Map<string, Comparison>());

/** Intervals take long: they are drawn once for each state of the study. */
function compareOnce(reading: StudyReading, pair: Pair, today: string): Comparison {
  const known = openComparisons(reading.study);
  const name = JSON.stringify([pair.a, pair.b, today]);
  const comparison = known.get(name) ?? compare(reading, pair, today);
  known.set(name, comparison);
  return comparison;
}

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
    },
  ];
}

/** Over all themes; those of single themes are for the report. */
function listFigures({ coefficients: figures }: Comparison['agreement']): ComparisonView['figures'] {
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

function explainWithheld({ coefficients: figures, basis, notices }: Agreement): string {
  if (figures.length > 0 && basis.compared > 0) return '';
  return notices.map(({ message }) => message).join(' ');
}

const rank = ({ agree, resolved }: Row): number => (agree ? 2 : resolved === 'nothing' ? 0 : 1);

const ALONE =
  'There is nothing to compare yet: agreement takes two coders who decide some of the same quotes.';

/** Two coders side by side: what they see differently first, unsettled before settled, then what they both said. */
export function answerComparison({ reading }: Desk, request: ComparisonRequest): ComparisonView {
  const { coder, today } = request;
  const coders = listCoders(reading.study, coder);
  const pair = choosePair(reading, coders, request);
  if (pair.a === '' || pair.b === '')
    return { coders, ...pair, withheld: ALONE, figures: [], rows: [], total: { agree: 0, disagree: 0 } };
  const { agreement, withheld, same } = compareOnce(reading, pair, today);
  const names = { ...pair, coder };
  const differing = agreement.disagreements.map(({ quote, theme, applies }) => ({
    quote,
    theme,
    giving: applies,
  }));
  const rows = [...differing.slice(0, MOST_ROWS), ...same.slice(0, MOST_ROWS)].flatMap((each) =>
    showRow(reading, each, names),
  );
  return {
    coders,
    ...pair,
    withheld,
    figures: listFigures(agreement),
    rows: rows.toSorted((x, y) => rank(x) - rank(y)).slice(0, MOST_ROWS),
    total: { agree: same.length, disagree: differing.length },
  };
}
