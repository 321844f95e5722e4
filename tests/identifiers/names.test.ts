import { describe, expect, it } from 'vitest';
import { name } from '../../src/identifiers/name.js';
import { learnWords } from '../../src/identifiers/names/learn-words.js';
import { loadTagger } from '../../src/identifiers/names/load-tagger.js';
import { measureCasing } from '../../src/identifiers/names/measure-casing.js';
import type { Language } from '../../src/model/settings.js';

const startsWithProperNoun = await loadTagger();

type Options = {
  readonly language?: Language;
  readonly others?: readonly string[];
  readonly known?: readonly string[];
};

function findNames(
  text: string,
  { language = 'en', others = [], known = [] }: Options = {},
): readonly string[] {
  const words = learnWords({ texts: [text, ...others], language, knownNames: known, startsWithProperNoun });
  return name.find(text, words).map(({ start, end }) => text.slice(start, end));
}

function hint(text: string): string | undefined {
  return name.find(text, learnWords({ texts: [text], language: 'en' }))[0]?.hint;
}

describe('names in text with capitals', () => {
  it.each([
    ['Then I met Priya Okafor in Leeds.', ['Priya Okafor', 'Leeds']],
    ['Priya left, and so did Sam.', ['Priya', 'Sam']],
    ['Mark said that we should wait.', ['Mark']],
    ['We asked J. R. Tolland about it.', ['J. R. Tolland']],
    ['It was Ludwig van der Berg who came.', ['Ludwig van der Berg']],
    ['I asked van Dyke for it.', ['van Dyke']],
    ["We had O'Neil and Anne-Marie there.", ["O'Neil", 'Anne-Marie']],
    ["That was Priya’s idea, and Sam's.", ['Priya', 'Sam']],
    ['Then Dr. Okafor came with Mrs. Lind.', ['Okafor', 'Lind']],
    ['She studied at the University of Bergen there.', ['University of Bergen']],
    ['I was at Underwood Group for a year.', ['Underwood Group']],
    ['Lending Club is where it began.', ['Lending Club']],
    ['And then Will Grace, the boss, called May Okoro.', ['Will Grace', 'May Okoro']],
    ['We met iDroid people there.', ['iDroid']],
    ['They come from Trinidad and Tobago.', ['Trinidad and Tobago']],
    ['A friend in Bar-le-Duc and one in St. Gallen.', ['Bar-le-Duc', 'St. Gallen']],
    ['It is a non-Kilbride thing.', ['Kilbride']],
    ['We saw that priya and john were there.', ['priya', 'john']],
    ['I worked at Kettleby, Inc. for a year.', ['Kettleby, Inc']],
    ['We hired Okafor and Sons to do it.', ['Okafor and Sons']],
    ['Then I was at Lind, Tolland and Okafor for a year.', ['Lind, Tolland and Okafor']],
    ['It was the Lind and Tolland office in Leeds.', ['Lind and Tolland', 'Leeds']],
    ['I met Lind, Tolland and Okafor there.', ['Lind', 'Tolland', 'Okafor']],
    ['We met at Kettleby and Priya Lind came.', ['Kettleby', 'Priya Lind']],
    ['It is the Society of Mining and Metallurgy there.', ['Society of Mining and Metallurgy']],
    ['Universal Design Partners paid for it.', ['Universal Design Partners']],
    ['There were Evan and April, and nobody else.', ['Evan', 'April']],
    ['Last April Martin left.', ['Martin']],
    ['She lived near Praha 6, and I did not.', ['Praha 6']],
    ['In the end it was ΛΕΜΕΣΟΣ and TRÄSLÖV.', ['ΛΕΜΕΣΟΣ', 'TRÄSLÖV']],
    ['We saw Lady Gaga and Sir Okafor.', ['Lady Gaga', 'Sir Okafor']],
    ['Will Smith came. Will Martin come?', ['Will Smith', 'Martin']],
    ['Justice Okafor was there.', ['Justice Okafor']],
    ['I listen to August Alsina, and in August Priya left.', ['August Alsina', 'Priya']],
    ['We went to Super City then.', ['Super City']],
    ['NEW YORK, in autumn, was cold.', ['NEW YORK']],
    ['MetroPCS was bad, and a MetroPCS or metropcs was worse.', ['MetroPCS', 'MetroPCS', 'metropcs']],
    ['I worked at AT&T for a year. AT&T was big, and so was the Q&A.', ['AT&T', 'AT&T']],
    ['From Portland, OR we went to Greenville, OH. OK?', ['Portland', 'OR', 'Greenville', 'OH']],
    ['It was on Vh1 in Q3.', ['Vh1']],
    ['We had Kettleby in, and kettleby left.', ['Kettleby', 'kettleby']],
  ])('are found: %s', (text, names) => {
    expect(findNames(text)).toEqual(names);
  });

  it.each([
    'Yesterday I thought that it would work. Maybe not.',
    'On Monday, in March, we spoke English with the Germans.',
    'We use Slack, Jira and Python, and the API is in AWS.',
    "I'm sure that I can. That's what I'd do. Don't you think?",
    'Our Product Manager and the Tech Lead of Engineering agreed.',
    'It was Q3, and P07 had a T-shirt with plan B.',
    'Will you mark my words? May I go?',
    'He said, “Look, it is fine.” And: “Go on.”',
    'It is NOT what we want.',
  ])('none are in: %s', (text) => {
    expect(findNames(text)).toEqual([]);
  });

  it.each([
    ['Ask Rosa about it.', ['Rosa']],
    ['Call Anna Lind tomorrow.', ['Anna Lind']],
    ['Watching Priya teach was good.', ['Priya']],
    ['Regarding Kettleby we were not sure.', ['Kettleby']],
    ['Poor Tom had to wait.', ['Tom']],
    ['New York was cold.', ['New York']],
    ['Lake Geneva was cold.', ['Lake Geneva']],
    ['Mark Rivers came late.', ['Mark Rivers']],
  ])('leave out the everyday word at the start of a sentence before them: %s', (text, names) => {
    expect(findNames(text)).toEqual(names);
  });

  it('leave out the everyday word also where no tagger was loaded, as in the gate', () => {
    const text = 'Ask Rosa about it.';
    const words = learnWords({ texts: [text], language: 'en' });
    expect(name.find(text, words).map(({ start, end }) => text.slice(start, end))).toEqual(['Rosa']);
  });

  it('are whole lines of an address, however common their words are', () => {
    const letter = 'Priya Lind\nBusiness And Legal Resources\n12 Baker Street\nDEEP CREEK';
    expect(findNames(letter)).toEqual([
      'Priya Lind',
      'Business And Legal Resources',
      'Baker Street',
      'DEEP CREEK',
    ]);
    expect(findNames('Business And Legal Resources\nDesign Systems')).toEqual([]);
  });

  it('are no lines of speech near an address', () => {
    expect(findNames('Right.\nOkay.\nIt was 12 Baker Street.\nSorry?\nThen we left.')).toEqual([
      'Baker Street',
    ]);
  });

  it('asks for an everyday word with a capital inside a sentence, but for verbs and words of job titles', () => {
    const others = [
      'We ran the texture review and then the mark was set by the team, and we got it, and it went.',
    ];
    const text = 'They had Texture, and REVIEW with Mark, the Team. And then Got it.';
    expect(findNames(text, { others })).toEqual(['Texture', 'REVIEW', 'Mark']);
  });

  it('leaves a word in lower case that the study seldom has with a capital', () => {
    const text = 'We had a zorblat, one zorblat more, and a Zorblat.';
    expect(findNames(text)).toEqual(['Zorblat']);
  });

  it('reads a line of capitals as text without', () => {
    const text =
      'We met Sam there, and that was fine.\nMY NAME IS PRIYA OKAFOR AND I WORK IN LEEDS\nThen Rosa came.';
    expect(findNames(text)).toEqual(['Sam', 'PRIYA OKAFOR', 'LEEDS', 'Rosa']);
  });

  it('finds a known name in any case', () => {
    const text = 'We asked zorblat about it, and then Zorblat agreed, and zorblat left.';
    expect(findNames(text)).toEqual(['Zorblat']);
    expect(findNames(text, { known: ['Zorblat K.'] })).toEqual(['zorblat', 'Zorblat', 'zorblat']);
  });

  it('takes nothing from labels that are roles', () => {
    expect(findNames('the speaker and the host spoke.', { known: ['SPEAKER_01', 'Host'] })).toEqual([]);
  });

  it('asks for a well-known company only where somebody works there', () => {
    expect(findNames('We keep it in Google and search there.')).toEqual([]);
    expect(findNames('Before that I worked at Google for a year.')).toEqual(['Google']);
    expect(findNames('I was at Google then, and she’s still at Apple.')).toEqual(['Google', 'Apple']);
    expect(findNames('We were looking at Google then.')).toEqual([]);
  });

  it('asks for a known employer where somebody is from it', () => {
    expect(findNames('She is from Yahoo, and we use IBM here.')).toEqual(['Yahoo']);
    expect(findNames('I worked at IBM then.')).toEqual(['IBM']);
    expect(findNames('It comes from Python.')).toEqual([]);
  });

  it('finds every line of an address book, and an end to addresses without a line break', () => {
    const entry = 'Lind And Sons\n12 Baker Street\nLeeds\n\n';
    expect(findNames(entry.repeat(2000))).toEqual(
      findNames(entry.repeat(2)).concat(findNames(entry.repeat(1998))),
    );
    expect(findNames('12 Baker Street, 14 Baker Street, '.repeat(20_000))).toHaveLength(40_000);
  });

  it('is the same for the same text', () => {
    const text = 'Grace helped. Rose and Bill left for Leeds.';
    expect(findNames(text)).toEqual(findNames(text));
  });

  it('hints at what is named by the words around it', () => {
    expect(hint('I spoke to Dr. Okafor then.')).toBe('person');
    expect(hint('She worked for Kettleby then.')).toBe('organisation');
    expect(hint('We had Kettleby Ltd as a client.')).toBe('organisation');
    expect(hint('We lived near Kettleby then.')).toBe('place');
    expect(hint('We liked Kettleby then.')).toBeUndefined();
  });
});

describe('names in text without capitals', () => {
  it.each([
    ['so my name is priya okafor and i work in leeds', ['priya okafor', 'leeds']],
    ['and then we set a mark and he was like no', []],
    ['this is mark and he was there with rose smith', ['mark', 'rose smith']],
    ['we used slack and python on monday for the product', []],
    ['MY NAME IS PRIYA OKAFOR AND I WORK IN LEEDS', ['PRIYA OKAFOR', 'LEEDS']],
  ])('are found by lists and introductions: %s', (text, names) => {
    expect(findNames(text)).toEqual(names);
  });

  it('tells by the share of capitals, whatever a machine does with "I"', () => {
    expect(measureCasing('so I went there and I said that I would not do it again')).toBe('lower');
    expect(measureCasing('So I went there, and Sam said that he would not do it.')).toBe('cased');
    expect(measureCasing('SO I WENT THERE AND SAM SAID NO')).toBe('upper');
    expect(measureCasing('well yes')).toBe('cased');
  });
});

describe('names in other languages', () => {
  it.each([
    ['de', 'Gestern hat Frau Brinkmann der Leitung gesagt, dass Priya kommt.', ['Brinkmann', 'Priya']],
    ['de', 'Ich heiße Mirsanka, und die Arbeit ist gut.', ['Mirsanka']],
    ['de', 'Die Aufgabe der Leitung ist die Verteilung der Arbeit.', []],
    ['fr', 'Hier, j’ai vu Amélie Renaud à Bruges.', ['Amélie Renaud', 'Bruges']],
    ['es', 'Ayer hablé con Lucía de la Torre en Burgos.', ['Lucía de la Torre', 'Burgos']],
  ] as const)('%s: %s', (language, text, names) => {
    // What the study has in lower case elsewhere is no name at the start of a sentence.
    expect(findNames(text, { language, others: ['Oui, hier. Si, ayer.'] })).toEqual(names);
  });
});
