import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IdentifierDecision } from '../../src/model/identifier-decision.js';
import { settingsSchema } from '../../src/model/settings.js';
import { guardPublication, type Leak, refuseLeaks } from '../../src/pipeline/guard-publication.js';
import { listOutgoing } from '../../src/pipeline/guarding/outgoing-text.js';
import { buildStudy } from './build-study.js';
import { buildTranscript, quoteWords } from './build-transcript.js';
import { makeDecision } from './pseudonyms/make-decision.js';

type Given = {
  readonly keep?: readonly string[];
  readonly gate?: 'strict' | 'lenient';
  readonly begun?: boolean;
  readonly decisions?: readonly IdentifierDecision[];
  readonly spoken?: string;
};

/** What the gate says of some data that would be written as the report `themes`. */
function guard(
  data: unknown,
  { keep = [], gate, begun = false, decisions = [], spoken = 'So.' }: Given = {},
) {
  const transcript = buildTranscript('call', [['P01', spoken]]);
  const quotes = [quoteWords(transcript, spoken)];
  const settings = settingsSchema.parse({
    name: 'Lighthouses',
    publish: { keep },
    reports: gate === undefined ? {} : { gate },
  });
  return guardPublication({
    texts: listOutgoing(data, 'themes'),
    study: { ...buildStudy({ transcripts: [transcript], quotes }), settings },
    quotes,
    decided: { begun, decisions },
  });
}

const kinds = (leaks: readonly Leak[]) => leaks.map(({ kind }) => kind);
const priya = [makeDecision('Priya Okafor', '[Person 1]')];

describe('the gate', () => {
  it.each([
    ['an e-mail address', 'email-address', 'Write to sam@example.org.'],
    ['a telephone number', 'phone-number', 'Call +44 20 7946 0958 then.'],
    ['a card', 'card-number', 'It is 4111 1111 1111 1111.'],
    ['an account', 'iban', 'Pay GB82 WEST 1234 5698 7654 32.'],
    ['a handle', 'handle', 'As @priya_builds says.'],
    ['a postcode', 'postcode', 'Near SW1A 1AA.'],
  ])('refuses %s wherever it stands, although nobody began to decide', (_what, kind, words) => {
    for (const data of [{ words }, [[{ deep: [words] }]], { [words]: 1 }]) {
      const { refused } = guard(data);
      expect(kinds(refused)).toEqual([kind]);
    }
  });

  it('says where, and never what', () => {
    const { refused } = guard({ themes: [{ id: 'pay' }, { id: 'sleep', words: 'To sam@example.org.' }] });
    expect(refused).toEqual([
      { kind: 'email-address', place: 'themes.themes[2].words', masked: 's…g (15 characters)' },
    ]);
  });

  it('names the quote by the id that the tool gave it, and takes no such id for a number', () => {
    const quote = { id: 'q_0445895123', words: 'Call +44 20 7946 0958.', evidence: 'like q_1234567890' };
    expect(guard({ quotes: [quote] }).refused).toMatchObject([
      { place: 'themes.quotes[1] (q_0445895123).words' },
    ]);
  });

  it.each([
    ['emphasis', '**Pri**ya Oka*for* left'],
    ['a tag', 'Pri<b>ya</b> Okafor left'],
    ['a comment', 'Pri<!-- x -->ya Okafor left'],
    ['a link', '[Priya](https://example.org) [Okafor](x) left'],
    ['an escape', 'Pri\\_ya\\_Okafor and Priya\\ Okafor'],
    ['an entity', 'Priya&nbsp;Okafor left'],
    ['a soft hyphen', 'Pri\u00ADya Oka\u200Bfor left'],
    ['full-width letters', 'Ｐｒｉｙａ Okafor left'],
    ['a line', 'Priya\nOkafor left'],
  ])('finds a name of the key file that is cut by %s', (_what, words) => {
    expect(kinds(guard({ commentary: words }, { decisions: priya }).refused)).toContain('name');
  });

  it.each([
    'sam&#64;example.org',
    'sam&commat;example&period;org',
    'sam<i>@</i>example.org',
    'sam**@**example.org',
  ])('finds the address that a reader sees in %s', (words) => {
    expect(kinds(guard({ words }).refused)).toEqual(['email-address']);
  });

  it.each(['Okafor, Priya', 'priya.okafor', 'priya_okafor-2', 'PRIYA OKAFOR’S', 'Priya', 'Mr Okafor'])(
    'finds the variant %s of a name of the key file',
    (words) => {
      expect(guard({ words }, { decisions: priya }).refused.length).toBeGreaterThan(0);
      expect(guard({ words }).refused).toEqual([]);
    },
  );

  it('leaves pseudonyms in brackets, everyday words and what the key file keeps', () => {
    const decisions = [
      makeDecision('Grace Field', '[Person 2]'),
      makeDecision('Field Day'),
      makeDecision('Person', '[Nobody 1]'),
    ];
    expect(
      guard(['[Person 2] asked', 'a field of grace', 'It was Field Day.'], { decisions }).refused,
    ).toEqual([]);
    expect(guard(['Field asked'], { decisions }).refused).toHaveLength(1);
  });

  it('lets the domain of a product through, and a reference of the researcher’s own, but no address of a person', () => {
    const spoken = 'See https://example.org/people/priya or monday.com now.';
    expect(guard([spoken], { spoken }).refused).toMatchObject([{ kind: 'web-address' }]);
    expect(guard(['We use monday.com.', 'As https://doi.org/10.1000/x says'], { spoken }).refused).toEqual(
      [],
    );
  });

  it('takes no day for a telephone number, and no bracket around it', () => {
    const days = ['On 2021-10-12 then.', 'Once (2025-12-10) only.'];
    expect(guard(days)).toMatchObject({
      refused: [],
      undecided: [{ kind: 'full-date' }, { kind: 'full-date' }],
    });
    expect(guard(['On 2021-10-12 call 020 7946 0958.']).refused).toMatchObject([{ kind: 'phone-number' }]);
  });

  it('only tells names, ages and dates that nobody decided on, until the study begins to decide or asks for more', () => {
    const spoken = 'Then I went with Tamsin Okoro, I was thirty-four, on 3 March 2024.';
    const told = guard([spoken], { spoken });
    expect(told.refused).toEqual([]);
    expect(new Set(kinds(told.undecided))).toEqual(new Set(['age', 'full-date', 'name']));
    for (const given of [{ begun: true }, { gate: 'strict' } as const]) {
      const { refused, undecided } = guard([spoken], { spoken, ...given });
      expect(new Set(kinds(refused))).toEqual(new Set(['age', 'full-date', 'name']));
      expect(undecided).toEqual([]);
    }
    expect(guard([spoken], { spoken, begun: true, gate: 'lenient' }).refused).toEqual([]);
  });

  it('looks for a name that was said also where a label or a term repeats it', () => {
    const spoken = 'I was told by Tamsin Okoro to wait.';
    const { refused } = guard({ terms: ['waiting', 'Tamsin Okoro'] }, { spoken, gate: 'strict' });
    expect(refused).toMatchObject([{ kind: 'name', place: 'themes.terms[2]' }]);
  });

  it('lets through what the key file keeps, once the study has begun to decide', () => {
    const spoken = 'I was told by Tamsin Okoro to wait.';
    const decisions = [makeDecision('Tamsin Okoro')];
    expect(guard([spoken], { spoken, begun: true, decisions }).refused).toEqual([]);
  });
});

const someLeak = fc.constantFrom(
  'sam@example.org',
  '@priya_builds',
  '+44 20 7946 0958',
  'GB82 WEST 1234 5698 7654 32',
  'Priya Okafor',
);
const someText = fc
  .array(fc.oneof(someLeak, fc.constantFrom('so', 'we met', '**and**', '[Person 1]', 'then')), {
    minLength: 1,
    maxLength: 8,
  })
  .map((words) => words.join(', '));

describe('laws of the gate', () => {
  it('no finding and no refusal holds what was found', () => {
    fc.assert(
      fc.property(fc.array(someText), fc.dictionary(someLeak, someText), (list, named) => {
        const verdict = guard({ list, named }, { decisions: priya });
        let told = JSON.stringify(verdict);
        try {
          refuseLeaks(verdict);
        } catch (error) {
          told += String(error);
        }
        expect(told).not.toMatch(/sam@|example|priya|okafor|7946|WEST/i);
      }),
    );
  });

  it('keeping a string removes its finding and no other', () => {
    fc.assert(
      fc.property(fc.array(someText), someLeak, (list, keep) => {
        const masks = (given: Given) =>
          guard(list, { decisions: priya, ...given }).refused.map(({ masked }) => masked);
        const before = masks({});
        const own = guard([keep], { decisions: priya }).refused.map(({ masked }) => masked);
        expect(masks({ keep: [keep] })).toEqual(before.filter((mask) => !own.includes(mask)));
      }),
    );
  });
});

describe('a refusal', () => {
  it('names three places at most, how many there are, and the way out', () => {
    const verdict = guard(['a@example.org', 'b@example.org', 'c@example.org', 'd@example.org']);
    expect(() => refuseLeaks(verdict)).toThrowError(
      expect.objectContaining({
        code: 'publication-refused',
        message: expect.stringMatching(/4 strings .*themes\[1\].*themes\[2\].*themes\[3\]; and 1 more$/),
        hint: expect.stringContaining('publish: { keep:'),
      }),
    );
    expect(() => refuseLeaks(guard(['nothing here']))).not.toThrow();
  });

  it('takes time linear in hostile texts', () => {
    const hostile = ['<!--', '](', '&#', '[', '@', '**', 'a_', '<b '].map((piece) => piece.repeat(20_000));
    expect(guard(hostile, { decisions: priya }).refused).toEqual([]);
  });
});
