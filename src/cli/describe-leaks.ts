import type { makeReports } from '../pipeline/make-reports.js';

type Leak = Parameters<NonNullable<Parameters<typeof makeReports>[0]['onUndecided']>>[0][number];

/** What was let through although nobody decided on it; none of it is shown. */
export function describeUndecided(leaks: readonly Leak[]): string {
  const [first] = leaks;
  const example = first === undefined ? '' : `, e.g. ${first.kind} ${first.masked} in ${first.place}`;
  const count = leaks.length === 1 ? '1 name, age or date' : `${leaks.length} names, ages or dates`;
  return `${count} may tell who somebody is, and nobody decided on them${example}: "themeloom check" lists them; "publish: { keep: […] }" in study.yaml or "themeloom anonymize" decides; "reports: { gate: strict }" refuses what is undecided`;
}
