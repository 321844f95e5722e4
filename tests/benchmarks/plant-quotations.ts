import type { DraftBlock } from '../../src/formats/drafts/draft-block.js';
import type { Participant } from '../../src/model/participant.js';
import { settingsSchema } from '../../src/model/settings.js';
import type { Study } from '../../src/model/study.js';
import type { Transcript } from '../../src/model/transcript.js';
import { foldText } from '../../src/text/fold-text.js';
import { findWords } from '../../src/text/tokenise.js';

/** A quotation of a draft of which is known whether it may be accepted. */
export type Planted = {
  /** How it was made. */
  readonly kind: string;
  readonly isTrue: boolean;
  /** As it stands in the draft, with its marks and its speaker. */
  readonly prose: string;
  readonly isBlockQuote: boolean;
};

type Roll = (sides: number) => number;

/** A small linear congruential generator (Numerical Recipes' constants): the same plants every time. */
export function makeDice(seed: number): Roll {
  let state = seed >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** A stretch of what one person says. */
type Passage = { readonly id: string; readonly words: readonly string[] };

type Ground = {
  readonly roll: Roll;
  /** What participants say, and what interviewers say. */
  readonly spoken: readonly Passage[];
  readonly asked: readonly Passage[];
  /** Folded, one for each transcript: where a planted error must not stand by chance. */
  readonly folded: readonly { readonly ids: readonly string[]; readonly text: string }[];
  readonly ids: readonly string[];
};

const FEWEST_WORDS = 8;
const MOST_WORDS = 40;

export function prepareGround(transcripts: readonly Transcript[], seed: number): Ground {
  const utterances = transcripts.flatMap(({ text, utterances: own }) =>
    own.flatMap(({ span, speaker }) => {
      const words = text
        .slice(span.start, span.end)
        .split(/\s+/)
        .filter((word) => word !== '');
      if (words.length < FEWEST_WORDS + 2 || speaker.kind === 'unknown') return [];
      return [{ id: speaker.kind === 'participant' ? speaker.participantId : '', words }];
    }),
  );
  return {
    roll: makeDice(seed),
    spoken: utterances.filter(({ id }) => id !== ''),
    asked: utterances.filter(({ id }) => id === ''),
    folded: transcripts.map(({ participantIds, text }) => ({
      ids: participantIds,
      text: foldText(text).folded,
    })),
    ids: [...new Set(transcripts.flatMap(({ participantIds }) => participantIds))],
  };
}

function pick<T>(list: readonly T[], roll: Roll): T {
  const found = list[roll(list.length)];
  if (found === undefined) throw new Error('there is nothing to pick from');
  return found;
}

/** Some neighbouring words of an utterance that hold real words and none of the signs that mark edits. */
function cutPassage(passages: readonly Passage[], roll: Roll): Passage | undefined {
  const { id, words } = pick(passages, roll);
  const length = Math.min(words.length, FEWEST_WORDS + roll(MOST_WORDS - FEWEST_WORDS));
  const start = roll(words.length - length + 1);
  const cut = words.slice(start, start + length);
  const text = cut.join(' ');
  const isPlain =
    findWords(text).length >= FEWEST_WORDS &&
    !/[[\]"“”„«»‹›<>*_`#|\\=&]|\.\.|…|(?:^|\s)['‘’]|['‘’](?:\s|$)/u.test(text);
  return isPlain ? { id, words: cut } : undefined;
}

const inner = (words: readonly string[], roll: Roll) => 1 + roll(words.length - 2);
const hasLetters = (word: string | undefined) =>
  word !== undefined && /\p{L}{2}/u.test(word) && !/[[\]…]/u.test(word);

function flipFirst(words: readonly string[]): string {
  const text = words.join(' ');
  const first = text.charAt(0);
  const flipped = first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase();
  return flipped + text.slice(1);
}

type Edit = (words: readonly string[], ground: Ground) => string | undefined;

/** Edits that the rules allow. */
const allowedEdits: Readonly<Record<string, Edit>> = {
  verbatim: (words) => words.join(' '),
  'first letter': (words) => flipFirst(words),
  'end punctuation': (words) => `${words.join(' ').replace(/[.,;:!?–—-]+$/u, '')}!`,
  'curly apostrophes': (words) => words.join(' ').replaceAll("'", '’'),
  omission: (words, { roll }) => {
    const at = 2 + roll(words.length - 5);
    return [...words.slice(0, at), '[…]', ...words.slice(at + 2)].join(' ');
  },
  insertion: (words, { roll }) => {
    const at = inner(words, roll);
    return [...words.slice(0, at), '[as it were]', ...words.slice(at)].join(' ');
  },
  'line breaks': (words) => words.join('\n'),
};

const swaps = new Map([
  ['one', 'two'],
  ['two', 'three'],
  ['three', 'four'],
  ['four', 'six'],
  ['five', 'nine'],
  ['ten', 'twelve'],
]);

/** Errors that must be found. */
const errors: Readonly<Record<string, Edit>> = {
  'one word changed': (words, { roll, spoken }) => {
    const at = inner(words, roll);
    const other = pick(pick(spoken, roll).words, roll);
    return hasLetters(other) && hasLetters(words[at]) ? words.with(at, other).join(' ') : undefined;
  },
  'one word added': (words, { roll, spoken }) => {
    const other = pick(pick(spoken, roll).words, roll);
    return hasLetters(other) ? words.toSpliced(inner(words, roll), 0, other).join(' ') : undefined;
  },
  'one word removed': (words, { roll }) => {
    const at = inner(words, roll);
    return hasLetters(words[at]) ? words.toSpliced(at, 1).join(' ') : undefined;
  },
  'negation dropped': (words) => {
    const at = words.findIndex(
      (word, index) => index > 0 && /^(?:not|never|no|nicht|kein)$|n['’]t$/i.test(word),
    );
    if (at < 1 || at === words.length - 1) return undefined;
    const bare = (words[at] ?? '').replace(/n['’]t$/i, '');
    return (bare === words[at] ? words.toSpliced(at, 1) : words.with(at, bare)).join(' ');
  },
  'number changed': (words) => {
    const at = words.findIndex((word) => /^\d+$/.test(word) || swaps.has(word.toLowerCase()));
    if (at < 0) return undefined;
    const word = words[at] ?? '';
    return words.with(at, swaps.get(word.toLowerCase()) ?? String(Number(word) + 1)).join(' ');
  },
  'two passages joined': (words, ground) => {
    const other = cutPassage(ground.spoken, ground.roll);
    return other && [...words.slice(0, 12), ...other.words.slice(0, 12)].join(' ');
  },
  'two passages joined by an omission': (words, ground) => {
    const other = cutPassage(ground.spoken, ground.roll);
    return other && [...words.slice(0, 12), '[…]', ...other.words.slice(0, 12)].join(' ');
  },
  paraphrase: (words, { roll, spoken }) =>
    words.map((word) => (roll(3) === 0 ? pick(pick(spoken, roll).words, roll) : word)).join(' '),
  'inner case changed': (words, { roll }) => {
    const at = inner(words, roll);
    const flipped = flipFirst([words[at] ?? '']);
    return hasLetters(words[at]) && flipped !== words[at] ? words.with(at, flipped).join(' ') : undefined;
  },
};

/** Ways to set a quotation: all that a draft may use. */
const settings: readonly ((text: string, id: string) => string)[] = [
  (text, id) => `As one of them said, “${text}” (${id}).`,
  (text, id) => `${id} put it like this: "${text}"`,
  (text, id) => `«${text}» — ${id}`,
  (text, id) => `Dazu ${id}: „${text}“.`,
  (text, id) => `‘${text}’, said ${id}.`,
  (text, id) => {
    const words = text.split(' ');
    const middle = words.length >> 1;
    const isCut = /[[\]]/.test(words.slice(middle - 3, middle + 3).join(' '));
    if (isCut || text.includes('\n')) return `“${text}” (${id})`;
    return `“${words.slice(0, middle).join(' ')},” ${id} told us, “${words.slice(middle).join(' ')}”`;
  },
];

function plant(
  kind: string,
  isTrue: boolean,
  { text, id, roll }: { text: string; id: string; roll: Roll },
): Planted {
  const isBlockQuote = roll(settings.length + 1) === 0;
  const prose = isBlockQuote ? `${text}\n— ${id}` : pick(settings, roll)(text, id);
  return { kind, isTrue, prose, isBlockQuote };
}

function stands(text: string, { folded }: Ground, mayStand: (ids: readonly string[]) => boolean): boolean {
  const pieces = text.split('[…]').map((piece) => foldText(piece.trim()).folded.replace(/[.,;:!?-]+$/, ''));
  return folded.some(
    (source) => mayStand(source.ids) && pieces.every((piece) => source.text.includes(piece)),
  );
}

/** One quotation of each kind for each round, where the transcripts offer one. */
export function plantQuotations(ground: Ground, rounds: number): readonly Planted[] {
  const planted: Planted[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const [kind, edit] of Object.entries(allowedEdits))
      planted.push(...plantEdit({ kind, edit, isTrue: true }, ground));
    for (const [kind, edit] of Object.entries(errors))
      planted.push(...plantEdit({ kind, edit, isTrue: false }, ground));
    planted.push(...plantWrongSpeaker(ground), ...plantInterviewer(ground));
  }
  return planted;
}

type Kind = { readonly kind: string; readonly edit: Edit; readonly isTrue: boolean };

function plantEdit({ kind, edit, isTrue }: Kind, ground: Ground): readonly Planted[] {
  const passage = cutPassage(ground.spoken, ground.roll);
  const text = passage && edit(passage.words, ground);
  if (passage === undefined || text === undefined) return [];
  const isSame = kind === 'inner case changed' ? false : stands(text, ground, () => true);
  if (!isTrue && isSame) return [];
  return [plant(kind, isTrue, { text, id: passage.id, roll: ground.roll })];
}

function plantWrongSpeaker(ground: Ground): readonly Planted[] {
  const { roll, ids } = ground;
  const passage = cutPassage(ground.spoken, roll);
  const other = pick(ids, roll);
  if (passage === undefined || other === passage.id) return [];
  const text = passage.words.join(' ');
  if (stands(text, ground, (of) => of.includes(other))) return [];
  return [plant('wrong speaker', false, { text, id: other, roll })];
}

function plantInterviewer(ground: Ground): readonly Planted[] {
  const { roll, asked, ids, folded } = ground;
  const passage = asked.length === 0 ? undefined : cutPassage(asked, roll);
  if (passage === undefined) return [];
  const text = passage.words.join(' ');
  const heard = folded.filter((source) => source.text.includes(foldText(text).folded));
  return heard.length === 1 ? [plant("interviewer's words", false, { text, id: pick(ids, roll), roll })] : [];
}

/** A draft with one paragraph for each quotation. */
export function toBlocks(planted: readonly Planted[]): readonly DraftBlock[] {
  return planted.map(({ prose, isBlockQuote }, index) => ({
    kind: isBlockQuote ? 'block-quote' : 'prose',
    text: prose,
    lines: [{ offset: 0, line: index + 1 }],
  }));
}

/** A study of these transcripts in which everybody agreed to publication. */
export function agreeAll(transcripts: readonly Transcript[]): Study {
  const ids = new Set(transcripts.flatMap(({ participantIds }) => participantIds));
  const participants = [...ids].map(
    (id): Participant => ({
      id,
      attributes: {},
      consent: { known: true, scopes: ['publication'] },
    }),
  );
  return {
    settings: settingsSchema.parse({ name: 'Planted' }),
    participants,
    transcripts,
    taxonomy: { dimensions: [], themes: [] },
    quotes: [],
    decisions: [],
    memos: [],
  };
}
