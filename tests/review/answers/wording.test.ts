import { describe, expect, it } from 'vitest';
import { answerWording } from '../../../src/review/answers/wording.js';
import { buildStudy } from '../../pipeline/build-study.js';
import { buildTranscript, quoteWords } from '../../pipeline/build-transcript.js';
import { layDesk } from './make-desk.js';

const talk = buildTranscript('P01', [['P01', 'So I did not, you know, trust the lamp any more.']]);
const quote = quoteWords(talk, 'So I did not, you know, trust the lamp any more.');
const desk = layDesk(buildStudy({ transcripts: [talk], quotes: [quote] }));
const judge = (wording: string) => answerWording(desk, { quote: quote.id, wording });

describe('the wording of a quote, while it is edited', () => {
  it('gets the marks that it lacks, and says how it will be printed', () => {
    expect(judge('I did not trust the lamp any more.')).toMatchObject({
      ok: true,
      wording: '[…] I did not […] trust the lamp any more.',
      remarks: ['It will be printed as: […] I did not […] trust the lamp any more.'],
    });
  });

  it('shows piece by piece what differs, so that the pieces make up both sides', () => {
    const { differences } = judge('So I did not, […] trust the [old] lamp any more.');
    expect(differences).toEqual([
      { kind: 'same', published: 'So I did not', said: 'So I did not' },
      { kind: 'left-out', published: ', […]', said: ', you know,' },
      { kind: 'same', published: 'trust the', said: 'trust the' },
      { kind: 'added', published: '[old]', said: '' },
      { kind: 'same', published: 'lamp any more.', said: 'lamp any more.' },
    ]);
  });

  it('is refused where a word is another one, with both', () => {
    const told = judge('So I did not, you know, trust the light any more.');
    expect(told.ok).toBe(false);
    expect(told.remarks).toEqual(['"light" stands where the transcript has "lamp".']);
    expect(told.differences).toContainEqual({ kind: 'changed', published: 'light', said: 'lamp' });
  });

  it('is not made where a negation would go without a mark, and is warned of where a person marked it', () => {
    expect(judge('So I did, you know, trust the lamp any more.').ok).toBe(false);
    const marked = judge('So I did […] trust the lamp any more.');
    expect(marked.ok).toBe(true);
    expect(marked.remarks).toContainEqual('Beware: it leaves out "not", and may say the opposite.');
  });

  it('is none where nothing is typed: the exact words are printed', () => {
    expect(judge('  ')).toMatchObject({ ok: true, wording: quote.exact, remarks: [] });
  });

  it('of a quote that is not there is refused', () => {
    expect(() => answerWording(desk, { quote: 'q_none', wording: 'x' })).toThrow(
      expect.objectContaining({ code: 'unknown-quote' }),
    );
  });
});
