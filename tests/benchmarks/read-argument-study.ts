import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { settingsSchema } from '../../src/model/settings.js';
import type { Study } from '../../src/model/study.js';

const shape = z.object({
  id: z.string(),
  topic: z.string(),
  stance: z.string(),
  text: z.string(),
  labels: z.array(z.string()),
});

/**
 * Opinions on a topic, each of another person, as quotes of one theme a topic and stance. Those that an expert's key point
 * sums up are marked as important: a stand-in, since no public set of interviews has such marks.
 */
export function readArgumentStudy(corpora: string): Study {
  const file = join(corpora, 'coded', 'argkp-keypoints', 'arguments.jsonl');
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const rows = lines.map((line) => shape.parse(JSON.parse(line)));
  return {
    settings: settingsSchema.parse({ name: 'argkp (summed up by a key point, as a stand-in for the mark)' }),
    participants: [],
    transcripts: [],
    taxonomy: { dimensions: [], themes: [] },
    quotes: rows.map(({ id, text, labels }) => ({
      id,
      transcriptId: id,
      span: { start: 0, end: text.length },
      exact: text,
      prefix: '',
      suffix: '',
      ...(labels.length > 0 ? { important: true } : {}),
    })),
    decisions: rows.map(({ id, topic, stance }) => ({
      quoteId: id,
      themeId: `${topic} ${stance}`,
      coder: 'gold',
      applies: true,
      decidedAt: '2026-01-01T00:00:00Z',
    })),
    memos: [],
  };
}
