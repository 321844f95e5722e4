import { pathToFileURL } from 'node:url';
import type { Decision } from '../../src/model/decision.js';
import type { Participant } from '../../src/model/participant.js';
import { settingsSchema } from '../../src/model/settings.js';
import type { Theme } from '../../src/model/theme.js';
import type { Transcript } from '../../src/model/transcript.js';
import { findPatterns, type PatternInput } from '../../src/pipeline/find-patterns.js';
import { makeQuote } from '../../src/pipeline/make-quote.js';
import { settleTaggings } from '../../src/pipeline/settle-taggings.js';
import { makeDice } from '../../src/text/measures/draw-numbers.js';

export type CodedSize = {
  readonly transcripts: number;
  readonly quotes: number;
  readonly themes: number;
  readonly attributes: number;
};

/** Themes that a quote carries besides its voice. */
const THEMES_A_QUOTE = 2;
const VOICES = ['dream', 'fear', 'pain-point', 'obstacle'];

/** A coded study that stands in memory: one participant an interview, every quote an answer, themes dealt by a seed. */
export function growCoded(size: CodedSize): PatternInput {
  const roll = makeDice(11);
  const transcripts = Array.from({ length: size.transcripts }, (_, at) =>
    growTranscript(`P${at + 1}`, Math.floor(size.quotes / size.transcripts)),
  );
  const quotes = transcripts.flatMap((transcript) =>
    transcript.utterances.map(({ span }) => makeQuote({ transcript, span, occurrence: 0 })),
  );
  const decisions = quotes.flatMap(({ id }) => [
    ...Array.from({ length: THEMES_A_QUOTE }, () => accept(id, `theme-${roll(size.themes)}`)),
    accept(id, VOICES[roll(VOICES.length)] ?? 'fear'),
  ]);
  const participants = transcripts.map(({ id }): Participant => {
    const values = Array.from({ length: size.attributes }, (_, column) => [
      `column ${column}`,
      `value ${roll(5)}`,
    ]);
    return { id, attributes: Object.fromEntries(values), consent: { known: false, scopes: [] } };
  });
  return {
    study: {
      settings: settingsSchema.parse({ name: 'A large study' }),
      participants,
      transcripts,
      taxonomy: {
        dimensions: [
          { id: 'theme', label: 'Themes' },
          { id: 'voice', label: 'Voices' },
        ],
        themes: [
          ...Array.from({ length: size.themes }, (_, at) => growTheme(`theme-${at}`, 'theme')),
          ...VOICES.map((id) => growTheme(id, 'voice')),
        ],
      },
      quotes,
      decisions,
      memos: [],
    },
    taggings: settleTaggings(decisions, []),
    countable: new Map(quotes.map((quote) => [quote.id, quote])),
    countedParticipants: participants.map(({ id }) => id),
  };
}

function growTranscript(id: string, answers: number): Transcript {
  const words = Array.from({ length: answers }, (_, at) => `${id} gives answer ${at} to a question.`);
  let end = -1;
  const utterances = words.map((own) => {
    const start = end + 1;
    end = start + own.length;
    return { span: { start, end }, speaker: { kind: 'participant' as const, participantId: id } };
  });
  const text = words.join('\n');
  return {
    id,
    participantIds: [id],
    text,
    textHash: '',
    utterances,
    file: `${id}.txt`,
    format: 'plain-text',
  };
}

function growTheme(id: string, dimension: string): Theme {
  const empty = { description: '', include: '', exclude: '', keywords: [], notKeywords: [], examples: [] };
  return { id, dimension, label: id, parentId: null, ...empty };
}

const accept = (quoteId: string, themeId: string): Decision => ({
  quoteId,
  themeId,
  coder: 'ana',
  applies: true,
  decidedAt: '',
});

/** Milliseconds of each analysis and of all, on a study of that size. */
export function measurePatterns(size: CodedSize): ReadonlyMap<string, number> {
  const input = growCoded(size);
  const times = new Map<string, number>();
  const from = performance.now();
  let [last, name] = [from, ''];
  findPatterns(input, (stage) => {
    const now = performance.now();
    if (name !== '') times.set(name, now - last);
    [last, name] = [now, stage];
  });
  return times.set('all patterns', performance.now() - from);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const scale of [0.25, 0.5, 1]) {
    const size = { transcripts: 1250 * scale, quotes: 20_000 * scale, themes: 60, attributes: 5 };
    const transcripts = Math.floor(size.transcripts);
    console.log(
      `${transcripts} transcripts, ${size.quotes} quotes, ${size.themes} themes, ${size.attributes} attributes`,
    );
    for (const [stage, time] of measurePatterns({ ...size, transcripts }))
      console.log(`  ${stage.padEnd(24)} ${(time / 1000).toFixed(2)} s`);
  }
}
