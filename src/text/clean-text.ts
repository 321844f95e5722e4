const controls = /[^\P{Cc}\t\n]/gu;
const loneSurrogates = /\p{Cs}/gu;

/** Characters below the combining marks, and usual punctuation: nothing to clean or to compose. */
const plain = /^[\t\n -~\u00a0-\u02ff\u2010-\u2027\u2030-\u205e]*$/;

/**
 * The one form in which words are kept: NFC, without control characters but tabs and line feeds; half of a surrogate
 * pair becomes U+FFFD. Cleaning twice changes nothing.
 */
export function cleanText(text: string): string {
  if (plain.test(text)) return text;
  return text.replace(controls, '').replace(loneSurrogates, '\uFFFD').normalize('NFC');
}
