import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quote } from '../../src/model/quote.js';
import type { Transcript } from '../../src/model/transcript.js';
import {
  listPassages,
  type PassageInput,
  suggestQuotes,
  suggestQuotesForStudy,
} from '../../src/pipeline/suggest-quotes.js';
import { buildStudy } from './build-study.js';
import { buildTranscript, type Line, quoteWords } from './build-transcript.js';

const telling = 'I was so afraid of the fog that I counted every step to the lamp that night.';
const plain = 'The boat is green.';

const talk = buildTranscript('P01', [
  ['I', 'I was afraid of the sea when I was a child, and what about you, were you ever afraid of it?'],
  ['P01', `${plain} ${telling} It never left me, and I still dream of it today. The rope is old.`],
  ['?Caller', 'I hated every night that I had to spend out there with my brother.'],
  ['P01', 'Okay.'],
]);

const ask = (
  transcripts: readonly Transcript[],
  quotes: readonly Quote[] = [],
  rest: Partial<PassageInput> = {},
) => suggestQuotes({ transcripts, quotes, language: 'en', ...rest });

/** Interviews in which everything about ropes was marked and nothing else, whatever it sounds like. */
const marked = Array.from({ length: 5 }, (_, number) => {
  const id = `P0${number + 1}`;
  const ropes = Array.from(
    { length: 8 },
    (_unused, at) => `Keeper ${at} laid rope ${number} beside the door.`,
  );
  const feelings = Array.from({ length: 8 }, (_unused, at) => `I was ${at} times afraid of storm ${number}.`);
  const lines: readonly Line[] = ropes.flatMap((rope, at) => [
    ['I', 'And then?'],
    [id, `${feelings[at]} ${rope}`],
  ]);
  const transcript = buildTranscript(id, lines);
  return { transcript, quotes: ropes.map((rope) => quoteWords(transcript, rope)) };
});
const unread = buildTranscript('P09', [
  ['P09', 'I was so afraid of the storm last night. Keeper nine laid a rope beside the other door.'],
]);
const markedQuotes = marked.flatMap(({ quotes }) => quotes);
const markedTranscripts = marked.map(({ transcript }) => transcript);

describe('passages worth marking', () => {
  it('are the words of participants, never of an interviewer or of somebody unknown', () => {
    const { passages } = ask([talk]);
    expect(passages.length).toBeGreaterThan(0);
    expect(new Set(passages.map(({ utterance }) => utterance))).toEqual(new Set([2]));
  });

  it('put what is felt and told in the first person before what is merely said', () => {
    const [first] = ask([talk]).passages;
    expect(first?.exact).toContain(telling);
    expect(first).toMatchObject({ transcriptId: 'P01', participantId: 'P01', by: 'rules' });
    const cues = first?.evidence.flatMap((item) => (item.kind === 'cue-words' ? [item.cue] : []));
    expect(cues).toContain('feeling');
    expect(cues).toContain('first-person');
  });

  it('take along a sentence that leans on the one before it', () => {
    const [first] = ask([talk]).passages;
    expect(first?.exact).toBe(`${telling} It never left me, and I still dream of it today.`);
  });

  it('never touch what is marked', () => {
    const quote = quoteWords(talk, 'afraid of the fog');
    const { passages } = ask([talk], [quote]);
    expect(passages.map(({ exact }) => exact)).toContain('It never left me, and I still dream of it today.');
    for (const { span } of passages) {
      expect(span.end <= quote.span.start || span.start >= quote.span.end).toBe(true);
    }
  });

  it('leave out who withdrew', () => {
    const study = buildStudy({
      transcripts: [talk],
      participants: [
        { id: 'P01', attributes: {}, consent: { known: true, scopes: [], withdrawn: '2026-01-01' } },
      ],
    });
    expect(suggestQuotesForStudy(study).passages).toEqual([]);
    expect(suggestQuotesForStudy({ ...study, participants: [] }).passages.length).toBeGreaterThan(0);
  });

  it('keep to the limit, and do not all come from one transcript', () => {
    const long = buildTranscript('P01', [['P01', Array.from({ length: 30 }, () => telling).join(' ')]]);
    const others = ['P02', 'P03', 'P04'].map((id) => buildTranscript(id, [[id, `Yes. ${telling}`]]));
    const { passages } = suggestQuotes(
      { transcripts: [long, ...others], quotes: [], language: 'en' },
      { limit: 4 },
    );
    expect(passages).toHaveLength(4);
    expect(passages.filter(({ transcriptId }) => transcriptId === 'P01')).toHaveLength(2);
    const one = suggestQuotes(
      { transcripts: [long, ...others], quotes: [], language: 'en' },
      { limit: 4, perTranscript: 1 },
    );
    expect(new Set(one.passages.map(({ transcriptId }) => transcriptId)).size).toBe(one.passages.length);
  });

  it('say that they follow from rules, and what it takes to learn', () => {
    const { notices } = ask([talk], [quoteWords(talk, telling)]);
    expect(notices.map(({ code }) => code)).toEqual(['passages-by-rules']);
    expect(notices[0]?.message).toContain('30 quotes in 3 transcripts (now 1 in 1)');
  });

  it('say where a language has no cue words, and still find the long and self-contained', () => {
    const words = 'Oui. La lampe du phare brûlait chaque nuit depuis quarante ans au bout de la jetée.';
    const { passages, notices } = ask([buildTranscript('P01', [['P01', words]])], [], { language: 'fr' });
    expect(notices.map(({ code }) => code)).toContain('no-cue-words');
    expect(passages[0]?.exact).toMatch(/^La lampe/);
  });

  it('are none where nobody says anything', () => {
    expect(ask([]).passages).toEqual([]);
    expect(
      ask([
        buildTranscript('P01', [
          ['P01', '… ?'],
          ['I', 'Hm.'],
        ]),
      ]).passages,
    ).toEqual([]);
  });

  it('are listed with the keys that the command line prints', () => {
    const [listed] = listPassages(ask([talk])).passages;
    expect(Object.keys(listed ?? {})).toEqual([
      'transcript',
      'participant',
      'utterance',
      'span',
      'exact',
      'score',
      'by',
      'evidence',
    ]);
  });
});

describe('learned passages', () => {
  const found = ask([...markedTranscripts, unread], markedQuotes);

  it('follow what coders marked against what they passed over, where rules say otherwise', () => {
    const learned = found.passages.filter(({ transcriptId }) => transcriptId === 'P09');
    expect(learned[0]).toMatchObject({ by: 'learned', exact: expect.stringContaining('rope') });
    const byRules = ask([unread]).passages;
    expect(byRules[0]).toMatchObject({ by: 'rules', exact: expect.stringContaining('afraid') });
  });

  it('name the words that were marked', () => {
    const best = found.passages.find(({ exact }) => exact.includes('nine laid a rope'));
    expect(best?.evidence.flatMap((item) => (item.kind === 'term' ? [item.term] : []))).toContain('rope');
  });

  it('are learned from 30 quotes on', () => {
    const enough = ask(markedTranscripts, markedQuotes.slice(0, 30));
    const tooFew = ask(markedTranscripts, markedQuotes.slice(0, 29));
    expect(new Set(enough.passages.map(({ by }) => by))).toEqual(new Set(['learned']));
    expect(new Set(tooFew.passages.map(({ by }) => by))).toEqual(new Set(['rules']));
  });

  it('are not learned where nothing was passed over', () => {
    const all = markedTranscripts.flatMap((transcript) =>
      transcript.utterances
        .filter(({ speaker }) => speaker.kind === 'participant')
        .map(({ span }) => quoteWords(transcript, transcript.text.slice(span.start, span.end))),
    );
    const { passages, notices } = ask([...markedTranscripts, unread], all);
    expect(passages.map(({ by }) => by)).not.toContain('learned');
    expect(notices[0]?.message).toContain('nothing was passed over');
  });
});

describe('any passage', () => {
  const words = fc.constantFrom(
    'I',
    'fog',
    'Lamp',
    'afraid',
    'but',
    'that',
    '7',
    '😀',
    'é',
    '。',
    '.',
    '?',
    '…',
    '[x]',
    'and',
    '\ud83d',
  );
  const line: fc.Arbitrary<Line> = fc.tuple(
    fc.constantFrom('I', 'P01', 'P02', '?X'),
    fc.array(words, { minLength: 1, maxLength: 60 }).map((list) => list.join(' ')),
  );
  const interviews = fc
    .array(fc.array(line, { maxLength: 8 }), { maxLength: 6 })
    .map((all) => all.map((lines, number) => buildTranscript(`t${number}`, lines)));

  it('cuts its own words, overlaps no other, and has evidence that sums to its score', () => {
    fc.assert(
      fc.property(interviews, fc.array(fc.nat(), { maxLength: 40 }), (transcripts, places) => {
        const quotes = places.flatMap((place, at) => {
          const transcript = transcripts[at % Math.max(1, transcripts.length)];
          if (transcript === undefined || transcript.text.length < 2) return [];
          const start = place % (transcript.text.length - 1);
          const exact = transcript.text.slice(start, start + 30);
          return [
            {
              id: `q${at}`,
              transcriptId: transcript.id,
              span: { start, end: start + exact.length },
              exact,
              prefix: '',
              suffix: '',
            },
          ];
        });
        const first = suggestQuotes(
          { transcripts, quotes, language: 'en' },
          { limit: 50, perTranscript: 50 },
        );
        expect(
          suggestQuotes({ transcripts, quotes, language: 'en' }, { limit: 50, perTranscript: 50 }),
        ).toEqual(first);
        const taken = quotes.map(({ transcriptId, span }) => ({ transcriptId, span }));
        let last = 1;
        for (const { transcriptId, span, exact, score, evidence } of first.passages) {
          const transcript = transcripts.find(({ id }) => id === transcriptId);
          expect(transcript?.text.slice(span.start, span.end)).toBe(exact);
          for (const other of taken) {
            const apart =
              other.transcriptId !== transcriptId ||
              other.span.end <= span.start ||
              other.span.start >= span.end;
            expect(apart).toBe(true);
          }
          taken.push({ transcriptId, span });
          expect(score).toBeLessThanOrEqual(last);
          last = score;
          const sum = evidence.reduce((total, { weight }) => total + weight, 0);
          expect(1 / (1 + Math.exp(-sum))).toBeCloseTo(score, 9);
          for (const item of evidence) {
            const spans = item.kind === 'cue-words' ? item.spans : item.kind === 'trait' ? [item.span] : [];
            for (const { start, end } of spans) {
              expect(start).toBeLessThan(end);
              expect(end).toBeLessThanOrEqual(exact.length);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
