import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ToolkitError } from '../../src/errors.js';
import {
  type ParsedSource,
  type ParsedTranscript,
  parseTranscript,
} from '../../src/pipeline/parse-transcript.js';

const rules = {
  settings: { coder: 'ana', speakers: {}, transcripts: {} },
  participantIds: new Set<string>(),
};

function parse(text: string, name = 'P1.txt'): ParsedSource {
  return parseTranscript({ name, bytes: new TextEncoder().encode(text) }, rules);
}

/** `undefined` where the text is refused on purpose. */
function parseAnything(text: string, name: string): ParsedSource | undefined {
  try {
    return parse(text, name);
  } catch (error) {
    if (error instanceof ToolkitError) return undefined;
    throw error;
  }
}

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }).map((words) => ` ==so ${words}==`) },
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...[
        'I: ',
        'P1: ',
        '**P1:** ',
        '==',
        '=={#fear}',
        '\\==',
        '\n',
        '\n\n',
        '\r\n',
        '`',
        '```\n',
        '*',
        '_',
        '<mark>',
      ],
      ...[
        '</mark>',
        '[0:02] ',
        'Dana  0:02\n',
        '---\n',
        '# ',
        '> ',
        'e\u0301',
        '\u0301',
        '👩‍🔬',
        'שלום',
        '[a](b)',
        '<!--',
        '-->',
      ],
    ),
  },
);
const anyText = fc.array(piece, { minLength: 1, maxLength: 40 }).map((pieces) => pieces.join(''));
const anyName = fc.constantFrom('P1.txt', 'talk.md', 'talk.csv', 'talk.vtt', 'talk');

function checkEach(text: string, name: string, check: (parsed: ParsedTranscript) => void): void {
  parseAnything(text, name)?.transcripts.forEach(check);
}

test('the spans of the utterances, joined by line feeds, are the whole text, in order and without overlap', () => {
  fc.assert(
    fc.property(anyText, anyName, (text, name) => {
      checkEach(text, name, ({ transcript }) => {
        const words = transcript.utterances.map(({ span }) => transcript.text.slice(span.start, span.end));
        expect(words.join('\n')).toBe(transcript.text);
        expect(words.every((said) => said !== '' && said === said.trim())).toBe(true);
        expect(
          transcript.utterances.every(
            ({ span }, at) => span.start >= (transcript.utterances[at - 1]?.span.end ?? 0),
          ),
        ).toBe(true);
      });
    }),
    { numRuns: 500 },
  );
});

test('a text is in NFC and holds neither half a surrogate pair nor control characters', () => {
  fc.assert(
    fc.property(anyText, anyName, (text, name) => {
      checkEach(text, name, ({ transcript }) => {
        expect(transcript.text).toBe(transcript.text.normalize('NFC'));
        expect(transcript.text).not.toMatch(/\p{Cs}|[^\P{Cc}\t\n]/u);
      });
    }),
    { numRuns: 500 },
  );
});

test('a quote of a mark is its span cut out of the text, with its surroundings, never inside a surrogate pair', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom('P1.txt', 'talk.md'), (text, name) => {
      checkEach(text, name, ({ transcript, quotes }) => {
        for (const { span, exact, prefix, suffix } of quotes) {
          expect(transcript.text.slice(span.start, span.end)).toBe(exact);
          expect(exact.trim()).toBe(exact);
          expect(transcript.text.slice(0, span.start).endsWith(prefix)).toBe(true);
          expect(transcript.text.slice(span.end).startsWith(suffix)).toBe(true);
          expect(`${prefix}${exact}${suffix}`).not.toMatch(/\p{Cs}/u);
        }
        expect(new Set(quotes.map(({ id }) => id)).size).toBe(quotes.length);
      });
    }),
    { numRuns: 500 },
  );
});

test('reading the same bytes twice gives the same', () => {
  fc.assert(
    fc.property(anyText, anyName, (text, name) => {
      expect(parseAnything(text, name)).toEqual(parseAnything(text, name));
    }),
  );
});

/** Words that no syntax of plain text touches, and that compose with nothing before or after them. */
const speech = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
      fc.constantFrom('team', 'naïve', 'e\u0301te\u0301', '👩‍🔬', 'שלום', '“well”', "don't"),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((words) =>
    words
      .join(' ')
      .replace(/[=`\\#[\](){}:：\p{Cc}\p{Z}\p{M}]+/gu, ' ')
      .trim(),
  )
  .filter((words) => /^\p{L}/u.test(words) && /\p{L}$/u.test(words));

test('a passage written between == is a quote of exactly these words, and the text is that without the signs', () => {
  fc.assert(
    fc.property(speech, speech, speech, (before, passage, after) => {
      const marked = parse(`I: What then?\nP1: ${before} ==${passage}==, ${after}\n`);
      const plain = parse(`I: What then?\nP1: ${before} ${passage}, ${after}\n`);
      expect(marked.transcripts[0]?.quotes.map(({ exact }) => exact)).toEqual([passage.normalize('NFC')]);
      expect(marked.transcripts[0]?.transcript).toEqual(plain.transcripts[0]?.transcript);
    }),
  );
});

test('the id of a marked quote does not change when other parts of the transcript are corrected', () => {
  fc.assert(
    fc.property(speech, speech, speech, (before, corrected, passage) => {
      const idOf = (words: string) =>
        parse(`I: ${words}\nP1: ==${passage}==\n`).transcripts[0]?.quotes[0]?.id;
      expect(idOf(before)).toMatch(/^q_[0-9a-f]{10}$/);
      expect(idOf(before)).toBe(idOf(corrected));
    }),
  );
});
