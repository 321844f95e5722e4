export type JoinedHyphens = { readonly paragraphs: readonly string[]; readonly hyphens: number };

const lastPart = /(\p{L}+)[-\u00ad\u2010]$/u;
const nextPart = /^\p{Ll}[\p{L}-]*/u;
/** `Objective-C`, `Covid-19`: what goes on in capitals or digits was written with its hyphen. */
const nextName = /^[\p{Lu}\d]/u;
/** `pre- and postnatal`, `Vor- und Nachteile`: the hyphen stands for the word that follows later. */
const linkWord = /^(?:and|or|to|und|oder|bzw|sowie|bis|et|ou|y|e|o|en|of|och|eller|og)(?!\p{L})/u;

/** Characters: longer than any word, so that long paragraphs are not read again at each line. */
const longestPart = 100;
/** Of the lines, so many end within a word where a program hyphenates; elsewhere a hyphen was written. */
const leastHyphenated = 0.03;

/**
 * Joins the lines of each paragraph by spaces, and words that are parted at the end of a line. Which hyphens stay, the
 * document itself tells: how it writes the word elsewhere, else whether it parts words throughout.
 */
export function joinHyphens(paragraphs: readonly (readonly string[])[]): JoinedHyphens {
  const words = listWords(paragraphs);
  const hyphens = paragraphs.reduce((sum, lines) => sum + countParted(lines), 0);
  const isHyphenated = hyphens >= paragraphs.flat().length * leastHyphenated;
  const keepsHyphen = (start: string, end: string): boolean => {
    const isWritten = words.has(fold(`${start}-${end}`));
    const isOneWord = words.has(fold(`${start}${end}`));
    return isWritten === isOneWord ? !isHyphenated : isWritten;
  };
  return { paragraphs: paragraphs.map((lines) => joinLines(lines, keepsHyphen)), hyphens };
}

function joinLines(lines: readonly string[], keepsHyphen: (start: string, end: string) => boolean): string {
  let text = '';
  for (const line of lines) {
    const parts = readParts(text, line);
    if (parts === undefined && lastPart.test(text.slice(-longestPart)) && nextName.test(line)) text += line;
    else if (parts === undefined) text += text === '' ? line : ` ${line}`;
    else if (text.endsWith('\u00ad') || !keepsHyphen(...parts)) text = text.slice(0, -1) + line;
    else text += line;
  }
  return text;
}

function countParted(lines: readonly string[]): number {
  return lines.filter((line, index) => readParts(lines[index - 1] ?? '', line) !== undefined).length;
}

/** The two parts of a word that begins on one line and ends on the next. */
function readParts(before: string, next: string): readonly [string, string] | undefined {
  const start = lastPart.exec(before.slice(-longestPart))?.[1];
  const end = linkWord.test(next) ? undefined : nextPart.exec(next)?.[0];
  return start === undefined || end === undefined ? undefined : [start, end];
}

/** All words that stand whole within a line. */
function listWords(paragraphs: readonly (readonly string[])[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const line of paragraphs.flat())
    for (const [word] of line.matchAll(/\p{L}[\p{L}-]*\p{L}/gu)) words.add(fold(word));
  return words;
}

function fold(word: string): string {
  return word.toLowerCase();
}
