import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fitModel } from '../../src/pipeline/fit-model.js';
import { prepareModel } from '../../src/pipeline/tag-text.js';
import { countTexts } from '../../src/text/count-texts.js';
import { makeLexicon, readTerm } from '../../src/text/read-term.js';
import { findWords, foldWord } from '../../src/text/tokenise.js';
import { readStudy } from '../../src/workspace/read-study.js';
import { buildStudy, buildTheme } from './build-study.js';

const TODAY = '2026-11-25';
const { study } = readStudy(join(import.meta.dirname, '..', '..', 'data', 'sample'));
const { model, notices } = fitModel(study, TODAY);
const { themes: _themes, note: _note, ...learned } = model;
/** What the file holds beside the researcher's own taxonomy. */
const written = JSON.stringify(learned);

const lexicon = makeLexicon('en');

/** Every three words that follow each other, whatever stands between them. */
function listRuns(text: string): readonly string[] {
  const words = findWords(text).map(({ start, end }) => foldWord(text.slice(start, end)));
  return words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`);
}

/** By term: the transcripts whose quotes hold it. */
function findUsers(): ReadonlyMap<string, ReadonlySet<string>> {
  const counted = countTexts(
    study.quotes.map(({ exact }) => exact),
    'en',
  );
  const users = new Map<string, Set<string>>();
  for (const [row, { transcriptId }] of study.quotes.entries()) {
    for (const term of counted.columns.subarray(counted.rowStarts[row], counted.rowStarts[row + 1])) {
      const key = `${counted.termKinds[term]}:${counted.terms[term]}`;
      users.set(key, (users.get(key) ?? new Set()).add(transcriptId));
    }
  }
  return users;
}

describe('the model of the sample study', () => {
  it('holds no three words that follow each other in a quote, nor their stems, not even in a list', () => {
    const held = new Set(listRuns(written.replace(/(content|function|negation|filler):/g, '')));
    const runs = study.quotes.flatMap(({ exact }) => [
      ...listRuns(exact),
      ...listRuns(
        findWords(exact)
          .map(({ start, end }) => readTerm(foldWord(exact.slice(start, end)), lexicon).text)
          .join(' '),
      ),
    ]);
    expect(runs.length).toBeGreaterThan(1000);
    expect(runs.filter((run) => held.has(run))).toEqual([]);
  });

  it('holds no word of a single transcript', () => {
    const rare = [...findUsers()].filter(([, users]) => users.size === 1).map(([key]) => key);
    expect(rare.length).toBeGreaterThan(100);
    const terms = new Set(model.vocabulary.terms);
    expect(rare.filter((key) => terms.has(key))).toEqual([]);
  });

  it('holds no id of a participant, transcript, quote or coder', () => {
    const ids = [
      ...study.participants.map(({ id }) => id),
      ...study.transcripts.map(({ id }) => id),
      ...study.quotes.map(({ id }) => id),
    ];
    for (const id of ids) expect(written).not.toContain(`"${id}"`);
    for (const coder of new Set(study.decisions.map((decision) => decision.coder))) {
      expect(written).not.toContain(`"${coder}"`);
    }
  });

  it('says what it was made from, and how many quotes were left out', () => {
    expect(model.madeFrom.quotes).toBeLessThan(study.quotes.length);
    expect(notices.map(({ code }) => code)).toEqual(['model-left-out']);
    expect(notices[0]?.message).toContain(`${study.quotes.length - model.madeFrom.quotes} quotes`);
  });

  it('is the same every time', () => {
    expect(JSON.stringify(fitModel(study, TODAY).model)).toBe(JSON.stringify(model));
  });

  it('is plain data: writing and reading it changes nothing', () => {
    const read: typeof model = JSON.parse(JSON.stringify(model));
    expect(read).toEqual(model);
    const texts = study.quotes.slice(0, 20).map(({ exact }) => exact);
    expect(prepareModel(read).tagAll(texts)).toEqual(prepareModel(model).tagAll(texts));
  });

  it('learns nothing from those who withdrew or gave no consent for research', () => {
    const speakers = new Set(study.participants.slice(0, 3).map(({ id }) => id));
    const changed = {
      ...study,
      participants: study.participants.map((participant) =>
        speakers.has(participant.id)
          ? { ...participant, consent: { known: true as const, scopes: [] } }
          : participant,
      ),
    };
    const without = fitModel(changed, TODAY).model;
    expect(without.madeFrom.participants).toBeLessThan(model.madeFrom.participants);
    expect(without.vocabulary.terms.length).toBeLessThan(model.vocabulary.terms.length);
  });
});

describe('a study without quotes', () => {
  it('gives a model that goes by keywords, and says so', () => {
    const fitted = fitModel(buildStudy({ themes: [buildTheme('pay', { keywords: ['salary'] })] }), TODAY);
    expect(fitted.notices.map(({ code }) => code)).toEqual(['model-no-vocabulary', 'model-nothing-decided']);
    const { tag } = prepareModel(fitted.model);
    expect(tag('The salary was late.')).toMatchObject([{ themeId: 'pay', tagger: 'keyword', rule: true }]);
    expect(tag('Nothing here.')).toEqual([]);
  });

  it('gives a model even where there is no theme', () => {
    expect(prepareModel(fitModel(buildStudy({}), TODAY).model).tag('Anything.')).toEqual([]);
  });
});
