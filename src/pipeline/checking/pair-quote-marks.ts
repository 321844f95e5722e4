/** Words between two quote marks; both offsets are of the marks themselves. */
export type MarkedWords = { readonly open: number; readonly close: number };

export type PairedMarks = {
  /** In order, none inside another. */
  readonly pairs: readonly MarkedWords[];
  /** Offsets of marks without a partner. */
  readonly unpaired: readonly number[];
};

const closers: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['„', '“”"'],
  ['”', '”'],
  ['"', '"'],
  ['«', '»'],
  ['»', '«'],
  ['‹', '›'],
  ['›', '‹'],
  ['‘', '’'],
  ['‚', '‘’'],
  ["'", "'"],
]);
/** These open only at the beginning of a word: elsewhere they close, or stand for feet, inches and apostrophes. */
const needsWordStart = new Set(['"', "'", '”', '»', '›', '‚', '‘']);
const apostrophes = new Set(["'", '’', '‘', '‚', '‹', '›']);
/** Words that begin with an apostrophe. */
const clipped = /^(?:\d|(?:em|til|cause|tis|twas|n|cos|bout|round)(?![\p{L}\p{N}]))/iu;
const wordPart = /[\p{L}\p{N}\p{M}]/u;

/**
 * Pairs the quote marks of one paragraph, in the usage of English, German, French, Danish and Swedish; marks within a
 * quotation belong to it. Takes time linear in the text.
 */
export function pairQuoteMarks(text: string): PairedMarks {
  const pairs: MarkedWords[] = [];
  const unpaired: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at);
    if (!closers.has(mark)) continue;
    const close = opens(text, at) ? findCloser(text, at) : -1;
    if (close >= 0) {
      pairs.push({ open: at, close });
      at = close;
    } else if (!apostrophes.has(mark) && !isMeasure(text, at)) unpaired.push(at);
  }
  return { pairs, unpaired };
}

function opens(text: string, at: number): boolean {
  const mark = text.charAt(at);
  const next = text.charAt(at + 1);
  if (mark === '«' || mark === '“' || mark === '„') return true;
  if (!startsWord(text, at)) return false;
  return mark !== "'" || (wordPart.test(next) && !clipped.test(text.slice(at + 1, at + 10)));
}

/** Whether a mark stands where a quotation may begin. */
function startsWord(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const next = text.charAt(at + 1);
  return (before === '' || /[\s([{—–\-/>]/.test(before)) && /\S/.test(next);
}

function findCloser(text: string, open: number): number {
  const mark = text.charAt(open);
  const wanted = closers.get(mark) ?? '';
  let doubtful = -1;
  for (let at = open + 1; at < text.length; at++) {
    const found = text.charAt(at);
    if (wanted.includes(found) && closes(text, at)) {
      if (!apostrophes.has(found) || !isPossessive(text, at)) return at;
      if (doubtful < 0) doubtful = at;
    } else if (found === mark && (!needsWordStart.has(mark) || startsWord(text, at))) return doubtful;
  }
  return doubtful;
}

function closes(text: string, at: number): boolean {
  const mark = text.charAt(at);
  if (mark === '"') return !startsWord(text, at);
  if (mark !== "'" && mark !== '’' && mark !== '‘') return true;
  return /\S/.test(text.charAt(at - 1)) && !wordPart.test(text.charAt(at + 1));
}

/** `the leads’ view`: an apostrophe that may as well close. */
function isPossessive(text: string, at: number): boolean {
  return text.charAt(at - 1) === 's' && /^\s\p{Ll}/u.test(text.slice(at + 1, at + 4));
}

/** `a 27" screen` */
function isMeasure(text: string, at: number): boolean {
  return text.charAt(at) === '"' && /\d/.test(text.charAt(at - 1));
}
