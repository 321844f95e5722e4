import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  type ParsedSource,
  type ParsedTranscript,
  parseTranscript,
} from '../src/pipeline/parse-transcript.js';
import { type FoundFile, findTranscripts } from './benchmarks/find-transcripts.js';

const corpora = fileURLToPath(new URL('../../shared/corpora/', import.meta.url));
const found = existsSync(corpora);
const title = found
  ? 'real transcripts in ../shared/corpora'
  : 'real transcripts: skipped, because there is no folder ../shared/corpora beside this repository';

const rules = {
  settings: { coder: 'corpora', speakers: {}, transcripts: {} },
  participantIds: new Set<string>(),
};

function list(set: string): readonly FoundFile[] {
  return findTranscripts(`${corpora}transcripts`).filter((file) => file.set === set && file.supported);
}

function parse({ path }: FoundFile): ParsedSource {
  return parseTranscript({ name: basename(path), bytes: readFileSync(path) }, rules);
}

function parseSet(set: string): readonly ParsedTranscript[] {
  return list(set).flatMap((file) => parse(file).transcripts);
}

/** Start times and words of a recording, as one format has them. */
function readTimedWords(stem: string, extension: string): ParsedTranscript | undefined {
  const file = list('hitsave-interviews').find(({ name }) => name === `${stem}${extension}`);
  return file === undefined ? undefined : parse(file).transcripts[0];
}

describe.skipIf(!found)(title, () => {
  test('every file in a format that is read is read', () => {
    const files = ['transcripts', 'coded'].flatMap((folder) => findTranscripts(`${corpora}${folder}`));
    // Of the JSON Lines there one file holds interviews, the others hold labelled passages.
    const supported = files.filter(({ supported, extension }) => supported && extension !== '.jsonl');
    expect(supported.length).toBeGreaterThan(100);
    for (const file of supported) expect(parse(file).transcripts.length, file.path).toBeGreaterThan(0);
  });

  test('turns in JSON Lines are seven interviews, and labelled passages are none', () => {
    const lines = findTranscripts(`${corpora}coded`).filter(({ extension }) => extension === '.jsonl');
    const turns = lines.filter(({ name }) => name === 'utterances.jsonl');
    const [parsed] = turns.map((file) => parse(file).transcripts);
    expect(parsed).toHaveLength(7);
    expect(parsed?.reduce((sum, { cues }) => sum + cues, 0)).toBe(833);
    for (const file of lines.filter(({ name }) => name !== 'utterances.jsonl'))
      expect(() => parse(file), file.path).toThrow(expect.objectContaining({ code: 'unknown-format' }));
  });

  test.each([
    ['Goodboy Galaxy - Rik Nicol', 753],
    ['Keitai update Spring 2025', 762],
  ])('%s has %i cues and the same times and words in each format of Whisper', (stem, cues) => {
    const json = readTimedWords(stem, '.json');
    expect(json?.cues).toBe(cues);
    for (const extension of ['.srt', '.vtt', '.tsv']) {
      const other = readTimedWords(stem, extension);
      expect(other?.cues, extension).toBe(cues);
      expect(other?.transcript.textHash, extension).toBe(json?.transcript.textHash);
      expect(other?.transcript.utterances, extension).toEqual(json?.transcript.utterances);
    }
  });

  test('lyrics have the same times and words as captions, and SubStation the same words and the speakers', () => {
    const lyrics = readTimedWords('Goodboy Galaxy - Rik Nicol', '.lrc');
    const captions = readTimedWords('Goodboy Galaxy - Rik Nicol', '.vtt');
    expect(lyrics?.transcript.textHash).toBe(captions?.transcript.textHash);
    expect(lyrics?.transcript.utterances).toEqual(captions?.transcript.utterances);
    const wordsOf = (parsed: ParsedTranscript | undefined) => parsed?.transcript.text.split(/\s+/);
    const files = list('asr-provider-comparison');
    const subStation = files.filter(({ extension }) => extension === '.ass');
    expect(subStation).toHaveLength(2);
    for (const file of subStation) {
      const twin = files.find(({ name }) => name === file.name.replace(/ass$/, 'srt'));
      const [parsed] = parse(file).transcripts;
      expect(wordsOf(parsed)).toEqual(twin === undefined ? [] : wordsOf(parse(twin).transcripts[0]));
      const labels = parsed?.transcript.utterances.map(({ speaker }) =>
        speaker.kind === 'unknown' ? speaker.label : '',
      );
      expect(new Set(labels)).toContain('Speaker00');
    }
  });

  test('each of 250 interviews by an assistant has one interviewer and one participant, its own', () => {
    const transcripts = parseSet('anthropic-interviewer').map(({ transcript }) => transcript);
    expect(transcripts).toHaveLength(250);
    for (const { id, participantIds, utterances } of transcripts) {
      expect(participantIds).toEqual([id]);
      expect(new Set(utterances.map(({ speaker }) => speaker.kind))).toEqual(
        new Set(['interviewer', 'participant']),
      );
    }
  });

  test('each bold name of a podcast with words after it opens a turn, and is not left in the words', () => {
    for (const file of list('changelog-podcasts')) {
      const named =
        readFileSync(file.path, 'utf8').match(/^\*\*[^*\n]+:\*\*(?! *\\\[[\d:.]+\\\] *$).*\S/gm) ?? [];
      const [parsed] = parse(file).transcripts;
      // A file may hold a plain `Name:` among the bold ones.
      const extra = (parsed?.transcript.utterances.length ?? 0) - named.length;
      expect(extra >= 0 && extra <= 2, `${file.name}: ${extra} more`).toBe(true);
      expect(parsed?.transcript.text, file.name).not.toMatch(/^\*\*[^*\n]+:\*\*/m);
    }
  });

  test('header lines of Otter in Markdown give a name and a time to each turn', () => {
    const otter = list('hitsave-interviews').filter(({ path, extension }) => {
      return extension === '.md' && /^[\w ]+ {2}\d+:\d\d {2}$/m.test(readFileSync(path, 'utf8'));
    });
    expect(otter).toHaveLength(7);
    for (const file of otter) {
      const headers = readFileSync(file.path, 'utf8').match(/^\p{L}.* \d+:\d\d(?::\d\d)? *$/gmu) ?? [];
      const utterances = parse(file).transcripts[0]?.transcript.utterances ?? [];
      expect(utterances.length, file.name).toBe(headers.length);
      expect(
        utterances.every(({ startsAtMs }) => startsAtMs !== undefined),
        file.name,
      ).toBe(true);
    }
  });

  test('captions of single words become utterances', () => {
    const captions = list('asr-provider-comparison').filter(({ extension }) => extension === '.srt');
    for (const file of captions) {
      const [parsed] = parse(file).transcripts;
      expect((parsed?.cues ?? 0) / (parsed?.transcript.utterances.length ?? 1), file.name).toBeGreaterThan(
        10,
      );
    }
  });
});
