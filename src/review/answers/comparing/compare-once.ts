import { ToolkitError } from '../../../errors.js';
import { type Agreement, rateAgreement, type StudyReading } from '../../../index.js';
import { EVERYBODY } from '../tables/look.js';
import { recall } from '../tables/recall.js';
import { listSettled } from '../tables/study-tables.js';
import type { Pair } from './choose-pair.js';

/** What was said of quotes and themes that at least one of two coders judged. */
export type Comparison = {
  readonly agreement: Pick<Agreement, 'coefficients' | 'disagreements'>;
  /** Why there are no figures; empty where there are some. */
  readonly withheld: string;
  /** Quote and theme of which both said the same, in so many words. */
  readonly same: readonly Compared[];
};

export type Compared = { readonly quote: string; readonly theme: string };

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

/** Why there are no figures; empty where there are some. */
function explainWithheld({ coefficients: figures, basis, notices }: Agreement): string {
  if (figures.length > 0 && basis.compared > 0) return '';
  return notices.map(({ message }) => message).join(' ');
}

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
export function compareOnce(reading: StudyReading, pair: Pair, today: string): Comparison {
  const known = openComparisons(reading.study);
  const name = JSON.stringify([pair.a, pair.b, today]);
  const comparison = known.get(name) ?? compare(reading, pair, today);
  known.set(name, comparison);
  return comparison;
}
