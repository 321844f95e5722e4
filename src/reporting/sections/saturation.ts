import type { Saturation, SaturationVerdict } from '../../model/pattern.js';

/** What may be said of the growth of themes, and what changed on the way. */
export function tellSaturation({ verdict, noVerdictBecause, marks }: Saturation): string[] {
  return [
    ...[verdict, noVerdictBecause].flatMap((text) => (text === undefined ? [] : [text])),
    ...marks.map(
      ({ n, label }) => `${n === 0 ? 'Before the first interview' : `After interview ${n}`}: ${label}`,
    ),
  ];
}

/** Whether few enough themes were new, by base, run and threshold; nothing where none can be judged. */
export function tabulateSaturation({ verdicts, interviews, orders, isEveryOrder }: Saturation) {
  if (!verdicts.some(({ base, run }) => interviews >= base + run)) return [];
  const others = isEveryOrder ? `Of all ${orders} orders` : `Of ${orders} drawn orders`;
  return [
    {
      title: 'By base, run and threshold',
      header: ['Base', 'Run', 'New themes at most', 'In the order held', others],
      rows: verdicts.map((verdict) => [
        String(verdict.base),
        String(verdict.run),
        `${Math.round(verdict.threshold * 100)} %`,
        verdict.text,
        tellOrders(verdict),
      ]),
    },
  ];
}

function tellOrders({ ordersReached, median, low, high }: SaturationVerdict): string {
  const share = `${Math.round(ordersReached * 100)} %`;
  if (median === null || low === null || high === null) return share;
  return low === high ? `${share}, after ${low}` : `${share}, after ${low} to ${high} (median ${median})`;
}
