const decades = [
  'under ten',
  'in the teens',
  'in the twenties',
  'in the thirties',
  'in the forties',
  'in the fifties',
  'in the sixties',
  'in the seventies',
  'in the eighties',
];
/** Years. From here on an age is told as one group, as the Safe Harbor rule of HIPAA asks (45 CFR 164.514(b)(2)(i)(C)). */
const OLDEST_TOLD = 90;
/** Years. What is more is no age. */
const OLDEST = 130;

/**
 * An age as its decade and a date as its year, which is what analysis mostly needs: `34 years old` → `in the thirties`,
 * `3 May 2019` → `a day in 2019`. Empty where the string does not tell which.
 */
export function tellVaguely(kind: string, text: string): string {
  const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(text)?.[0];
  if (kind === 'full-date') return year === undefined ? '' : `a day in ${year}`;
  const numbers = text.match(/\d{1,3}/g) ?? [];
  const years = Number(numbers[0]);
  const isAge = kind === 'age' && numbers.length === 1 && !/month|week|day/i.test(text) && years <= OLDEST;
  if (!isAge) return '';
  return years >= OLDEST_TOLD ? 'ninety or older' : (decades[Math.floor(years / 10)] ?? '');
}
