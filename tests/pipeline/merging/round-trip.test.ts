import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisionsTable } from '../../../src/exchanges/decisions-table.js';
import { jsonLines } from '../../../src/exchanges/json-lines.js';
import { refiProject } from '../../../src/exchanges/refi-project.js';
import type { Quote } from '../../../src/model/quote.js';
import type { Study } from '../../../src/model/study.js';
import type { Transcript } from '../../../src/model/transcript.js';
import { makeQuote } from '../../../src/pipeline/make-quote.js';
import { type MergeGround, mergeExchanged } from '../../../src/pipeline/merge-exchanged.js';
import { placeMarked } from '../../../src/pipeline/merging/place-marked.js';
import { cleanText } from '../../../src/text/clean-text.js';
import { splitsPair } from '../../../src/text/cut-surroundings.js';
import { accept, buildParticipant, buildStudy, buildTheme } from '../build-study.js';
import { buildTranscript } from '../build-transcript.js';

const at = '2026-11-22T15:00:00Z';
const empty = buildStudy({});

function groundOf(study: Study, more: Partial<MergeGround> = {}): MergeGround {
  const known = { quoteIds: new Set(study.quotes.map(({ id }) => id)), lastWords: study.decisions };
  return { study, listed: undefined, known, memos: new Map(), files: [], at, ...more };
}

const send = (study: Study) =>
  refiProject.read({ name: 'study.qdpx', bytes: refiProject.write(study).bytes });

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('I', 'never', 'know', 'whether', 'it’s', 'good,', 'enough.') },
  fc.constantFrom(
    '😀',
    '👩‍👧',
    'café',
    'cafe\u0301',
    'a==b',
    '==',
    '\\==',
    '====',
    '[00:00:52]',
    '`x`',
    '**no**',
  ),
  fc.constantFrom(
    'שלום',
    '&amp;',
    '<b>',
    '"',
    'Note:',
    'P02:',
    '---',
    '#tag',
    '\u00a0',
    '\ufeffx',
    '\uffff',
    '=1+1',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }),
);
const words = fc
  .array(word, { minLength: 1, maxLength: 12 })
  .map((parts) => cleanText(parts.join(' ')).replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '');
const speech = fc.array(words, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n'));
const lines = fc.array(fc.tuple(fc.constantFrom('I', 'P01', 'P02', '?Dana'), speech), {
  minLength: 1,
  maxLength: 8,
});

/** A span of words in a transcript, cut anywhere but inside a character. */
function cutSpan({ text }: Transcript, from: number, length: number) {
  const start = Math.min(text.length - 1, Math.floor(from * text.length));
  const end = Math.min(text.length, start + 1 + Math.floor(length * 80));
  const outer = {
    start: splitsPair(text, start) ? start - 1 : start,
    end: splitsPair(text, end) ? end + 1 : end,
  };
  const exact = text.slice(outer.start, outer.end);
  const lead = exact.length - exact.trimStart().length;
  return { start: outer.start + lead, end: outer.start + exact.trimEnd().length };
}

const stances = [
  {},
  { contradicts: true },
  { applies: false },
  { contradicts: true, note: 'not so' },
] as const;

const studies = fc
  .tuple(
    lines,
    fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
      { maxLength: 12 },
    ),
  )
  .map(([spoken, cuts]) => {
    const transcript = buildTranscript('P01', spoken);
    const quotes = new Map<string, Quote>();
    for (const [from, length] of cuts) {
      const span = cutSpan(transcript, from, length);
      if (span.start >= span.end) continue;
      const quote = { ...makeQuote({ transcript, span, occurrence: 0 }), id: `q_${span.start}_${span.end}` };
      quotes.set(`${span.start} ${span.end}`, quote);
    }
    const own = [...quotes.values()];
    return buildStudy({
      participants: [buildParticipant('P01', ['research']), buildParticipant('P02', ['research'])],
      transcripts: [transcript],
      themes: [buildTheme('sleep'), buildTheme('pay')],
      quotes: own,
      decisions: own.map((quote, index) => ({
        ...accept(quote, index % 2 === 0 ? 'sleep' : 'pay'),
        ...(stances[index % stances.length] ?? {}),
      })),
    });
  });

describe('a study that went out as a REFI-QDA project and comes back', () => {
  it('has the words of every quote at its place, whatever they are made of, and its decisions', () => {
    fc.assert(
      fc.property(studies, (study) => {
        const plan = mergeExchanged(send(study).study, groundOf(empty));
        const texts = new Map(plan.transcripts.map(({ id }) => [id, id]));
        expect(texts.size).toBe(1);
        expect(plan.quotes.map(({ id, exact, span }) => ({ id, exact, span }))).toEqual(
          study.quotes.map(({ id, exact, span }) => ({ id, exact, span })),
        );
        expect(plan.decisions).toEqual(study.decisions);
      }),
      { numRuns: 200 },
    );
  });

  it('adds nothing to the study that it came from', () => {
    fc.assert(
      fc.property(studies, (study) => {
        const plan = mergeExchanged(send(study).study, groundOf(study, { listed: new Set(['P01', 'P02']) }));
        const { participants, themes, transcripts, memos, quotes, decisions, conflicts } = plan;
        expect({ participants, themes, transcripts, memos, quotes, decisions, conflicts }).toEqual({
          participants: [],
          themes: [],
          transcripts: [],
          memos: [],
          quotes: [],
          decisions: [],
          conflicts: [],
        });
      }),
      { numRuns: 100 },
    );
  });
});

describe('quotes that went out as JSON lines and come back', () => {
  it('are where they were, with what every coder said, and add nothing to the study that they came from', async () => {
    await fc.assert(
      fc.asyncProperty(studies, async (study) => {
        const { bytes } = (await jsonLines.write?.(study)) ?? { bytes: new Uint8Array() };
        const marked = jsonLines.readMarked?.({ name: 'quotes.jsonl', bytes });
        if (marked === undefined) throw new Error('JSON lines are read');
        const bare = { ...study, quotes: [], decisions: [] };
        const plan = mergeExchanged(placeMarked(marked, bare).study, groundOf(bare));
        expect(plan.quotes).toEqual(study.quotes);
        expect(plan.decisions).toEqual(study.decisions);
        const back = mergeExchanged(placeMarked(marked, study).study, groundOf(study));
        expect([back.quotes, back.decisions, back.conflicts]).toEqual([[], [], []]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('decisions that went out as a table and come back', () => {
  it('are what every coder said, in a study that has the quotes, and are told where it has not', async () => {
    await fc.assert(
      fc.asyncProperty(studies, async (study) => {
        const { bytes } = (await decisionsTable.write?.(study)) ?? { bytes: new Uint8Array() };
        const marked = decisionsTable.readMarked?.({ name: 'decisions.csv', bytes });
        if (marked === undefined) throw new Error('decisions are read');
        const undecided = { ...study, decisions: [] };
        const plan = mergeExchanged(placeMarked(marked, undecided).study, groundOf(undecided));
        expect([plan.quotes, plan.conflicts, plan.themes]).toEqual([[], [], []]);
        expect(plan.decisions).toEqual(study.decisions);
        const lost = placeMarked(marked, { ...study, quotes: [] }).losses;
        const count = study.decisions.length;
        expect(lost).toMatchObject(
          count === 0 ? [] : [{ element: 'passage not found', count, isLeft: true }],
        );
      }),
      { numRuns: 50 },
    );
  });
});
