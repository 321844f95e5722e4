import { type CutString, cutString, foldGap, type Run, splitRuns } from './split-runs.js';
import { wordsThatAreNames } from './words-that-are-names.js';

/** A string to look for. `replacement` is absent where the string stays: it then shields what lies within it. */
export type Sought = { readonly text: string; readonly replacement?: string };

/** A piece of a text and what takes its place; `key` is the `foldIdentifier` of the string that was found. */
export type Edit = {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  readonly key: string;
};

type Pattern = CutString & {
  readonly key: string;
  readonly replacement: string | undefined;
  readonly needsCapital: boolean;
};

/** Patterns by their first run, longest first. */
export type Replacer = ReadonlyMap<string, readonly Pattern[]>;

/** Makes strings ready to be looked for in many texts. Of two that fold to one the first counts. */
export function prepareReplacer(sought: readonly Sought[]): Replacer {
  const byKey = new Map<string, Pattern>();
  for (const { text, replacement } of sought) {
    const cut = cutString(text);
    const { runs, gaps } = cut;
    const key = runs.map((run, index) => `${index === 0 ? '' : gaps[index - 1]}${run}`).join('');
    const needsCapital = runs.length === 1 && wordsThatAreNames.has(runs[0] ?? '');
    if (key !== '' && !byKey.has(key)) byKey.set(key, { ...cut, key, replacement, needsCapital });
  }
  const byFirst = new Map<string, Pattern[]>();
  for (const pattern of byKey.values()) {
    const first = pattern.runs[0] ?? '';
    const list = byFirst.get(first);
    if (list === undefined) byFirst.set(first, [pattern]);
    else list.push(pattern);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.runs.length - a.runs.length);
  return byFirst;
}

export type EditOptions = {
  /** Labels of speakers, each by `foldIdentifier`: where one of them stands as a label, its pseudonym stands without brackets. */
  readonly labels?: ReadonlySet<string>;
  /** Whether blank lines may lie within a string, as between captions. */
  readonly crossesBlankLines?: boolean;
  /** Whether cells are separated by commas, semicolons or tabs: no string then goes over two. */
  readonly isTable?: boolean;
};

/**
 * Finds every sought string as whole words, in any case (words that are also everyday words: with a capital), longest
 * first. Edits are in order, do not overlap and never hold a line feed: of a string over two lines the first piece
 * becomes the pseudonym and the others go. Linear in the text.
 */
export function findEdits(text: string, replacer: Replacer, options: EditOptions = {}): readonly Edit[] {
  const runs = splitRuns(text);
  const edits: Edit[] = [];
  for (let at = 0; at < runs.length; ) {
    const pattern = replacer
      .get(runs[at]?.folded ?? '')
      ?.find((candidate) => fits({ text, runs, at, options }, candidate));
    if (pattern === undefined) at += 1;
    else {
      const found = runs.slice(at, at + pattern.runs.length);
      edits.push(...makeEdits({ text, found, pattern, options }));
      at += pattern.runs.length;
    }
  }
  return edits;
}

type Position = {
  readonly text: string;
  readonly runs: readonly Run[];
  readonly at: number;
  readonly options: EditOptions;
};

function fits({ text, runs, at, options }: Position, pattern: Pattern): boolean {
  const first = runs[at];
  const last = runs[at + pattern.runs.length - 1];
  if (first === undefined || last === undefined) return false;
  if (pattern.needsCapital && !/^\p{Lu}/u.test(text.slice(first.start, first.end))) return false;
  if (isAfterApostrophe({ text, runs, at, options })) return false;
  for (let index = 1; index < pattern.runs.length; index++) {
    const run = runs[at + index];
    if (run?.folded !== pattern.runs[index]) return false;
    const gap = text.slice(runs[at + index - 1]?.end, run?.start);
    if (foldGap(gap) !== pattern.gaps[index - 1]) return false;
    if (options.isTable && /[\n\t]/.test(gap)) return false;
    if (!options.crossesBlankLines && /\n[^\S\n]*\n/.test(gap)) return false;
    if (gap.includes('\n') && /^[^\S\n]*[:：]/.test(text.slice(last.end, last.end + 8))) return false;
  }
  return true;
}

/** French and Italian articles and pronouns before an apostrophe: what follows is a word of its own. */
const elision = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|dell|all|nell|sull|dall)$/u;

/** `Neil` in `O’Neil` is a piece of another name; `Anna` in `d’Anna` is not. */
function isAfterApostrophe({ text, runs, at }: Position): boolean {
  const before = runs[at - 1];
  const start = runs[at]?.start ?? 0;
  if (before === undefined || before.end !== start - 1) return false;
  return foldGap(text.slice(before.end, start)) === "'" && !elision.test(before.folded);
}

type Match = {
  readonly text: string;
  readonly found: readonly Run[];
  readonly pattern: Pattern;
  readonly options: EditOptions;
};

function makeEdits({ text, found, pattern, options }: Match): readonly Edit[] {
  const pieces = splitAtLines(text, found);
  const [first] = pieces;
  if (first === undefined) return [];
  const { key, prefix, suffix, replacement } = pattern;
  if (replacement === undefined) return [];
  const start = text.slice(0, first.start).endsWith(prefix) ? first.start - prefix.length : first.start;
  const last = pieces.at(-1)?.end ?? first.end;
  const spoken = text.startsWith(suffix, last) ? last + suffix.length : last;
  const written = pattern.endsInStop && text[spoken] === '.' ? spoken + 1 : spoken;
  const isLabel = options.labels?.has(key) === true && standsAsLabel(text, { start, end: written }, options);
  const end = isLabel ? written : spoken;
  const shown = isLabel ? replacement.replace(/^\[(.*)\]$/, '$1') : replacement;
  return pieces.map((piece, index) => ({
    start: index === 0 ? start : piece.start,
    end: piece.end === last ? end : piece.end,
    replacement: index === 0 ? shown : '',
    key,
  }));
}

function splitAtLines(text: string, found: readonly Run[]): readonly { start: number; end: number }[] {
  const pieces: { start: number; end: number }[] = [];
  for (const { start, end } of found) {
    const last = pieces.at(-1);
    if (last === undefined || text.slice(last.end, start).includes('\n')) pieces.push({ start, end });
    else last.end = end;
  }
  return pieces;
}

/** Clocks, emphasis, list signs and brackets, or the beginning of a voice tag, may stand before a label on its line. */
const beforeLabel = /^(?:[\s>*_#"'([\]\d:.,|–—-]*|.*<v[^\s<>]*\s+)$/;
const afterLabel = /^[*_)\]"']*(?:[^\S\n]*(?:[:：>\n]|$|[—–] |[*_([]*\d+:\d\d)|\t)/;
const beforeCell = /(?:^|[,;\t])[^\S\t]*"?$/;
const afterCell = /^"?[^\S\n\t]*(?:[\n,;\t]|$)/;
/** UTF-16 units: no line has more before its label. */
const LONGEST_HEAD = 120;

function standsAsLabel(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  { isTable }: EditOptions,
): boolean {
  const from = Math.max(0, start - LONGEST_HEAD);
  const before = text.slice(from, start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const after = text.slice(end, end + LONGEST_HEAD);
  if (isTable) return beforeCell.test(line) && afterCell.test(after);
  return beforeLabel.test(line) && afterLabel.test(after);
}

/** A text with its edits made. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let from = 0;
  const parts: string[] = [];
  for (const { start, end, replacement } of edits) {
    parts.push(text.slice(from, start), replacement);
    from = end;
  }
  return parts.join('') + text.slice(from);
}
