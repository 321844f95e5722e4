import type { Notice } from '../../model/notice.js';
import type { Saturation, SaturationStep, SaturationVerdict } from '../../model/pattern.js';
import type { Settings } from '../../model/settings.js';
import { listOrders } from '../../text/measures/list-orders.js';
import { readBand } from '../../text/measures/read-band.js';
import { countFresh, type FreshCounts } from './count-fresh.js';
import { judgeSaturation } from './judge-saturation.js';
import type { Coding } from './lay-coding.js';
import { markChanges, type OrderedInterviews, orderInterviews } from './order-interviews.js';

/** Orders that are drawn where there are too many to try all. */
const ROUNDS = 1000;

const reflexive =
  'the study’s approach is reflexive: themes are developed by the researcher, so that a number of interviews after which none are new says nothing of the analysis (Braun & Clarke 2021)';

/**
 * When interviews stop bringing new themes, after Guest, Namey and Chen (2020): the growth of themes in the order of the
 * study and over all other orders (eight interviews or fewer) or 1,000 seeded ones, and a verdict for each base, run and
 * threshold. Interviews that nobody coded are left out: they would look as if they held nothing new. A reflexive study gets
 * the growth without a verdict.
 */
export function estimateSaturation(
  coding: Coding,
  settings: Pick<Settings, 'approach' | 'changes'>,
  seed: number,
): { readonly saturation: Saturation; readonly notices: readonly Notice[] } {
  const ordered = orderInterviews(coding);
  const n = ordered.themes.length;
  const orders = listOrders(n, { seed, rounds: ROUNDS });
  const over = countFresh(ordered.themes, orders);
  const own = countFresh(ordered.themes, {
    values: Uint32Array.from(ordered.themes.keys()),
    size: 1,
    isEvery: false,
  });
  const isReflexive = settings.approach === 'reflexive';
  const verdicts = isReflexive ? [] : judgeSaturation(own.counts, over);
  const [first] = verdicts;
  const isEnough = first !== undefined && n >= first.base + first.run;
  const verdict = isEnough ? describeFirst(first, orders) : first?.text;
  return {
    saturation: {
      interviews: n,
      orderedBy: ordered.orderedBy,
      orders: orders.size,
      isEveryOrder: orders.isEvery,
      steps: listSteps(ordered, own, over),
      marks: markChanges(ordered, settings.changes),
      verdicts,
      ...(verdict === undefined ? {} : { verdict }),
      ...(isReflexive ? { noVerdictBecause: reflexive } : {}),
    },
    notices: listNotices(coding, ordered, settings),
  };
}

function listSteps(
  { transcripts }: OrderedInterviews,
  own: FreshCounts,
  over: FreshCounts,
): readonly SaturationStep[] {
  const sums = new Uint32Array(over.size);
  let observed = 0;
  return transcripts.map(({ id }, at) => {
    const fresh = own.counts[at] ?? 0;
    observed += fresh;
    for (let order = 0; order < over.size; order += 1)
      sums[order] = (sums[order] ?? 0) + (over.counts[order * over.width + at] ?? 0);
    const band = readBand(sums) ?? { median: observed, low: observed, high: observed };
    return { n: at + 1, transcript: id, fresh, observed, ...band };
  });
}

/** The verdict of the smallest base and run, with what other orders make of it. */
function describeFirst(
  { text, base, run, threshold, reachedAt, ordersReached, low, high }: SaturationVerdict,
  { isEvery, size }: { readonly isEvery: boolean; readonly size: number },
): string {
  const own =
    reachedAt === null
      ? `${text} (base ${base}, run ${run})`
      : `${text}: after ${reachedAt} interviews, the next ${run} brought at most ${threshold * 100} % as many new themes as the first ${base} held`;
  const share = `${Math.round(ordersReached * 100)} %`;
  const orders = isEvery ? `of all ${size} orders` : `of ${size} drawn orders`;
  const band =
    low === null || high === null ? '' : `, after ${low === high ? low : `${low} to ${high}`} interviews`;
  return `${own}; reached in ${share} ${orders}${band}`;
}

function listNotices(
  { transcripts, isCoded }: Coding,
  { orderedBy, themes }: OrderedInterviews,
  { changes }: Pick<Settings, 'changes'>,
): readonly Notice[] {
  const uncoded = transcripts.length - isCoded.reduce((sum, coded) => sum + coded, 0);
  const tell = (code: string, file: string, message: string): Notice => ({
    severity: 'info',
    code,
    message,
    place: { file },
  });
  return [
    ...(uncoded === 0
      ? []
      : [
          tell(
            'interviews-not-coded',
            'transcripts',
            `${uncoded} of ${transcripts.length} interviews hold no quote that somebody decided on and that may be counted: saturation is told without them`,
          ),
        ]),
    ...(orderedBy === 'date' || themes.length < 2
      ? []
      : [
          tell(
            'interviews-without-date',
            'study.yaml',
            `not every coded interview has a date, so saturation follows the order of names${changes.length === 0 ? '' : ' and the changes of codebook and guide are not marked'}: add dates under "transcripts"`,
          ),
        ]),
  ];
}
