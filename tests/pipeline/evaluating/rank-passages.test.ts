import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rankPassages } from '../../../src/pipeline/evaluating/rank-passages.js';
import { readStudy } from '../../../src/workspace/read-study.js';
import { buildStudy } from '../build-study.js';
import { buildTranscript, type Line, quoteWords } from '../build-transcript.js';

/** Five interviews in which what is said of ropes was marked. */
const interviews = Array.from({ length: 5 }, (_, number) => {
  const id = `P0${number + 1}`;
  const lines = Array.from(
    { length: 8 },
    (_unused, at): Line => [id, `I fear storm ${at}. Keeper ${at} laid rope ${number} down.`],
  );
  const transcript = buildTranscript(id, lines);
  const quotes = lines.map((_line, at) => quoteWords(transcript, `Keeper ${at} laid rope ${number} down.`));
  return { transcript, quotes };
});
const transcripts = interviews.map(({ transcript }) => transcript);
const quotes = interviews.flatMap((interview) => interview.quotes);

describe('the rank of marked passages', () => {
  it('is near the top for what was learned in other interviews', () => {
    const { sentences, marked, learned, undefinedBecause } = rankPassages(
      buildStudy({ transcripts, quotes }),
    );
    expect([sentences, marked]).toEqual([80, 40]);
    expect(learned).toEqual({ auc: 1, recallAtMarked: 1 });
    expect(undefinedBecause).toBeUndefined();
  });

  it('learns nothing from the interview that it is measured on', () => {
    // The last interview alone has its own way of marking: nobody can know that from the others.
    const [last] = transcripts.slice(-1);
    if (last === undefined) throw new Error('there are five interviews');
    const feared = Array.from({ length: 8 }, (_, at) => quoteWords(last, `I fear storm ${at}.`));
    const study = buildStudy({ transcripts, quotes: [...quotes.slice(0, -8), ...feared] });
    // Four of five interviews are ranked perfectly, and the fifth the wrong way round.
    expect(rankPassages(study).learned?.recallAtMarked).toBe(32 / 40);
  });

  it('is measured only in transcripts that hold quotes', () => {
    const unread = buildTranscript('P09', [['P09', 'Nobody read this. Not this either.']]);
    const [one, other] = [transcripts, [...transcripts, unread]].map((all) =>
      rankPassages(buildStudy({ transcripts: all, quotes })),
    );
    expect(other?.sentences).toBe(one?.sentences);
  });

  it('has rules alone, and the reason, where there is too little to learn from', () => {
    const figures = rankPassages(buildStudy({ transcripts, quotes: quotes.slice(0, 8) }));
    expect(figures).toMatchObject({ sentences: 16, marked: 8, learned: null });
    expect(figures.rules.auc).not.toBeNull();
    expect(figures.undefinedBecause).toContain('(now 8 in 1)');
  });

  it('is null with a reason where nothing or everything is marked', () => {
    const nothing = { auc: null, recallAtMarked: null };
    expect(rankPassages(buildStudy({ transcripts }))).toEqual({
      sentences: 0,
      marked: 0,
      rules: nothing,
      learned: null,
      undefinedBecause: 'No sentence of a participant is marked: mark some passages first.',
    });
    const all = transcripts.map((transcript) => ({
      ...quoteWords(transcript, 'I'),
      span: { start: 0, end: transcript.text.length },
      exact: transcript.text,
    }));
    const figures = rankPassages(buildStudy({ transcripts, quotes: all }));
    expect(figures).toMatchObject({ rules: { auc: null, recallAtMarked: 1 }, learned: null });
    expect(figures.undefinedBecause).toBe('Every sentence of the transcripts that hold quotes is marked.');
  });

  it('is better than chance in the sample, by rules and still better learned', () => {
    const { study } = readStudy(join(import.meta.dirname, '..', '..', '..', 'data', 'sample'));
    const { sentences, marked, rules, learned } = rankPassages(study);
    expect(rules.auc).toBeGreaterThan(0.75);
    expect(rules.recallAtMarked).toBeGreaterThan((2 * marked) / sentences);
    expect(learned?.auc).toBeGreaterThan(rules.auc ?? 1);
  });
});
