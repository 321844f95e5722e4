import { describe, expect, it } from 'vitest';
import type { Theme } from '../../src/model/theme.js';
import { lintCodebook } from '../../src/pipeline/lint-codebook.js';
import { accept, buildTheme } from './build-study.js';
import { askEach, type Interview, interviewPeople } from './patterns/interview-people.js';

const complete = { description: 'What it is.', include: 'This.', exclude: 'That.', examples: ['Such.'] };
const define = (id: string, label: string, rest: Partial<Theme> = {}) =>
  buildTheme(id, { label, ...complete, ...rest });

function lint(themes: readonly Theme[], interviews: readonly Interview[] = []) {
  const { study, taggings } = interviewPeople({ interviews, themes });
  const decisions = taggings.flatMap((tagging) => tagging.decisions);
  const themePlaces = new Map(themes.map(({ id }, at) => [id, { file: 'taxonomy.yaml', line: at + 1 }]));
  return lintCodebook({ study: { ...study, decisions }, themePlaces });
}

const codesOf = (...given: Parameters<typeof lint>) => lint(...given).map(({ code }) => code);

describe('lintCodebook', () => {
  it('finds nothing in a codebook that is complete, distinct and used', () => {
    const themes = [define('fog', 'Fog'), define('lamp', 'Lamp')];
    expect(
      lint(
        themes,
        askEach([
          ['fog', 'lamp'],
          ['fog', 'lamp'],
          ['lamp', 'fog'],
        ]),
      ),
    ).toEqual([]);
  });

  it('names what a theme lacks, at its place', () => {
    const [finding, ...others] = lint([define('fog', 'Fog', { exclude: ' ', examples: [] })]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      severity: 'info',
      code: 'theme-incomplete',
      place: { file: 'taxonomy.yaml', line: 1 },
    });
    expect(finding?.message).toContain('has no exclude, no examples');
  });

  it('says of a dimension with more than 500 themes what is learned of them', () => {
    const define500 = (count: number) =>
      Array.from({ length: count }, (_, at) => define(`t${at}`, `Theme ${at}`));
    expect(codesOf(define500(500))).not.toContain('themes-many');
    const [finding] = lint(define500(501));
    expect(finding).toMatchObject({ severity: 'caution', code: 'themes-many' });
    expect(finding?.message).toContain('501 themes');
  });

  it('tells a keyword that siblings share, by stem and in any case, but not one of a cousin', () => {
    const shared = lint([
      define('fog', 'Fog', { keywords: ['Expectations', 'mist*'] }),
      define('lamp', 'Lamp', { keywords: ['expectation'] }),
      define('wick', 'Wick', { parentId: 'lamp', keywords: ['mist*'] }),
    ]);
    expect(shared.map(({ code, severity }) => [code, severity])).toEqual([['keyword-shared', 'caution']]);
    expect(shared[0]?.message).toContain('"Expectations" stands under the siblings "fog" and "lamp"');
  });

  it('keeps keywords apart that match differently', () => {
    const themes = [
      define('fog', 'Fog', { keywords: ['=Go', 'success*', 'judged ~3 on'] }),
      define('lamp', 'Lamp', { keywords: ['go', 'success', 'judged ~2 on'] }),
    ];
    expect(codesOf(themes)).toEqual([]);
  });

  it.each([
    ['Asking for feedback', 'Ask for feedback', true],
    ['Feedback', 'Feedbacks', true],
    ['Time and energy', 'Energy and time', true],
    ['Communication', 'Comunication', true],
    ['Dream', 'Dread', false],
    ['Interview phase 1', 'Interview phase 2', false],
    ['Pay', 'Play', false],
    ['🙂', '🙃', false],
  ])('of the labels %j and %j says whether they are nearly the same: %j', (one, other, alike) => {
    expect(codesOf([define('a', one), define('b', other)])).toEqual(alike ? ['themes-alike-by-name'] : []);
  });

  it('does not compare names over dimensions', () => {
    const voice = define('b', 'Fear', { dimension: 'voice' });
    expect(codesOf([define('a', 'Fear'), voice])).toEqual([]);
  });

  it('tells themes that hold much the same quotes', () => {
    const both = Array.from({ length: 3 }, (_, at) => ({
      id: `P0${at + 1}`,
      answers: [[['fog', 'lamp']], [['fog']]],
    }));
    const themes = [define('fog', 'Fog'), define('lamp', 'Lamp')];
    // 3 of the 6 quotes that either has.
    expect(codesOf(themes, both)).toEqual(['themes-alike-by-quotes']);
    const more = [...both, { id: 'P04', answers: [[['lamp']]] }];
    expect(codesOf(themes, more)).toEqual([]);
  });

  it('tells a theme of one person where at least three are quoted, and one that nobody has', () => {
    const themes = [define('fog', 'Fog'), define('lamp', 'Lamp'), define('storm', 'Storm')];
    const found = lint(themes, askEach([['fog', 'lamp', 'lamp'], ['fog'], ['fog']]));
    expect(found.map(({ code, place }) => [code, place.line])).toEqual([
      ['theme-of-one-person', 2],
      ['theme-unused', 3],
    ]);
    expect(found[0]?.message).toContain('all its 2 quotes are of P01, out of 3 who are quoted');
    expect(codesOf(themes.slice(0, 2), askEach([['fog', 'lamp'], ['fog']]))).toEqual([]);
  });

  it('counts a theme as used through one under it', () => {
    const themes = [define('weather', 'Weather'), define('fog', 'Fog', { parentId: 'weather' })];
    expect(codesOf(themes, askEach([['fog'], ['fog'], ['fog']]))).toEqual([]);
  });

  it('calls no theme unused before anything is decided', () => {
    expect(codesOf([define('fog', 'Fog')], askEach([[], []]))).toEqual([]);
  });

  it('counts quotes without a theme by transcript, a voice being none', () => {
    const themes = [define('fog', 'Fog'), define('fear', 'Fear', { dimension: 'voice' })];
    const found = lint(themes, [
      { id: 'P01', answers: [[['fog']], [[]], [['fear']]] },
      { id: 'P02', answers: [[['fog']]] },
    ]);
    expect(found.map(({ code, place }) => [code, place.file])).toEqual([
      ['quotes-without-theme', 'transcripts/t-P01.txt'],
    ]);
    expect(found[0]?.message).toMatch(/^2 quotes have/);
  });

  it('has one finding a theme at most of ten thousand alike', () => {
    const themes = Array.from({ length: 10_000 }, (_, at) => define(`t${at}`, 'The same'));
    expect(codesOf(themes).filter((code) => code !== 'themes-many')).toHaveLength(9_999);
    const fewer = themes.slice(0, 300);
    const one: Interview = { id: 'P01', answers: [[fewer.map(({ id }) => id)]] };
    const many = [one, { ...one, id: 'P02' }, { ...one, id: 'P03' }];
    expect(codesOf(fewer, many)).toHaveLength(2 * 299);
  });

  it('says nothing of a study without a taxonomy', () => {
    expect(codesOf([], [{ id: 'P01', answers: [[[]]] }])).toEqual([]);
  });

  it('does not take what a coder rejected for a theme', () => {
    const themes = [define('fog', 'Fog')];
    const { study } = interviewPeople({ interviews: askEach([['fog']]), themes });
    const decisions = study.quotes.map((quote) => ({ ...accept(quote, 'fog'), applies: false }));
    const found = lintCodebook({ study: { ...study, decisions }, themePlaces: new Map() });
    expect(found.map(({ code }) => code)).toEqual(['quotes-without-theme']);
  });
});
