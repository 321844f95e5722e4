import { straightenText } from '../../text/fold-text.js';

const singleMark = /(?<![\p{L}\p{N}])'|'(?![\p{L}\p{N}])/gu;

/** Straight and double quote marks throughout: a quotation within a quotation changes its marks. Apostrophes stay. */
export function unifyMarks(text: string): string {
  return straightenText(text).replace(singleMark, '"');
}
