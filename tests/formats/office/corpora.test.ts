import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseTranscript } from '../../../src/pipeline/parse-transcript.js';

// Real documents that lie beside the repository where it is developed; elsewhere there is nothing to read.
const folder = new URL('../../../../shared/corpora/coded/serdif-usability/', import.meta.url);
const rules = {
  settings: { coder: 'ana', speakers: {}, transcripts: {} },
  participantIds: new Set<string>(),
};
const highlightSchema = z.object({ doc: z.string(), text: z.string() });

/** Words with single spaces; labels are no part of a transcript's text. */
const squash = (text: string) =>
  text.replaceAll('MODERATOR:', ' ').normalize('NFC').replace(/\s+/g, ' ').trim();

describe.runIf(existsSync(folder))('the OpenDocument transcripts of the SERDIF usability study', () => {
  it('hold each of the passages that were marked in them with another tool', () => {
    const texts = new Map(
      readdirSync(new URL('transcripts/', folder)).map((name) => {
        const bytes = readFileSync(new URL(`transcripts/${name}`, folder));
        const { transcripts } = parseTranscript({ name, bytes }, rules);
        return [name, squash(transcripts.map(({ transcript }) => transcript.text).join('\n'))] as const;
      }),
    );
    const lines = readFileSync(new URL('highlights.jsonl', folder), 'utf8').trim().split('\n');
    const highlights = lines.map((line) => highlightSchema.parse(JSON.parse(line)));
    const missed = highlights.filter(({ doc, text }) => texts.get(doc)?.includes(squash(text)) !== true);
    expect(texts.size).toBe(8);
    expect(highlights).toHaveLength(807);
    expect(missed).toEqual([]);
  });
});
