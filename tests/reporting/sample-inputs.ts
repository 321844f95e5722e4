import { drawFigures } from '../../src/pipeline/draw-figures.js';
import { reports } from '../../src/reporting/index.js';
import type { ReportInput } from '../../src/reporting/report.js';
import { buildInput, type StudyDraft } from './build-input.js';
import { gardenInterviews, gardenMemos, gardenParticipants, gardenTaxonomy } from './garden-study.js';

/** The same with every chart that any report prints. */
async function draw(input: ReportInput): Promise<ReportInput> {
  return {
    ...input,
    figures: await drawFigures(
      input,
      reports.map(({ id }) => id),
    ),
  };
}

/** What every suggestion says beside its evidence. */
const byRule = {
  strength: 'strong',
  calibrated: false,
  rule: true,
  measured: null,
  flip: { over: null, without: ['neighbour'], changes: true, leaves: null, runnerUp: null },
} as const;

const gardenDraft: StudyDraft = {
  settings: { name: 'What keeps community gardens going', approach: 'codebook', language: 'en' },
  dimensions: gardenTaxonomy.dimensions,
  themes: gardenTaxonomy.themes,
  participants: gardenParticipants.map(({ id, role, garden, ...rest }) => ({
    id,
    attributes: { role, garden },
    consent: {
      known: true,
      scopes: 'consent' in rest ? [...rest.consent] : ['research', 'publication'],
      ...('withdrawn' in rest ? { withdrawn: rest.withdrawn } : {}),
    },
  })),
  interviews: gardenInterviews,
  memos: gardenMemos,
  secondCoder: [
    { quote: 3, themeId: 'neighbours', applies: false },
    { quote: 4, themeId: 'worth', applies: true },
  ],
  suggestions: (quotes) => {
    const quote = quotes.find(({ exact }) => exact.startsWith('A neighbour with'));
    return quote === undefined
      ? []
      : [
          {
            quoteId: quote.id,
            themeId: 'neighbours',
            tagger: 'keyword',
            confidence: 0.8,
            evidence: [{ kind: 'matched-words', keyword: 'neighbour', span: { start: 2, end: 11 } }],
            ...byRule,
          },
          {
            quoteId: quote.id,
            themeId: 'carrying',
            tagger: 'learned',
            confidence: 0.4,
            evidence: [
              { kind: 'shared-term', term: 'key', weight: 0.3 },
              { kind: 'similar-quote', quoteId: 'q_P01_1', similarity: 0.4 },
            ],
            ...byRule,
            rule: false,
          },
        ];
  },
  clusters: (quotes) => {
    const wet = quotes.filter(({ exact }) => /rain|wet|flood/.test(exact)).map(({ id }) => id);
    return [
      {
        id: 'c1',
        quoteIds: wet,
        medoidId: wet[0] ?? '',
        terms: ['rained', 'beds', 'withdrawn', 'flood'],
        cohesion: 0.4,
        nearestTheme: null,
        certainty: null,
        stability: null,
        coverage: { kind: 'prompt' },
      },
    ];
  },
};

/** A small, believable study: eight participants, four themes, a prompt, a dispute, a withdrawal. */
export const gardenInput = await draw(buildInput(gardenDraft));

const evil =
  '<script>alert(1)</script> =cmd()|x [x](javascript:alert(1)) {{study.name}} ]]> "\'><img src=x onerror=alert(1)>';

/** The same study with text in every place that tries to get out of it. */
export const hostileInput = await draw(
  buildInput({
    settings: { name: evil, approach: 'reflexive' },
    dimensions: [
      { id: 'theme', label: evil },
      { id: 'voice', label: evil },
    ],
    themes: [
      {
        id: 'a',
        label: evil,
        description: evil,
        include: evil,
        exclude: evil,
        keywords: [evil],
        notKeywords: [evil],
        examples: [evil],
      },
      { id: 'v', dimension: 'voice', label: evil },
    ],
    participants: [
      { id: evil, attributes: { role: evil }, consent: { known: false, scopes: [] } },
      { id: 'P2', attributes: {}, consent: { known: false, scopes: [] } },
    ],
    interviews: {
      [evil]: [
        'I: Hello?',
        `P: ==${evil.replace('=cmd', 'cmd')}=={#a #v} ==+1 ${evil.replace('=cmd', 'cmd')}==`,
      ],
      P2: ['P: ==-2+3 is what I make of it.==', 'P: ==@SUM(A1) is what we type.=='],
    },
    memos: [
      { themeId: 'a', commentary: `# Top\n\n${evil}\n\n![p](https://example.org/p.png)`, questions: [evil] },
    ],
    suggestions: (quotes) =>
      quotes.slice(1).map(({ id, exact }) => ({
        quoteId: id,
        themeId: 'a',
        tagger: evil,
        confidence: 0.5,
        evidence: [{ kind: 'matched-words', keyword: evil, span: { start: 0, end: exact.length } }],
        ...byRule,
      })),
    clusters: (quotes) => [
      {
        id: evil,
        quoteIds: quotes.map(({ id }) => id),
        medoidId: quotes[0]?.id ?? '',
        terms: ['<script>alert(1)</script>'],
        cohesion: 1,
        nearestTheme: null,
        certainty: null,
        stability: null,
        coverage: { kind: 'prompt' },
      },
    ],
  }),
);

/** A study in which nothing has happened yet. */
export const emptyInput = await draw(
  buildInput({
    settings: { name: 'Nothing yet' },
    dimensions: [],
    themes: [],
    participants: [],
    interviews: {},
  }),
);
