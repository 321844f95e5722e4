import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../src/model/settings.js';
import { checkPicking } from '../../src/pipeline/check-picking.js';
import { accept, buildParticipant, buildStudy, buildTheme } from './build-study.js';

/** One sentence a quote; each participant has a transcript. */
function check(said: Readonly<Record<string, number>>, spread: readonly string[] = []) {
  const entries = Object.entries(said);
  const transcripts = entries.map(([id]) => ({
    id,
    participantIds: [id],
    text: 'x'.repeat(100),
    textHash: '',
    utterances: [
      { span: { start: 0, end: 100 }, speaker: { kind: 'participant' as const, participantId: id } },
    ],
    file: `${id}.md`,
    format: 'markdown',
  }));
  const quotes = entries.flatMap(([transcriptId, count]) =>
    Array.from({ length: count }, (_, at) => ({
      id: `q_${transcriptId}_${at}`,
      transcriptId,
      span: { start: at, end: at + 1 },
      exact: 'x',
      prefix: '',
      suffix: '',
    })),
  );
  const study = buildStudy({
    themes: [buildTheme('light'), buildTheme('lamp', { parentId: 'light' })],
    participants: entries.map(([id]) => buildParticipant(id, [], { role: 'keeper' })),
    transcripts,
    quotes,
    decisions: quotes.map((quote) => accept(quote, 'lamp')),
  });
  const settings = settingsSchema.parse({ name: 'Lighthouses', reports: { spread } });
  const themePlaces = new Map([['lamp', { file: 'taxonomy.yaml', line: 7 }]]);
  return checkPicking({ study: { ...study, settings }, themePlaces });
}

describe('checkPicking', () => {
  it('tells a theme that one of several people carries, with its place, and the theme above it', () => {
    expect(check({ P01: 1, P02: 1, P03: 6 })).toMatchObject([
      { code: 'theme-carried-by-one', place: { file: 'taxonomy.yaml' } },
      {
        severity: 'caution',
        message: expect.stringContaining('one person carries the theme "lamp": P03 has 6 of 8 quotes'),
        place: { line: 7 },
      },
    ]);
  });

  it.each([[{ P01: 1, P02: 2 }], [{ P01: 2, P02: 2 }], [{ P01: 3, P02: 2, P03: 2 }], [{ P01: 5 }], [{}]])(
    'says nothing of %j',
    (said) => {
      expect(check(said)).toEqual([]);
    },
  );

  it('tells an attribute to spread over that no participant has', () => {
    expect(check({ P01: 1, P02: 1 }, ['role', 'rank'])).toMatchObject([
      { code: 'unknown-attribute', message: expect.stringMatching(/"rank".*There are: role/) },
    ]);
  });
});
