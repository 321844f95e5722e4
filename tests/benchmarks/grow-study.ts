import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type GrownStudy = { readonly transcripts: number; readonly words: number; readonly marks: number };

/** A small linear congruential generator (Numerical Recipes' constants): the same study every time. */
function makeDice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    // The high bits: the low ones of such a generator repeat.
    return Math.floor((state / 2 ** 32) * sides);
  };
}

export type StudySize = {
  readonly transcripts: number;
  readonly words: number;
  /** One answer in so many is marked; 10 without it. */
  readonly answersPerMark?: number;
};

/** Writes a large study by dealing the sentences of the sample's interviews anew. */
export function growStudy(sample: string, target: string, size: StudySize): GrownStudy {
  const sentences = readdirSync(join(sample, 'transcripts'))
    .filter((name) => name.endsWith('.md') || name.endsWith('.txt'))
    .flatMap((name) => readFileSync(join(sample, 'transcripts', name), 'utf8').split(/(?<=[.?!])\s+/))
    .map((sentence) =>
      sentence
        .replace(/==|\{#[^}]*\}|\*\*|^[^:\n]{1,20}:/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((sentence) => /^\p{Lu}[^[\]#]{30,}$/u.test(sentence));
  mkdirSync(join(target, 'transcripts'), { recursive: true });
  writeFileSync(join(target, 'study.yaml'), 'name: A large study\ncoder: ana\n');
  writeFileSync(join(target, 'taxonomy.yaml'), readFileSync(join(sample, 'taxonomy.yaml')));
  const roll = makeDice(7);
  let words = 0;
  let marks = 0;
  for (let number = 1; number <= size.transcripts; number++) {
    const name = `P${String(number).padStart(4, '0')}`;
    const lines: string[] = [];
    for (let own = 0; own < size.words / size.transcripts; ) {
      const answer = Array.from({ length: 3 }, () => sentences[roll(sentences.length)] ?? '');
      own += answer.join(' ').split(' ').length + 4;
      const marked = roll(size.answersPerMark ?? 10) === 0;
      if (marked) marks++;
      lines.push(
        `Interviewer: What else was there?`,
        `${name}: ${marked ? `==${answer[0]}==` : answer[0]} ${answer[1]} ${answer[2]}`,
      );
      words += answer.join(' ').split(' ').length + 4;
    }
    writeFileSync(join(target, 'transcripts', `${name}.txt`), `${lines.join('\n\n')}\n`);
  }
  return { transcripts: size.transcripts, words, marks };
}
