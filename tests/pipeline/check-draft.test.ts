import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDraftBlocks } from '../../src/formats/drafts/read-draft-blocks.js';
import { readWordDraft } from '../../src/formats/drafts/read-word-draft.js';
import type { Participant } from '../../src/model/participant.js';
import { checkDraft, type DraftRequest } from '../../src/pipeline/check-draft.js';
import { readStudy } from '../../src/workspace/read-study.js';
import { agreeAll, plantQuotations, prepareGround, toBlocks } from '../benchmarks/plant-quotations.js';
import { makeWord, paragraph, run } from '../formats/office/make-word.js';
import { buildParticipant, buildStudy } from './build-study.js';
import { buildTranscript, quoteWords } from './build-transcript.js';

const keeper = buildTranscript('P01', [
  ['I', 'What did the first winter in the lighthouse teach you?'],
  [
    'P01',
    'I did not sleep for three weeks, and nobody had told me about the fog horn. It cost me $40 in candles every week.',
  ],
  ['I', 'Mm-hm, go on.'],
  [
    'P01',
    'Then the supply boat came late. I ate nothing but beans until March, and I never want to see one again.',
  ],
  ['I', 'And who would you have asked for help back then?'],
  [
    'P01',
    'My sister, because she kept the books of the harbour for many years. It was -20 degrees and she said "just keep warm" to me.',
  ],
]);
const mate = buildTranscript('P02', [
  ['I', 'Tell me about the storm.'],
  [
    'P02',
    'The storm took the railing and half of the paint. Write to me at gull@example.org about the rest of it.',
  ],
  ['P02', 'We all know that the sea has no memory at all.'],
]);
const cook = buildTranscript('P03', [
  ['P03', 'We all know that the sea has no memory at all. I cooked for nine people on one small stove.'],
]);
const gone = buildTranscript('P04', [['P04', 'I left the island before the second winter had even begun.']]);

const withdrawn: Participant = {
  ...buildParticipant('P04', ['publication']),
  consent: { known: true, scopes: ['publication'], withdrawn: '2026-01-01' },
};
const asleep = quoteWords(keeper, 'I did not sleep for three weeks');
const plain = buildStudy({
  participants: [
    buildParticipant('P01', ['publication'], { role: 'keeper' }),
    buildParticipant('P02', ['publication'], { role: 'first mate' }),
    buildParticipant('P03', ['research'], { role: 'ship cook' }),
    withdrawn,
  ],
  transcripts: [keeper, mate, cook, gone],
  quotes: [asleep],
});
const study = { ...plain, settings: { ...plain.settings, attribution: '{{role}}' } };

function check(text: string, rest: Partial<DraftRequest> & { readonly name?: string } = {}) {
  const { name = 'draft.md', ...request } = rest;
  return checkDraft({
    study,
    draft: { file: name, blocks: readDraftBlocks({ name, text }) },
    scope: 'publication',
    today: '2026-11-22',
    ...request,
  });
}

const judge = (text: string) => check(text).quotations.map(({ verdict }) => verdict);
const findProblems = (text: string) => check(text).quotations.flatMap(({ problems }) => problems);

describe('a quotation in a draft is verbatim', () => {
  it.each([
    ['in curly marks', 'He said “I did not sleep for three weeks”.'],
    ['in straight marks', 'He said "I did not sleep for three weeks".'],
    ['in guillemets', 'Il dit « I did not sleep for three weeks ».'],
    ['in guillemets that point inwards', 'Er sagt »I did not sleep for three weeks«.'],
    ['in German marks', 'Er sagt „I did not sleep for three weeks“.'],
    ['in single marks', "He said 'I did not sleep for three weeks'."],
    ['in a block quote', '> I did not sleep for three weeks'],
    ['in <q>', 'He said <q>I did not sleep for three weeks</q>.'],
    ['over a line break', 'He said “I did not\nsleep for three weeks”.'],
    ['with its full stop', 'He said “It cost me $40 in candles every week.”'],
  ])('%s', (_what, text) => {
    const { ok, quotations } = check(text);
    expect(quotations.map(({ verdict }) => verdict)).toEqual(['verbatim']);
    expect(ok).toBe(true);
  });

  it('and has its place in the transcript, its speaker and the quote of the study', () => {
    const [found] = check('\n\nHe said “I did not sleep for three weeks”.').quotations;
    expect(found?.place).toEqual({ file: 'draft.md', line: 3 });
    expect(found?.quote).toBe(asleep.id);
    expect(found?.passage).toEqual({
      transcript: 'P01',
      participant: 'P01',
      span: asleep.span,
      exact: asleep.exact,
    });
  });
});

describe('a quotation in a draft is edited within the rules', () => {
  it.each([
    ['with an omission', '“I did not sleep […], and nobody had told me about the fog horn”'],
    ['with dots for an omission', '“I did not sleep ... and nobody had told me about the fog horn”'],
    ['with an insertion', '“I did not sleep [at all] for three weeks”'],
    ['with an insertion at the start', '“[In winter] I did not sleep for three weeks”'],
    ['with another first letter', '“nobody had told me about the fog horn”.'],
    ['with a capital', '“Nobody had told me about the fog horn”.'],
    ['with other marks inside', '“she said ‘just keep warm’ to me”'],
    ['with another end', '“I did not sleep for three weeks!”'],
    [
      'with an omission over an interjection',
      '“It cost me $40 in candles every week. […] Then the supply boat came late.”',
    ],
    ['interrupted by who said it', '“I did not sleep,” the keeper said, “for three weeks.”'],
    ['interrupted, with a comma outside', '‘I did not sleep’, the keeper said, ‘for three weeks.’'],
  ])('%s', (_what, text) => {
    expect(judge(text)).toHaveLength(1);
    expect(judge(text)[0]).toMatch(/^(?:edited-within-rules|verbatim)$/);
    expect(check(text).ok).toBe(true);
  });
});

describe('an edit within the rules that may turn the meaning', () => {
  it.each([
    ['a negation put in', '“nobody had [never] told me about the fog horn”', 'puts in "never"'],
    ['a negation left out', '“I did […] sleep for three weeks”', 'leaves out "not"'],
  ])('is told with a caution: %s', (_what, text, message) => {
    expect(check(text).notices).toEqual([
      expect.objectContaining({
        severity: 'caution',
        code: 'edit-turns-meaning',
        message: expect.stringContaining(message),
      }),
    ]);
  });

  it('is not told of an edit that leaves negations alone', () => {
    expect(check('“I did not sleep [at all] for three weeks”').notices).toEqual([]);
  });
});

describe('a quotation in a draft is not accepted', () => {
  it.each([
    ['a word changed', '“I did not sleep for three months, and nobody had told me”', 'altered'],
    ['a negation dropped', '“I did sleep for three weeks, and nobody had told me”', 'altered'],
    ['a word added', '“I really did not sleep for three weeks”', 'altered'],
    ['a number changed', '“I did not sleep for four weeks, and nobody had told me”', 'altered'],
    ['a price without its sign', '“40 in candles every week”', 'altered'],
    [
      'a comma changed',
      '“I did not sleep for three weeks and nobody had told me about the fog horn”',
      'altered',
    ],
    ['a letter in another case', '“I did not sleep for Three weeks”', 'altered'],
    [
      'an insertion in place of a word',
      '“I did not sleep for [many] weeks, and nobody had told me”',
      'altered',
    ],
    [
      'two people joined',
      '“I did not sleep for three weeks. The storm took the railing and half of the paint.”',
      'stitched',
    ],
    [
      'two people joined by an omission',
      '“I did not sleep for three weeks […] I cooked for nine people on one small stove.”',
      'stitched',
    ],
    [
      "an omission over an interviewer's question",
      '“I never want to see one again. […] My sister, because she kept the books.”',
      'stitched',
    ],
    ["an interviewer's words", '“What did the first winter in the lighthouse teach you?”', 'interviewer'],
    ['other words', '“The lighthouse was a lonely place and I was often sad there”', 'not-found'],
    ['an interruption that hides words', '“I did not,” the keeper said, “for three weeks.”', 'altered'],
    [
      'a new sentence behind an interruption',
      '“I did not sleep,” the keeper said, “For three weeks.”',
      'altered',
    ],
  ])('%s', (_what, text, verdict) => {
    expect(judge(text)).toEqual([verdict]);
    expect(check(text).ok).toBe(false);
  });

  it('tells the true words of an altered one, and how they differ', () => {
    const [found] = check('“I did sleep for four weeks, and really nobody had told me”').quotations;
    expect(found?.passage?.exact).toBe('I did not sleep for three weeks, and nobody had told me');
    expect(found?.differences.map(({ kind, draft, transcript }) => [kind, draft, transcript])).toEqual([
      ['left-out', '', 'not'],
      ['changed', 'four', 'three'],
      ['added', 'really', ''],
    ]);
    for (const { transcript, at } of found?.differences ?? [])
      expect(keeper.text.slice(at.start, at.end)).toBe(transcript);
  });

  it.each([
    ['a last word changed', '“and nobody had told me about the fog siren”', 'fog horn', [['siren', 'horn']]],
    [
      'a first word changed',
      '“Boats came late. I ate nothing but beans until March”',
      'boat came late',
      [['Boats', 'boat']],
    ],
    [
      'a word added before a speech',
      '“Honestly I did not sleep for three weeks”',
      'I did not sleep',
      [['Honestly', '']],
    ],
    [
      'words added behind a sentence',
      '“until March, and I never want to see one again ever”',
      'again',
      [['ever', '']],
    ],
    [
      'signs left out around a word',
      '“It was -20 degrees and she said just keep warm to me.”',
      'said "just keep warm" to me',
      [
        ['said just', 'said "just'],
        ['warm to', 'warm" to'],
      ],
    ],
    [
      'signs around one word',
      '“for three weeks and, nobody had told me”',
      'weeks, and nobody',
      [['weeks and, nobody', 'weeks, and nobody']],
    ],
  ])('shows what stands there instead of %s, in the same sentence', (_what, text, exact, differences) => {
    const [found] = check(text).quotations;
    expect(found?.verdict).toBe('altered');
    expect(found?.passage?.exact).toContain(exact);
    expect(found?.differences.map(({ draft, transcript }) => [draft, transcript])).toEqual(differences);
  });

  it('tells where else a stitched one is from', () => {
    const [found] = check(
      '“I did not sleep for three weeks. The storm took the railing and half of the paint.”',
    ).quotations;
    expect(
      [found?.passage?.transcript, ...(found?.others ?? []).map(({ transcript }) => transcript)].sort(),
    ).toEqual(['P01', 'P02']);
  });

  it('tells the nearest passage of one that was not found, and how near it is', () => {
    const [found] = check('“the storm took our boat away and then we had none”').quotations;
    expect(found?.verdict).toBe('not-found');
    expect(found?.passage?.transcript).toBe('P02');
    expect(found?.score).toBeGreaterThan(0);
    expect(found?.score).toBeLessThan(0.6);
  });
});

describe('the problems of a quotation', () => {
  it.each([
    ['no consent for this use', '“I cooked for nine people on one small stove.”', ['no-consent']],
    ['a withdrawal', '“I left the island before the second winter had even begun.”', ['withdrawn']],
    ['an identifier', '“Write to me at gull@example.org about the rest of it.”', ['identifier']],
    ['none where one of two who said it agreed', '“We all know that the sea has no memory at all.”', []],
    [
      'the consent of the one who is named',
      '“We all know that the sea has no memory at all.” (P03)',
      ['no-consent'],
    ],
  ])('%s', (_what, text, problems) => {
    expect(findProblems(text)).toEqual(problems);
    expect(check(text).ok).toBe(problems.length === 0);
  });

  it.each([
    ['an id in brackets', '“I did not sleep for three weeks” (P02).'],
    ['an id after a dash', '“I did not sleep for three weeks.” — P02'],
    ['an id before it', 'P02 said: “I did not sleep for three weeks.”'],
    ['an id after it', '“I did not sleep for three weeks”, said P02.'],
    ['an id in an interruption', '“I did not sleep,” said P02 then, “for three weeks.”'],
    ['an id in the sentence before', 'P02 found it hard. “I did not sleep for three weeks.”'],
    ['an attribution line', '“I did not sleep for three weeks” (first mate).'],
    ['under a block quote', '> I did not sleep for three weeks.\n>\n> — P02'],
    ['at the end of a block quote', '> I did not sleep for three weeks.\n> — first mate'],
    ['before a block quote', 'P02 told us:\n\n> I did not sleep for three weeks.'],
    ['nobody of the study', '“I did not sleep for three weeks” (P77).'],
    ['the first of two', 'P02 said “I did not sleep for three weeks” and P02 “the storm took the railing”.'],
    [
      'the second of two',
      'P01 said “I did not sleep for three weeks.” P01 said “the storm took the railing.”',
    ],
    [
      'the second of two, named behind',
      '“I did not sleep for three weeks,” said P01, and “the storm took the railing,” said P01.',
    ],
  ])('wrong attribution: %s', (_what, text) => {
    expect(findProblems(text)).toEqual(['wrong-attribution']);
  });

  it.each([
    ['P01 said “I did not sleep for three weeks” and P02 “the storm took the railing”.'],
    ['“I did not sleep for three weeks,” said P01, while P02 said “the storm took the railing”.'],
    ['“I did not sleep for three weeks” (P01). “The storm took the railing” (P02).'],
    ['P01: “I did not sleep for three weeks.” P02: “The storm took the railing.”'],
    ['“I did not sleep for three weeks.” P02 said “The storm took the railing.”'],
    ['“I did not sleep for three weeks” (keeper).'],
    ['> I did not sleep for three weeks.\n> — P01, keeper'],
  ])('right attribution: %s', (text) => {
    expect(findProblems(text)).toEqual([]);
    expect(check(text).ok).toBe(true);
  });
});

describe('a draft', () => {
  it('without quotations is fine, and says so', () => {
    const { ok, quotations, notices } = check('Nobody is quoted here.');
    expect(ok).toBe(true);
    expect(quotations).toEqual([]);
    expect(notices.map(({ code }) => code)).toEqual(['no-quotations']);
  });

  it('with a mark that has no partner is not, and tells the line', () => {
    const { ok, notices } = check('One.\n\nHe said “I did not sleep for three weeks.');
    expect(ok).toBe(false);
    expect(notices.find(({ code }) => code === 'unpaired-quote-mark')?.place).toEqual({
      file: 'draft.md',
      line: 3,
    });
  });

  it('may quote several paragraphs that each open a mark', () => {
    const text = '“I did not sleep for three weeks\n\n“The storm took the railing”';
    expect(check(text).ok).toBe(true);
    expect(judge(text)).toEqual(['verbatim', 'verbatim']);
  });

  it('has phrases of one to three words told apart', () => {
    const { ok, quotations, notices } = check(
      'A “good keeper” said “so”. But “I did not sleep for three weeks”.',
    );
    expect(ok).toBe(true);
    expect(quotations).toHaveLength(1);
    expect(notices.map(({ code }) => code)).toEqual(['scare-quote', 'scare-quote']);
  });

  it('has sentences without marks checked only where that is asked for', () => {
    const text = 'Nobody had told me about the fog horn. And this one is quite our own work, it really is.';
    expect(check(text).quotations).toEqual([]);
    const { quotations, notices } = check(text, { all: true });
    expect(quotations.map(({ verdict, isMarked }) => [verdict, isMarked])).toEqual([
      ['edited-within-rules', false],
    ]);
    expect(notices.map(({ code }) => code)).toContain('lifted-sentence');
  });

  it('of a study without transcripts has nothing found, and says why', () => {
    const { ok, quotations, notices } = check('“I did not sleep for three weeks”', {
      study: { ...study, transcripts: [], quotes: [] },
    });
    expect(ok).toBe(false);
    expect(quotations.map(({ verdict, passage }) => [verdict, passage])).toEqual([['not-found', null]]);
    expect(notices.map(({ code }) => code)).toContain('no-transcripts');
  });

  it('with a quotation longer than any is laid over whole is checked piece by piece', () => {
    const words = Array.from({ length: 2000 }, (_, number) => `word${number}`);
    const long = buildTranscript('P01', [['P01', words.join(' ')]]);
    const request = { study: { ...study, transcripts: [long], quotes: [] } };
    expect(check(`> ${words.join(' ')}`, request).ok).toBe(true);
    expect(check(`> ${words.with(1500, 'other').join(' ')}`, request).ok).toBe(false);
  });
});

describe('quotations planted in drafts on the sample', () => {
  const { transcripts } = readStudy(join(import.meta.dirname, '..', '..', 'data', 'sample')).study;
  const planted = plantQuotations(prepareGround(transcripts, 23), 25);
  const { quotations } = checkDraft({
    study: agreeAll(transcripts),
    draft: { file: 'draft.md', blocks: toBlocks(planted) },
    scope: 'publication',
    today: '2026-11-22',
  });
  const isAccepted = (line: number) => {
    const own = quotations.filter(({ place }) => place.line === line);
    return (
      own.length > 0 &&
      own.every(({ verdict, problems }) => /^(?:verbatim|edited)/.test(verdict) && problems.length === 0)
    );
  };
  const kinds = [...new Set(planted.map(({ kind }) => kind))];

  it('are of all kinds', () => {
    expect(kinds.length).toBe(18);
  });

  it('have the same verdicts in a Word document', () => {
    const body = planted.map(({ prose, isBlockQuote }) => paragraph(run(prose), isBlockQuote ? 'Quote' : ''));
    const { blocks } = readWordDraft(makeWord(body.join('')));
    const study = agreeAll(transcripts);
    const checked = checkDraft({
      study,
      draft: { file: 'draft.docx', blocks },
      scope: 'publication',
      today: '2026-11-22',
    });
    const tell = (all: typeof quotations) =>
      all.map(({ text, verdict, problems, place }) => [place.line, text, verdict, problems]);
    expect(tell(checked.quotations)).toEqual(tell(quotations));
  });

  it.each(kinds)('are accepted if and only if they are true: %s', (kind) => {
    const wrong = planted.flatMap((each, index) =>
      each.kind === kind && isAccepted(index + 1) !== each.isTrue ? each.prose : [],
    );
    expect(wrong).toEqual([]);
  });
});
