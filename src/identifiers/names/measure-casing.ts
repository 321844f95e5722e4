/** Whether the capitals of a text tell names: a machine's transcript may have none, a form may have nothing else. */
export type Casing = 'cased' | 'lower' | 'upper';

/** In print one word in six to twelve has a capital; less than one in fifty is a transcript without them. */
const LEAST_SHARE = 0.02;
/** More than this share of words without a small letter is a text in capitals. */
const MOST_SHOUTED = 0.6;
/** Shorter texts may be cased and have no capital by chance. */
const FEWEST_WORDS = 4;

/** The share of words with capitals, `I` and its contractions left out because some machines write no other. */
export function measureCasing(text: string): Casing {
  let words = 0;
  let capitals = 0;
  let shouted = 0;
  scanLetters(text, ({ start, length, large, small }) => {
    // What an apostrophe ties to a word is no word of its own: `I'm`, `don't`.
    if (text[start - 1] === "'" || text[start - 1] === '’') return;
    words++;
    if (large === 0 || (length === 1 && text[start] === 'I')) return;
    capitals++;
    if (length > 1 && small === 0) shouted++;
  });
  if (words < FEWEST_WORDS) return 'cased';
  if (capitals < words * LEAST_SHARE) return 'lower';
  return shouted > words * MOST_SHOUTED ? 'upper' : 'cased';
}

type Letters = {
  readonly start: number;
  readonly length: number;
  readonly large: number;
  readonly small: number;
};

/** Visits runs of letters: rougher than words, and enough for a share. */
function scanLetters(text: string, visit: (letters: Letters) => void): void {
  let length = 0;
  let large = 0;
  let small = 0;
  for (let index = 0; index <= text.length; index++) {
    const size = judgeSize(text, index);
    if (size !== 'none') {
      length++;
      if (size === 'large') large++;
      else small++;
    } else if (length > 0) {
      visit({ start: index - length, length, large, small });
      length = 0;
      large = 0;
      small = 0;
    }
  }
}

const CAPITAL = /\p{Lu}/u;
const LETTER = /[\p{L}\p{M}]/u;

function judgeSize(text: string, index: number): 'large' | 'small' | 'none' {
  const unit = text.charCodeAt(index);
  if (unit >= 97 && unit <= 122) return 'small';
  if (unit >= 65 && unit <= 90) return 'large';
  if (!(unit > 127)) return 'none';
  const letter = text[index] ?? '';
  if (CAPITAL.test(letter)) return 'large';
  return LETTER.test(letter) ? 'small' : 'none';
}
