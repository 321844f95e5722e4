const isKnown = (value: number | null | undefined): value is number => Number.isFinite(value);

/** A share between 0 and 1; undefined where it is not known. */
export function readShare(value: number | null | undefined): number | undefined {
  return isKnown(value) ? Math.min(1, Math.max(0, value)) : undefined;
}

/** A count from 0; 0 where it is not known. */
export function readCount(value: number | null | undefined): number {
  return isKnown(value) ? Math.max(0, value) : 0;
}

/** A number for the table beside a chart, with at most three decimals; `–` where it is not known. */
export function tellNumber(value: number | null | undefined): string | number {
  return isKnown(value) ? Math.round(value * 1000) / 1000 : '–';
}

/** "58 %", with a space that does not break. */
export function tellShare(value: number | null | undefined): string {
  return isKnown(value) ? `${Math.round(value * 100)}\u00a0%` : '–';
}

const inGroups = new Intl.NumberFormat('en');

/** "1 quote", "2 quotes", "1,200 quotes". */
export function tellCount(count: number, noun: string, plural = `${noun}s`): string {
  return `${inGroups.format(count)} ${count === 1 ? noun : plural}`;
}

/** "42 % to 73 %", or nothing where a bound is not known. */
export function tellInterval(low: number | undefined, high: number | undefined): string | undefined {
  return isKnown(low) && isKnown(high) ? `${tellShare(low)} to ${tellShare(high)}` : undefined;
}

/** Two decimals, as agreement is commonly printed. */
export function tellValue(value: number): string {
  return (Math.abs(value) < 0.005 ? 0 : value).toFixed(2).replace('-', '−');
}
