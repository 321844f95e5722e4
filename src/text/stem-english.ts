const CONSONANT = 0;
const VOWEL = 1;
const Y = 2;

const KINDS = new Uint8Array(128);
for (const vowel of 'aeiou') KINDS[vowel.charCodeAt(0)] = VOWEL;
KINDS['y'.charCodeAt(0)] = Y;

/** What is neither a vowel nor a `y` counts as a consonant, digits and letters of other scripts too. */
function kindAt(word: string, at: number): number {
  const unit = word.charCodeAt(at);
  return unit < KINDS.length ? (KINDS[unit] ?? CONSONANT) : CONSONANT;
}

/** A word as runs of consonants and vowels; a `y` is a vowel behind a consonant, and then a run of its own. */
type Runs = {
  readonly count: number;
  readonly vowels: number;
  readonly first: number;
  readonly last: number;
};

function readRuns(word: string): Runs {
  let [count, vowels, first, last] = [0, 0, VOWEL, VOWEL];
  let before = -1;
  for (let at = 0; at < word.length; at += 1) {
    const kind = kindAt(word, at);
    const isVowel = kind === VOWEL || (kind === Y && before === CONSONANT);
    const run = isVowel ? VOWEL : CONSONANT;
    // A vowel goes on with a run of vowels, but not with a `y`.
    if (count === 0 || run !== last || (isVowel && before !== VOWEL)) {
      if (count === 0) first = run;
      count += 1;
      vowels += run;
      last = run;
    }
    before = kind;
  }
  return { count, vowels, first, last };
}

/**
 * Twice Porter's *m*, how often vowels and then consonants follow: [C](VC)ᵐ[V]; below 0 for no word. Twice, since vowels
 * before a `y` make a half.
 */
function measureTwice(word: string): number {
  if (word === '') return -1;
  const { count, first, last } = readRuns(word);
  return count - (first === CONSONANT ? 1 : 0) - (last === VOWEL && count > 0 ? 1 : 0);
}

function isVowelAt(word: string, at: number): boolean {
  const kind = kindAt(word, at);
  return kind === VOWEL || (kind === Y && at > 0 && kindAt(word, at - 1) === CONSONANT);
}

/** Whether the three letters before `end` are a consonant, a vowel and a consonant other than `w`, `x` and `y`. */
function endsShort(word: string, end: number): boolean {
  if (end < 3 || isVowelAt(word, end - 3) || !isVowelAt(word, end - 2) || isVowelAt(word, end - 1))
    return false;
  return !'wxy'.includes(word.charAt(end - 1));
}

type Ending = readonly [ending: string, instead: string];

/** By their last letter, so that a word is held against the few that it may have. */
type ByLastLetter<Own> = Readonly<Record<string, readonly Own[]>>;

function groupByLetter<Own>(all: readonly Own[], read: (own: Own) => string): ByLastLetter<Own> {
  const groups: Record<string, Own[]> = {};
  for (const own of all) {
    const letter = read(own).at(-1) ?? '';
    groups[letter] = [...(groups[letter] ?? []), own];
  }
  return groups;
}

/**
 * Each ending of the word as it was goes where what stands before it is long enough. What is left may only have another
 * of them where the word had it too, so the word's last letter tells which to look for.
 */
function replaceEndings(word: string, endings: ByLastLetter<Ending>): string {
  let replaced = word;
  for (const [ending, instead] of endings[word.at(-1) ?? ''] ?? []) {
    if (!word.endsWith(ending) || measureTwice(word.slice(0, -ending.length)) <= 0) continue;
    if (replaced.endsWith(ending)) replaced = replaced.slice(0, -ending.length) + instead || replaced;
  }
  return replaced;
}

function dropPlural(word: string): string {
  if (word.endsWith('sses') || word.endsWith('ies')) return word.slice(0, -2);
  return word.length > 2 && word.endsWith('s') && word.at(-2) !== 's' ? word.slice(0, -1) : word;
}

/** What is left of a word without `ed` or `ing`, made a word again: `hop` of `hopp`, `file` of `fil`. */
function mendPast(left: string): string {
  if (left.endsWith('at') || left.endsWith('bl') || left.endsWith('iz')) return `${left}e`;
  const last = left.at(-1) ?? '';
  const isDouble = left.length > 1 && last === left.at(-2) && kindAt(left, left.length - 1) !== VOWEL;
  if (isDouble && !'lsz'.includes(last)) return left.slice(0, -1);
  return measureTwice(left) === 2 && endsShort(left, left.length) ? `${left}e` : left;
}

function dropPast(word: string): string {
  if (word.endsWith('eed')) return measureTwice(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const cut = word.endsWith('ed') ? 2 : word.endsWith('ing') ? 3 : 0;
  if (cut === 0) return word;
  const left = word.slice(0, -cut);
  return readRuns(left).vowels > 0 ? mendPast(left) : word;
}

function turnY(word: string): string {
  if (!word.endsWith('y')) return word;
  const { vowels, last } = readRuns(word);
  return vowels - (last === VOWEL ? 1 : 0) > 0 ? `${word.slice(0, -1)}i` : word;
}

const DOUBLE_ENDINGS = groupByLetter<Ending>(
  [
    ['ational', 'ate'],
    ['tional', 'tion'],
    ['enci', 'ence'],
    ['anci', 'ance'],
    ['izer', 'ize'],
    ['abli', 'able'],
    ['bli', 'ble'],
    ['alli', 'al'],
    ['entli', 'ent'],
    ['eli', 'e'],
    ['ousli', 'ous'],
    ['ization', 'ize'],
    ['ation', 'ate'],
    ['ator', 'ate'],
    ['alism', 'al'],
    ['iveness', 'ive'],
    ['fulness', 'ful'],
    ['ousness', 'ous'],
    ['aliti', 'al'],
    ['iviti', 'ive'],
    ['biliti', 'ble'],
    ['logi', 'log'],
  ],
  ([ending]) => ending,
);

const SINGLE_ENDINGS = groupByLetter<Ending>(
  [
    ['icate', 'ic'],
    ['ative', ''],
    ['alize', 'al'],
    ['iciti', 'ic'],
    ['ical', 'ic'],
    ['ful', ''],
    ['ness', ''],
  ],
  ([ending]) => ending,
);

/** Longer ones before those that they end in. */
const LAST_ENDINGS = groupByLetter<string>(
  [
    ...[
      'ement',
      'ment',
      'ent',
      'ance',
      'ence',
      'able',
      'ible',
      'al',
      'er',
      'ic',
      'ant',
      'ou',
      'ism',
      'ate',
      'iti',
    ],
    ...['ous', 'ive', 'ize'],
  ],
  (ending) => ending,
);

function dropLastEnding(word: string): string {
  const ending = LAST_ENDINGS[word.at(-1) ?? '']?.find(
    (own) => word.length > own.length && word.endsWith(own),
  );
  if (ending !== undefined) {
    const left = word.slice(0, -ending.length);
    return measureTwice(left) > 2 ? left : word;
  }
  if (!word.endsWith('sion') && !word.endsWith('tion')) return word;
  const left = word.slice(0, -3);
  return left.length > 1 && measureTwice(left) > 2 ? left : word;
}

function dropE(word: string): string {
  if (!word.endsWith('e')) return word;
  const left = word.slice(0, -1);
  const length = measureTwice(left);
  return length > 2 || (length === 2 && !endsShort(word, word.length - 1)) ? left : word;
}

function dropL(word: string): string {
  return word.endsWith('ll') && measureTwice(word) > 2 ? word.slice(0, -1) : word;
}

/**
 * Porter's algorithm (1980) on a word in lower case, as natural's `PorterStemmer` reads it: the same stem of every word,
 * many times faster, since natural makes regular expressions anew for each ending.
 */
export function stemEnglish(word: string): string {
  if (word.length < 3) return word;
  const single = turnY(dropPast(dropPlural(word)));
  const bare = replaceEndings(replaceEndings(single, DOUBLE_ENDINGS), SINGLE_ENDINGS);
  return dropL(dropE(dropLastEnding(bare)));
}
