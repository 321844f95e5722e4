import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStudy } from '../../src/workspace/read-study.js';
import { growStudy, type StudySize } from './grow-study.js';
import { makeDice } from './plant-quotations.js';

export type CodedStudySize = StudySize & {
  readonly themes: number;
  readonly attributes: number;
  readonly coders: 1 | 2;
};

const VOICES = ['dream', 'fear', 'pain-point', 'obstacle'];
const CODERS = ['ana', 'ben'];

/**
 * Writes a large study that one or two coders have coded: each quote has one theme and one voice of each coder, of two
 * the same in four of five, and now and then one that it speaks against. Gives the number of its quotes.
 */
export function growCodedStudy(sample: string, target: string, size: CodedStudySize): number {
  growStudy(sample, target, size);
  const roll = makeDice(11);
  writeFileSync(join(target, 'taxonomy.yaml'), writeTaxonomy(size.themes));
  writeFileSync(
    join(target, 'participants.csv'),
    writeParticipants(size, () => roll(5)),
  );
  const { quotes } = readStudy(target).study;
  const lines = new Map(CODERS.slice(0, size.coders).map((coder): [string, string[]] => [coder, []]));
  for (const { id } of quotes) {
    const [theme, voice] = [roll(size.themes), roll(VOICES.length)];
    for (const own of lines.values()) {
      own.push(decide(id, `theme-${roll(5) === 0 ? roll(size.themes) : theme}`, roll(20) === 0));
      own.push(decide(id, VOICES[roll(5) === 0 ? roll(VOICES.length) : voice] ?? 'fear', false));
    }
  }
  mkdirSync(join(target, 'decisions'), { recursive: true });
  for (const [coder, own] of lines)
    writeFileSync(join(target, 'decisions', `${coder}.jsonl`), `${own.join('\n')}\n`);
  return quotes.length;
}

function writeTaxonomy(themes: number): string {
  const list = (ids: readonly string[]) => ids.map((id) => `      - { id: ${id}, label: ${id} }`).join('\n');
  const dealt = Array.from({ length: themes }, (_, number) => `theme-${number}`);
  return `dimensions:
  - id: theme
    label: Themes
    themes:
${list(dealt)}
  - id: voice
    label: Voices
    themes:
${list(VOICES)}
`;
}

function writeParticipants({ transcripts, attributes }: CodedStudySize, roll: () => number): string {
  const columns = Array.from({ length: attributes }, (_, column) => `attribute_${column + 1}`);
  const rows = Array.from({ length: transcripts }, (_, at) => {
    const id = `P${String(at + 1).padStart(4, '0')}`;
    return [id, 'research;publication;teaching', ...columns.map(() => `group ${roll()}`)].join(',');
  });
  return `${['id,consent', ...columns].join(',')}\n${rows.join('\n')}\n`;
}

function decide(quote: string, theme: string, contradicts: boolean): string {
  const at = '2026-04-02T09:14:20Z';
  return JSON.stringify({ quote, theme, applies: true, ...(contradicts ? { contradicts } : {}), at });
}
