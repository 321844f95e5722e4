import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/model/decision.js';
import { CONSENSUS } from '../../../src/model/decision.js';
import { answerStudy } from '../../../src/review/answers/study.js';
import { buildStudy, buildTheme } from '../../pipeline/build-study.js';
import { buildTranscript, quoteWords } from '../../pipeline/build-transcript.js';
import { changeStudy, layDesk, openSample } from './make-desk.js';

const words = ['red', 'green', 'blue', 'grey'];
const talk = buildTranscript('P01', [['P01', words.join(' ')]]);
const quotes = words.map((word) => quoteWords(talk, word));
const themes = ['fog', 'lamp', 'boat'].map((id) => buildTheme(id));
const study = buildStudy({ transcripts: [talk], quotes, themes });

const said: fc.Arbitrary<Decision> = fc.record({
  quoteId: fc.constantFrom(...quotes.map(({ id }) => id)),
  themeId: fc.constantFrom(...themes.map(({ id }) => id)),
  coder: fc.constantFrom('ana', 'ben', CONSENSUS),
  applies: fc.boolean(),
  decidedAt: fc.constant('2026-04-02T09:14:20Z'),
});

/** One pair of coder, quote and theme is decided once in a study. */
const lists = fc.uniqueArray(said, {
  maxLength: 30,
  selector: ({ quoteId, themeId, coder }) => `${quoteId} ${themeId} ${coder}`,
});

describe('the study at a glance', () => {
  it('counts after any change what it would count of a study that was just opened', () => {
    fc.assert(
      fc.property(fc.array(lists, { minLength: 1, maxLength: 5 }), fc.boolean(), (states, blind) => {
        for (const decisions of states) {
          const changed = answerStudy(layDesk({ ...study, decisions }), 'ana', blind);
          // Other values that say the same: nothing that is kept knows them.
          const fresh = answerStudy(layDesk(structuredClone({ ...study, decisions })), 'ana', blind);
          expect(changed).toEqual(fresh);
        }
      }),
    );
  });

  it('counts quotes and their speakers by theme as the themes report does', () => {
    const { themes: told } = answerStudy(openSample(), 'ana');
    const success = told.find(({ id }) => id === 'define-success');
    expect(success).toMatchObject({ quotes: 17, participants: 12, disputed: 1 });
  });

  it('counts in blind mode what the coder alone decided, where nothing is disputed', () => {
    const { themes: told } = answerStudy(openSample(), 'ben', true);
    const own = openSample().reading.study.decisions.filter(
      ({ coder, themeId, applies }) => coder === 'ben' && themeId === 'fear' && applies,
    );
    expect(told.find(({ id }) => id === 'fear')).toMatchObject({ quotes: own.length, disputed: 0 });
  });

  it('lists everybody who decided and whoever asks, and no consensus', () => {
    const desk = openSample();
    const [first] = desk.reading.study.decisions;
    if (first === undefined) throw new Error('the sample has no decisions');
    const decisions = [...desk.reading.study.decisions, { ...first, coder: CONSENSUS }];
    expect(answerStudy(changeStudy(desk, { decisions }), 'cleo').coders).toEqual(['ana', 'ben', 'cleo']);
  });

  it('holds no word of a transcript', () => {
    const desk = openSample();
    const { themes: told, ...rest } = answerStudy(desk, 'ana');
    expect(told.length).toBeGreaterThan(0);
    const written = JSON.stringify(rest);
    for (const { exact } of desk.reading.study.quotes) expect(written).not.toContain(exact);
  });

  it('knows the sample by its name, so that a first visit can say so', () => {
    expect(answerStudy(openSample(), 'ana').isSample).toBe(true);
    expect(answerStudy(layDesk(study), 'ana').isSample).toBe(false);
  });
});
