import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quote } from '../../src/model/quote.js';
import type { Transcript } from '../../src/model/transcript.js';
import { anchorQuotes } from '../../src/pipeline/anchor-quotes.js';
import { findSpeaker } from '../../src/pipeline/find-speaker.js';
import { cutsWord } from '../../src/text/cuts-word.js';
import { foldText } from '../../src/text/fold-text.js';
import { buildTranscript, type Line, quoteWords } from './build-transcript.js';

const vocabulary =
  'so I went — up the “old” lighthouse… and Åse’s lamp 🕯️ was e\u0301teinte שלום then , the .'.split(' ');
const someWord = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...vocabulary) },
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }).filter((word) => word.trim() !== ''),
);
const someWords = fc.array(someWord, { minLength: 1, maxLength: 25 });
const someSpeech = fc.array(fc.tuple(fc.constantFrom('I', 'P01', 'P02'), someWords), {
  minLength: 1,
  maxLength: 8,
});

type Speech = readonly (readonly [label: string, words: readonly string[]])[];
const toTranscript = (speech: Speech) =>
  buildTranscript(
    'call',
    speech.map(([label, words]): Line => [label, words.join(' ')]),
  );

/** A quote of one utterance, from word to word; `pick` chooses which. */
function quoteSome(transcript: Transcript, [utterance, first, length]: readonly number[]): Quote {
  const { span } = transcript.utterances[(utterance ?? 0) % transcript.utterances.length] ?? {
    span: { start: 0, end: 1 },
  };
  const words = transcript.text.slice(span.start, span.end).split(' ');
  const from = (first ?? 0) % words.length;
  const exact = words.slice(from, from + 1 + ((length ?? 0) % words.length)).join(' ');
  const start = span.start + words.slice(0, from).join(' ').length + (from === 0 ? 0 : 1);
  const before = transcript.text.slice(0, start);
  const quote = quoteWords(transcript, exact);
  return { ...quote, span: { start, end: start + exact.length }, prefix: before.slice(-32), suffix: '' };
}

const somePick = fc.array(fc.nat(1000), { minLength: 3, maxLength: 3 });
/** Per utterance, edits of words: at which one, how many go, what comes. */
const someEdits = fc.array(
  fc.record({
    utterance: fc.nat(7),
    at: fc.nat(25),
    gone: fc.nat(4),
    come: fc.array(someWord, { maxLength: 4 }),
  }),
  { maxLength: 6 },
);

function edit(
  speech: Speech,
  edits: readonly { utterance: number; at: number; gone: number; come: string[] }[],
) {
  const edited = speech.map(([label, words]): [string, string[]] => [label, [...words]]);
  for (const { utterance, at, gone, come } of edits) edited[utterance]?.[1].splice(at, gone, ...come);
  return edited.filter(([, words]) => words.length > 0);
}

describe('anchoring', () => {
  it('is the identity on an unchanged transcript', () => {
    fc.assert(
      fc.property(someSpeech, fc.array(somePick, { maxLength: 5 }), (speech, picks) => {
        const transcript = toTranscript(speech);
        const quotes = picks.map((pick) => quoteSome(transcript, pick));
        anchorQuotes(quotes, [transcript]).forEach((anchoring, at) => {
          expect(anchoring.state).toBe('in-place');
          expect(anchoring).toHaveProperty('quote', quotes[at]);
        });
      }),
    );
  });

  it('finds a quote in place, moved or lost after any edits, and never silently elsewhere', () => {
    fc.assert(
      fc.property(someSpeech, somePick, someEdits, (speech, pick, edits) => {
        const was = quoteSome(toTranscript(speech), pick);
        const after = toTranscript(edit(speech, edits));
        const [anchoring] = anchorQuotes([was], [after]);
        if (anchoring?.state === 'lost') {
          expect(anchoring.reason).not.toBe('');
          return;
        }
        if (anchoring?.state === 'in-place') {
          expect(anchoring.quote).toBe(was);
          expect(after.text.slice(was.span.start, was.span.end)).toBe(was.exact);
          return;
        }
        if (anchoring?.state !== 'moved') throw new Error('anchorQuotes gave nothing');
        const { quote, method, score } = anchoring;
        const { start, end } = quote.span;
        expect(after.text.slice(start, end)).toBe(quote.exact);
        expect(`${quote.prefix}${quote.exact}${quote.suffix}`).toBe(
          after.text.slice(start - quote.prefix.length, end + quote.suffix.length),
        );
        expect(`${quote.exact}|${quote.prefix}|${quote.suffix}`).not.toMatch(/\p{Surrogate}/u);
        expect(findSpeaker(after, quote.span)).not.toHaveProperty('speaker.kind', 'interviewer');
        if (method === 'exact') expect(quote.exact).toBe(was.exact);
        if (method === 'folded') expect(foldText(quote.exact).folded).toBe(foldText(was.exact).folded.trim());
        if (method === 'approximate') {
          expect(score).toBeGreaterThanOrEqual(0.8);
          expect(score).toBeLessThan(1);
          expect(cutsWord(after.text, start) || cutsWord(after.text, end)).toBe(false);
        } else expect(score).toBe(1);
      }),
      { numRuns: 2000 },
    );
  });

  it('never loses a quote, nor changes its words, by edits outside its words', () => {
    fc.assert(
      fc.property(someWords, someWords, someWords, someWords, someWords, (...speech) => {
        const [before, exact, after, newBefore, newAfter] = speech.map((words) => words.join(' '));
        const old = buildTranscript('call', [
          ['I', 'So?'],
          ['P01', `${before} ${exact} ${after}`],
        ]);
        const start = `So?\n${before} `.length;
        const span = { start, end: start + `${exact}`.length };
        const was = {
          ...quoteWords(old, `${exact}`),
          span,
          prefix: `${before} `.slice(-32),
          suffix: ` ${after}`.slice(0, 32),
        };
        for (const words of [`${newBefore} ${exact} ${after}`, `${before} ${exact} ${newAfter}`]) {
          const [anchoring] = anchorQuotes([was], [buildTranscript('call', [['P01', words]])]);
          expect(anchoring).toHaveProperty('quote.exact', exact);
        }
      }),
      { numRuns: 500 },
    );
  });
});
