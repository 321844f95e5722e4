import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkWording } from '../../src/pipeline/check-wording.js';
import { type DeriveRequest, deriveWording } from '../../src/pipeline/derive-wording.js';
import { findHiddenNegations } from '../../src/pipeline/wordings/find-hidden-negations.js';

const derive = (exact: string, edited: string, more: Partial<DeriveRequest> = {}) =>
  deriveWording({ exact, edited, language: 'en', ...more });
const word = fc.constantFrom('we', 'ship', 'late', 'um', 'the', 'plan', "don't", 'Ana', 'so');
const sentence = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ', ', '. ')), { minLength: 1, maxLength: 12 })
  .map((words) => words.flat().join('').trim());

describe('the wording of an edited text', () => {
  it.each([
    ['I, um, think we failed', 'I think we failed', 'I […] think we failed'],
    ['So, I think we failed.', 'I think we failed.', '[…] I think we failed.'],
    ['I wake at noon and feel fine.', 'I wake at noon and', 'I wake at noon and […]'],
    ['i think, you know, the others failed', 'I think [the team] failed', 'I think […] [the team] failed'],
    ['we failed. You know. So we left', 'We failed. So we left.', 'We failed. […] So we left.'],
    ['I’m judged on it, um, daily', "I'm judged on it daily!", 'I’m judged on it […] daily!'],
    ['we, um, ship it', 'we ship it [on Fridays].', 'we […] ship it [on Fridays].'],
    ['[Colleague 2] told, er, me so', '[Colleague 2] told me so', '[Colleague 2] told […] me so'],
  ])('of %j made into %j is %j', (exact, edited, wording) => {
    expect(derive(exact, edited)).toEqual({ accepted: true, wording });
  });

  it.each([
    ['I think we failed', 'I think we lost', { kind: 'changed', draft: 'lost', transcript: 'failed' }],
    ['I think we failed', 'I think we really failed', { kind: 'added', draft: 'really', transcript: '' }],
    ['We saw Will there', 'We saw will there', { kind: 'changed', draft: 'will', transcript: 'Will' }],
    ['we ship, and rest', 'we ship and rest', { draft: 'ship and', transcript: 'ship, and' }],
    ['I would not say so', 'I would say so', { kind: 'left-out', draft: '', transcript: 'not' }],
    ["um, I don't know that", 'I know that', { kind: 'left-out', draft: '', transcript: "don't" }],
    ['I wake and cannot rest', 'I wake and', { kind: 'left-out', draft: '', transcript: 'cannot' }],
    ['we failed', '', { kind: 'changed', draft: '', transcript: 'we failed' }],
  ])('of %j is refused for %j, and the difference told', (exact, edited, difference) => {
    const outcome = derive(exact, edited);
    expect(outcome).toMatchObject({ accepted: false, differences: [difference] });
    if (outcome.accepted) return;
    const [first] = outcome.differences;
    expect(exact.slice(first?.at.start, first?.at.end)).toBe(first?.transcript);
  });

  it('may leave out a negation where a person marked it, which is then found', () => {
    expect(derive('I would not say so', 'I would […] say so')).toMatchObject({ accepted: true });
    expect(findHiddenNegations('I would […] say so', 'I would not say so', 'en')).toEqual(['not']);
    expect(findHiddenNegations('Ich weiß […] viel', 'Ich weiß nicht viel', 'de')).toEqual(['nicht']);
    expect(findHiddenNegations('I […] would not', 'I, um, would not', 'en')).toEqual([]);
  });

  it('takes the transcript’s signs where it is asked to', () => {
    expect(derive('we ship, and rest', '[Here] we ship and rest', { takesSigns: true })).toEqual({
      accepted: true,
      wording: '[Here] we ship, and rest',
    });
  });

  it('is the exact words for the exact words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (exact) => {
        fc.pre(exact.trim() !== '');
        expect(derive(exact, exact)).toEqual({ accepted: true, wording: exact });
      }),
    );
  });

  it('is always one that is accepted, whatever the edited text', () => {
    fc.assert(
      fc.property(sentence, fc.oneof(sentence, fc.string({ unit: 'grapheme' })), (exact, edited) => {
        const outcome = derive(exact, edited);
        if (outcome.accepted) expect(checkWording(outcome.wording, exact)).toBe(true);
        else expect(outcome.differences.length).toBeGreaterThan(0);
      }),
    );
  });

  it('is found whenever whole words other than negations were left out', () => {
    const plain = fc.constantFrom('we', 'ship', 'late', 'um', 'the', 'plan', 'so');
    const words = fc.array(fc.tuple(plain, fc.boolean()), { minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(words, (list) => {
        const kept = list.filter(([, keeps]) => keeps).map(([text]) => text);
        fc.pre(kept.length > 0);
        const exact = list.map(([text]) => text).join(' ');
        const outcome = derive(exact, kept.join(' '));
        expect(outcome.accepted).toBe(true);
        const bare = outcome.accepted ? outcome.wording.replaceAll('[…]', ' ').split(/\s+/) : [];
        expect(bare.filter((text) => text !== '')).toEqual(kept);
      }),
    );
  });
});
