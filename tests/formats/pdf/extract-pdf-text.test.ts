import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { ToolkitError } from '../../../src/errors.js';
import { extractPdfText } from '../../../src/formats/pdf/extract-pdf-text.js';
import { refusePdf } from '../../../src/formats/pdf/refuse-pdf.js';
import { makePdf, setLines, type Written } from './make-pdf.js';

const extract = (pages: readonly (readonly Written[])[]) =>
  extractPdfText({ name: 'talk.pdf', bytes: makePdf(pages) });

const talk = [
  'Interviewer: How did you come to keep bees, and who taught you what to do with',
  'them in the first year?',
  '',
  'P07: My neighbour did. She had kept them since the war and never wore a glove.',
  '',
  'Interviewer: And the second year?',
  '',
  'P07: The second year I was on my own, and the winter came early.',
];

const talkText = [
  'Interviewer: How did you come to keep bees, and who taught you what to do with them in the first year?',
  'P07: My neighbour did. She had kept them since the war and never wore a glove.',
  'Interviewer: And the second year?',
  'P07: The second year I was on my own, and the winter came early.',
];

describe('extractPdfText', () => {
  it('joins lines to the paragraphs that blank lines part, and asks to read them through', async () => {
    const { text, notices } = await extract([setLines(talk)]);
    expect(text).toBe(`${talkText.join('\n\n')}\n`);
    expect(notices).toMatchObject([
      { severity: 'caution', code: 'pdf-extracted', place: { file: 'talk.pdf' } },
    ]);
    expect(notices[0]?.message).toMatch(/^1 page\(s\) gave 4 paragraph\(s\)\. .*read the text through/);
  });

  it('begins a turn at a label where no white space does', async () => {
    const { text } = await extract([setLines(talk.filter((line) => line !== ''))]);
    expect(text).toBe(`${talkText.join('\n\n')}\n`);
  });

  it('reads labels in a column of their own beside the words', async () => {
    const words = [
      'How did you come to keep bees, and who taught you what to do with',
      'them in the first year?',
      'My neighbour did. She had kept them since the war and never wore',
      'a glove.',
      'And the second year?',
    ];
    const labels = ['I', '', 'B', '', 'I'];
    const { text } = await extract([[...setLines(labels, { x: 60 }), ...setLines(words, { x: 120 })]]);
    expect(text).toBe(
      'I\tHow did you come to keep bees, and who taught you what to do with them in the first year?\n\nB\tMy neighbour did. She had kept them since the war and never wore a glove.\n\nI\tAnd the second year?\n',
    );
  });

  it('leaves out headers, footers and page numbers, and says which', async () => {
    const page = (number: number, lines: readonly string[]) => [
      { text: 'Beekeeping study, transcript 7', x: 60, y: 815 },
      ...setLines(lines),
      { text: `Page ${number} of 3`, x: 280, y: 30 },
    ];
    const { text, notices } = await extract([
      page(1, talk.slice(0, 4)),
      page(2, talk.slice(5, 6)),
      page(3, talk.slice(7)),
    ]);
    expect(text).toBe(`${talkText.join('\n\n')}\n`);
    expect(notices[0]?.message).toContain(
      '6 running header(s), footer(s) and page number(s) left out, the first "Beekeeping',
    );
  });

  it('keeps what is said first on several pages', async () => {
    const { text } = await extract([
      setLines(['P07: Yes.', 'P07: No.']),
      setLines(['P07: Yes.', 'P07: Well.']),
      setLines(['P07: Perhaps.']),
    ]);
    expect(text.split('\n\n')).toHaveLength(5);
  });

  it('joins a sentence that goes on over the page', async () => {
    const { text } = await extract([setLines(talk.slice(0, 1)), setLines(talk.slice(1))]);
    expect(text).toBe(`${talkText.join('\n\n')}\n`);
  });

  it('takes out the numbers of paragraphs that MAXQDA prints in the margin, and begins a paragraph at each', async () => {
    const lines = talk.filter((line) => line !== '').map((line) => line.replace(/^[^:]+: /, ''));
    const numbers = ['1', '', '2', '3', '4'].flatMap((text, index) =>
      text === '' ? [] : [{ text, x: 30, y: 779.6 - 12 * index }],
    );
    const { text, notices } = await extract([[...setLines(lines), ...numbers]]);
    expect(text).toBe(`${talkText.map((line) => line.replace(/^[^:]+: /, '')).join('\n\n')}\n`);
    expect(notices[0]?.message).toContain('4 numbers in the margin left out');
  });

  it('takes out the numbers of lines, and keeps numbers that are said', async () => {
    const lines = ['P07: I had hives at', '12 places, no, more:', '14 of them, and', '15 in the end.'];
    const numbers = lines.map((_line, index) => ({ text: `${index + 1}`, x: 30, y: 780 - 12 * index }));
    const { text } = await extract([[...setLines(lines), ...numbers]]);
    expect(text).toBe('P07: I had hives at 12 places, no, more: 14 of them, and 15 in the end.\n');
  });

  it('joins words that are parted at the end of a line, and keeps the hyphen of one that has it elsewhere', async () => {
    const { text, notices } = await extract([
      setLines([
        'P07: That is a well-known trick among those who have kept them for long, a well-',
        'known trick, and every one of us has learned it from some old neigh-',
        'bour.',
      ]),
    ]);
    expect(text).toContain('a well-known trick, and every one of us has learned it from some old neighbour.');
    expect(notices[0]?.message).toContain('2 word(s) joined');
  });

  it('keeps every hyphen where the lines do not end within words', async () => {
    const many = Array.from({ length: 40 }, () => 'P07: That was the whole of what I had to say about it.');
    const { text } = await extract([
      setLines([
        ...many,
        'P07: And what I liked best of all of them were, to be honest, the non-',
        'monotonic ones.',
      ]),
    ]);
    expect(text).toContain('the non-monotonic ones.');
  });

  it('keeps the hyphen before a capital, and before a word that links two others', async () => {
    const { text } = await extract([
      setLines([
        'P07: We wrote all of it, with a lot of pain and with very little sleep, in Objective-',
        'C, and had to weigh what comes before and what comes after it, the pre-',
        'and the postproduction.',
      ]),
    ]);
    expect(text).toContain('in Objective-C, and');
    expect(text).toContain('the pre- and the postproduction.');
  });

  it('parts a heading from the short line above it that is set further in', async () => {
    const { text } = await extract([
      [
        ...setLines([
          'Show me how you would look for a flight that leaves on a Monday, please, and',
          'return.',
        ]),
        { text: 'I have done that before.', x: 90, y: 756 },
        { text: 'Now send the query to a colleague of yours, and tell me what you think she', x: 60, y: 744 },
        { text: 'will do.', x: 60, y: 732 },
      ],
    ]);
    expect(text.trim().split('\n\n')).toHaveLength(3);
  });

  it('leaves sideways watermarks out', async () => {
    const { text } = await extract([[...setLines(talk), { text: 'DRAFT', x: 20, y: 400, isSideways: true }]]);
    expect(text).not.toContain('DRAFT');
  });

  it('warns of columns, which it reads across', async () => {
    const left = Array.from({ length: 8 }, () => 'These are many words on the left here');
    const right = Array.from({ length: 8 }, () => 'and others on the right');
    const { notices } = await extract([[...setLines(left), ...setLines(right, { x: 330 })]]);
    expect(notices.map(({ code }) => code)).toEqual(['pdf-extracted', 'pdf-columns']);
  });

  it('gives the same text each time, and leaves the bytes as they are', async () => {
    const bytes = makePdf([setLines(talk)]);
    const before = bytes.slice();
    const first = await extractPdfText({ name: 'a.pdf', bytes });
    expect(await extractPdfText({ name: 'a.pdf', bytes })).toEqual(first);
    expect(bytes).toEqual(before);
  });

  it.each([
    ['pages without text', () => makePdf([[], []]), 'pdf-without-text'],
    ['a file that breaks off', () => makePdf([setLines(talk)]).slice(0, 40), 'pdf-not-readable'],
    ['no PDF at all', () => new TextEncoder().encode('P07: Yes.\n'), 'pdf-not-readable'],
    ['an empty file', () => new Uint8Array(), 'pdf-not-readable'],
  ])('refuses %s', async (_what, bytes, code) => {
    await expect(extractPdfText({ name: 'talk.pdf', bytes: bytes() })).rejects.toMatchObject({
      code,
      place: { file: 'talk.pdf' },
    });
  });
});

it('a damaged PDF gives text or is refused, whatever is wrong with it', async () => {
  const whole = makePdf([setLines(talk)]);
  const damage = fc.record({
    length: fc.integer({ min: 10, max: whole.length }),
    bytes: fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }),
  });
  await fc.assert(
    fc.asyncProperty(damage, async ({ length, bytes }) => {
      const damaged = whole.slice();
      for (const [at, byte] of bytes) damaged[at] = byte;
      const outcome = await extractPdfText({ name: 'talk.pdf', bytes: damaged.slice(0, length) }).catch(
        (error: unknown) => error,
      );
      if (outcome instanceof ToolkitError)
        expect(outcome.code).toMatch(/^pdf-(?:not-readable|without-text)$/);
      else expect(outcome).toMatchObject({ text: expect.stringMatching(/\S\n$/) });
    }),
    { numRuns: 60 },
  );
});

it('refusePdf names the command that takes the text of a PDF', () => {
  expect(() => refusePdf({ name: 'my talk.pdf', bytes: makePdf([]) })).toThrow(
    expect.objectContaining({
      code: 'pdf-not-imported',
      hint: expect.stringContaining('import "transcripts/my talk.pdf"'),
    }),
  );
  expect(() => refusePdf({ name: 'talk.pdf', bytes: new TextEncoder().encode('I: Yes.') })).not.toThrow();
});

const interviews = new URL('../../../../shared/corpora/coded/pdpilot-interviews/', import.meta.url);

test.runIf(existsSync(interviews))(
  'gives the turns of seven interviews exported by MAXQDA, as read independently',
  async () => {
    // The independent reading keeps page numbers ("3/6") and parts hyphens by a space: both are folded away.
    const fold = (text: string) =>
      text
        .replace(/ \d\/\d(?= |$)/g, '')
        .replace(/[-\s]+/g, ' ')
        .trim();
    const rows = readFileSync(new URL('utterances.jsonl', interviews), 'utf8').trim().split('\n');
    const expected = rows.map((row): { doc: string; speaker: string; text: string } => JSON.parse(row));
    const folder = new URL('results/transcripts/', interviews);
    let same = 0;
    for (const name of readdirSync(folder)) {
      const { text } = await extractPdfText({ name, bytes: readFileSync(new URL(name, folder)) });
      const found = new Set(text.trim().split('\n\n').map(fold));
      const turns = expected.filter(({ doc }) => `${doc}.pdf` === name);
      same += turns.filter(({ speaker, text: words }) => found.has(fold(`${speaker}: ${words}`))).length;
    }
    expect(expected).toHaveLength(833);
    expect(same).toBeGreaterThanOrEqual(832);
  },
);
