import { describe, expect, it } from 'vitest';
import { readDraftBlocks } from '../../../src/formats/drafts/read-draft-blocks.js';
import { languageSchema, settingsSchema } from '../../../src/model/settings.js';
import { checkDraft } from '../../../src/pipeline/check-draft.js';
import { listRemovableFillers } from '../../../src/pipeline/checking/removable-fillers.js';
import { isNegation } from '../../../src/text/negations.js';
import { buildParticipant, buildStudy } from '../build-study.js';
import { buildTranscript } from '../build-transcript.js';

const words = [
  'I, um, did not sleep for three uh weeks, you know, because of the horn.',
  'Well, nobody, like, told me. Um, they were all so kind of busy, I guess.',
  'I like it here. You know the harbour. It works well, so we all sleep well here.',
  'It was — er — late. She said, um: stay where you are. Hm. Then we stayed there.',
  'Yeah, no, I mean the boat came late. I never, I mean, never slept before noon.',
].join('\n');
const plain = buildStudy({
  participants: [buildParticipant('P01', ['publication'])],
  transcripts: [buildTranscript('P01', [['P01', words]])],
});
const makeStudy = (fillersMayGo: boolean) => ({
  ...plain,
  settings: settingsSchema.parse({ name: 'Lighthouses', verify: { fillersMayGo } }),
});

function judge(text: string, fillersMayGo = true) {
  const draft = { file: 'a.md', blocks: readDraftBlocks({ name: 'a.md', text }) };
  const study = makeStudy(fillersMayGo);
  return checkDraft({ study, draft, scope: 'publication', today: '2026-11-22' }).quotations.map(
    ({ verdict }) => verdict,
  );
}

describe('a quotation may leave out', () => {
  it.each([
    ['hesitation between commas', '“I did not sleep for three uh weeks”'],
    ['hesitation and one of its commas', '“I, did not sleep for three uh weeks”'],
    ['hesitation without commas', '“did not sleep for three weeks, you know, because of the horn”'],
    ['several fillers', '“I did not sleep for three weeks because of the horn”'],
    ['some of several fillers', '“I did not sleep for three weeks, you know, because of the horn”'],
    ['a set-off aside', '“Well, nobody told me.”'],
    [
      'a filler that opens a sentence, which then begins with a capital',
      '“nobody, like, told me. They were all so kind of busy”',
    ],
    ['a filler between dashes', '“It was late. She said, um: stay”'],
    ['a filler before a colon, which stays', '“She said: stay where you are.”'],
    ['a sentence that is a filler', '“stay where you are. Then we stayed there.”'],
    ['a filler at an interruption', '“I never,” the keeper said, “never slept before noon.”'],
    ['a filler beside marked edits', '“I did not sleep […] because [yes] of the horn”'],
  ])('%s', (_what, text) => {
    expect(judge(text)).toEqual(['edited-within-rules']);
    expect(judge(text, false)).not.toEqual(['edited-within-rules']);
  });
});

describe('a quotation may not leave out', () => {
  it.each([
    ['a verb that is a filler elsewhere', '“I it here. You know the harbour.”'],
    ['"you know" as a clause', '“I like it here. the harbour. It works well”'],
    ['an adverb', '“It works, so we all sleep well here.”'],
    ['a hedge', '“they were all so busy, I guess”'],
    [
      'a hedge behind a comma',
      '“nobody, like, told me. Um, they were all so kind of busy.” and “they were all so busy”',
    ],
    ['an answer', '“no, I mean the boat came late” and “Yeah, I mean the boat came late”'],
    ['"I mean" that is not set off', '“Yeah, no, the boat came late.”'],
    ['a negation', '“I, um, did sleep for three uh weeks”'],
    ['the end of a sentence', '“stay where you are, then we stayed there.”'],
    ['a comma that no filler stood at', '“I did not sleep for three weeks because of, the horn”'],
    ['where it stands, by putting it elsewhere', '“I did not, um, sleep for three weeks”'],
    ['nothing, by putting one where none was', '“nobody, um, told me. Um, they were all so kind of busy”'],
    ['a filler and another word', '“I did not sleep for uh weeks”'],
  ])('%s', (_what, text) => {
    expect(judge(text).some((verdict) => !/^(?:verbatim|edited)/.test(verdict))).toBe(true);
  });

  it('a filler where the study does not say so', () => {
    expect(judge('“I did not sleep for three weeks because of the horn”', false)).toEqual(['altered']);
    expect(settingsSchema.parse({ name: 'x' }).verify.fillersMayGo).toBe(false);
    expect(settingsSchema.safeParse({ name: 'x', verify: { fillers: true } }).success).toBe(false);
  });
});

describe('the removable fillers of every language', () => {
  it.each([...languageSchema.values])('%s: are folded, and none denies', (language) => {
    const { hesitations, asides, longest } = listRemovableFillers(language);
    expect(hesitations.size).toBeGreaterThan(0);
    for (const filler of [...hesitations, ...asides]) {
      expect(filler).toBe(filler.toLowerCase());
      expect(filler.split(' ').length).toBeLessThanOrEqual(longest);
      for (const word of filler.split(' ')) expect(isNegation(word, language)).toBe(false);
    }
  });
});
