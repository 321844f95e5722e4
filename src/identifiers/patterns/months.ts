/** English month names and their usual abbreviations, as part of a pattern. */
export const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?';
const YEAR = '(?:1[89]|20)\\d\\d';

/** A day of a year in figures or words, as part of a pattern. */
export const FULL_DATE = [
  `\\d{1,2}[./-]\\d{1,2}[./-]${YEAR}`,
  `\\d{1,2}/\\d{1,2}/\\d\\d`,
  `${YEAR}[./-]\\d{1,2}[./-]\\d{1,2}`,
  `${DAY} (?:of )?${MONTH},? ${YEAR}`,
  `${MONTH} (?:the )?${DAY},? ${YEAR}`,
].join('|');

/** A day without a year, a month of a year, or a year. */
export const PART_OF_DATE = [
  `${DAY} (?:of )?${MONTH}`,
  `${MONTH} (?:the )?${DAY}`,
  `(?:${MONTH} )?${YEAR}`,
].join('|');
