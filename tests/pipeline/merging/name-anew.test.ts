import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coderSchema } from '../../../src/model/settings.js';
import { mergeExchanged } from '../../../src/pipeline/merge-exchanged.js';
import { nameCoder, nameParticipant, nameTranscript } from '../../../src/pipeline/merging/name-anew.js';
import { buildStudy } from '../build-study.js';

const noCodes: ReadonlySet<string> = new Set();

describe('names of another tool', () => {
  it('of coders become codes that are file names too, the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (name) => {
        const coder = { key: 'A', name, isCode: false };
        expect(coderSchema.safeParse(nameCoder(coder, noCodes)).success).toBe(true);
        expect(nameCoder(coder, noCodes)).toBe(nameCoder(coder, noCodes));
      }),
    );
  });

  it.each([
    ['cp', 'cp'],
    ['coder2', 'coder2'],
    ['Jane Smith', /^js-[0-9a-f]{2}$/],
    ['jane', /^j-[0-9a-f]{2}$/],
    ['../../x', /^x-[0-9a-f]{2}$/],
    ['', /^c-[0-9a-f]{2}$/],
  ])('a coder called "%s" is %s', (name, expected) => {
    expect(nameCoder({ key: 'A', name, isCode: false }, noCodes)).toMatch(expected);
  });

  it.each([
    ['P07', 'P07'],
    ['p01', 'P01'],
    ['Participant 3', 'Participant-3'],
    ['admin-1', 'admin-1'],
    ['Ada Lovelace', /^C\d{4}$/],
    ['Ada', /^C\d{4}$/],
  ])('a case called "%s" is %s', (name, expected) => {
    const participant = { key: 'A', name, attributes: {}, texts: [] };
    expect(nameParticipant(participant, new Set(['P01']))).toMatch(expected);
  });

  it('of sources become names of files that stay in their folder', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('..', 'a/../b', 'CON:', '.x')),
        (name) => {
          const named = nameTranscript(name);
          expect(named).not.toMatch(/[\\/:*?"<>|\p{Cc}]|^[.\s]|^readme(?:\.|$)|^$/iu);
        },
      ),
    );
  });

  it('of a thousand different people are a thousand participants and coders', () => {
    const people = Array.from({ length: 1000 }, (_, n) => ({
      key: `k${n}`,
      name: `Ada ${'x'.repeat(n)} Lovelace`,
    }));
    const plan = mergeExchanged(
      {
        name: '',
        origin: '',
        themes: [],
        texts: [],
        passages: [],
        memos: [],
        participants: people.map((one) => ({ ...one, attributes: { role: 'poet' }, texts: [] })),
        coders: people.map((one) => ({ ...one, isCode: false })),
      },
      {
        study: buildStudy({}),
        listed: undefined,
        known: { quoteIds: new Set(), lastWords: [] },
        memos: new Map(),
        files: [],
        at: '2026-11-22T15:00:00Z',
      },
    );
    expect(plan.participants).toHaveLength(1000);
    expect(new Set(plan.renamed.map(({ what, id }) => `${what} ${id}`)).size).toBe(2000);
  });
});
