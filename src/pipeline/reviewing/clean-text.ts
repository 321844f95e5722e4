/** What no file of a study can hold and be read back the same: control characters, halves of surrogate pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\uFEFF\uFFFE\uFFFF]/gu;

/** A text as it can be written and read back: line feeds only, nothing that a text file cannot hold. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0085\u2028\u2029]/gu, '\n')
    .replace(unwritable, '')
    .replace(/\p{Cs}/gu, '\uFFFD');
}

/** A text of one line: white space is one space. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, ' ').trim();
}
