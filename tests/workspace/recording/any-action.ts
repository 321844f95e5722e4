import fc from 'fast-check';
import type { Action } from '../../../src/model/action.js';
import type { Study } from '../../../src/model/study.js';

/** Numbers that pick an action and what it is about, whatever the study holds by then. */
export type Draw = {
  readonly kind: number;
  readonly picks: readonly number[];
  readonly words: string;
  readonly coder: number;
};

const anyWords = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom(
    '',
    'Night work',
    '- a: b # c',
    '## Questions\n\n- Why?',
    '"',
    "'",
    ': ',
    '~',
    'null',
    '\ud800',
    'a\r\nb\u2028c',
    '\uFEFFx',
    '  indented',
    'true',
  ),
);

export const anyDraw: fc.Arbitrary<Draw> = fc.record({
  kind: fc.nat(31),
  picks: fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 }),
  words: anyWords,
  coder: fc.nat(9),
});

export const coders = ['ana', 'ben'] as const;
export const coderOf = ({ coder }: Draw) => (coder < 7 ? 'ana' : 'ben');

/** The action that a draw stands for in a study. */
export function readDraw(study: Study, { kind, picks, words }: Draw): Action {
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = picks;
  const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];
  const quote = pick(study.quotes, a)?.id ?? 'q_none';
  const theme = pick(study.taxonomy.themes, b)?.id ?? 'none';
  const other = pick(study.taxonomy.themes, c)?.id ?? 'none';
  const label = words.trim() === '' ? 'New theme' : words.trim().slice(0, 300);
  const some = study.quotes.filter((_, index) => ((d >> (index % 8)) & 1) === 1).map(({ id }) => id);
  const fields = {
    ...(a % 2 ? { label } : {}),
    ...(b % 2 ? { description: words } : {}),
    ...(c % 2 ? { keywords: ['night', 'x'].slice(0, d % 3) } : {}),
    ...(e % 2 ? { examples: [label] } : {}),
  };
  const transcript = pick(study.transcripts, c);
  const start = a % Math.max(1, transcript?.text.length ?? 1);
  switch (kind) {
    case 0:
    case 1:
    case 2:
    case 3:
      return {
        kind: 'mark',
        transcript: transcript?.id ?? 'none',
        start,
        end: start + 1 + (d % 90),
        themes: e % 2 ? [theme, other] : [],
        ...(e % 3 ? { note: words } : {}),
        ...(e % 5 ? {} : { important: true }),
        ...(b % 2 ? { across: true } : {}),
      };
    case 4:
    case 5:
      return { kind: 'unmark', quote, others: e % 3 > 0 };
    case 6:
    case 7:
      return {
        kind: 'edit-quote',
        quote,
        ...(b % 2 ? { note: c % 3 ? words : null } : {}),
        ...(d % 2 ? { important: e % 2 === 0 } : {}),
        ...(b % 3
          ? {}
          : {
              wording:
                c % 4
                  ? `[…] ${
                      study.quotes
                        .find(({ id }) => id === quote)
                        ?.exact.split(' ')
                        .slice(1)
                        .join(' ') ?? ''
                    }`
                  : null,
            }),
      };
    case 8:
      return { kind: 'resolve', quote, theme, applies: pick([true, false, null], d) ?? null, note: words };
    case 9:
    case 10:
      return {
        kind: 'create-theme',
        theme: {
          dimension: c % 2 ? 'theme' : 'voice',
          parent: d % 3 ? null : theme,
          fields: { ...fields, label },
        },
        quotes: some,
      };
    case 11:
      return { kind: 'edit-theme', theme, fields };
    case 12:
    case 13:
      return {
        kind: 'move-theme',
        theme,
        dimension: study.taxonomy.themes.find(({ id }) => id === other)?.dimension ?? 'theme',
        parent: d % 2 ? other : null,
        position: e % 5,
      };
    case 14:
    case 15:
      return { kind: 'merge-themes', from: theme, into: other };
    case 16:
      return { kind: 'split-theme', theme, fields: { ...fields, label }, quotes: some };
    case 17:
      return { kind: 'remove-theme', theme };
    case 18:
      return { kind: 'write-memo', theme, text: d % 3 ? `${words}\n${label}` : '' };
    case 19:
      return { kind: 'order-quotes', theme, quotes: some };
    case 20:
    case 21:
    case 22:
    case 23:
      return { kind: 'undo' };
    case 24:
    case 25:
      return { kind: 'redo' };
    default:
      return {
        kind: 'decide',
        quote,
        theme,
        applies: pick([true, false, null], d) ?? null,
        ...(e % 4 || d % 3 ? {} : { contradicts: true }),
        ...(e % 3 ? {} : { note: words }),
      };
  }
}
