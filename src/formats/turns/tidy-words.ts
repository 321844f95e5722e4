/** Trims speech and folds runs of spaces; lines of a paragraph break stay apart by one line feed. */
export function tidyWords(text: string): string {
  return text
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}
