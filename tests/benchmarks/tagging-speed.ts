import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { makeLines } from './make-lines.js';
import { findMedian } from './measure.js';

const SEED = 5;
const THEMES = 24;
const CODED = 225;
/** Words that make up what a theme says of itself. */
const WORDS_A_THEME = 3;
/** Ranks of the commonest words, which say nothing. */
const TOO_COMMON = 150;
const python = process.env.PYTHON ?? 'python3';
const peer = join(import.meta.dirname, 'peers', 'tagging_peer.py');

const oursShape = z.object({ milliseconds: z.number(), suggestions: z.number(), megabytes: z.number() });
const peerShape = z.object({ milliseconds: z.number() });

/** Milliseconds of the processor, all threads together: what others run meanwhile does not count. */
export type TaggingFigures = {
  readonly quotes: number;
  /** From strings to suggestions with evidence and calibrated confidence. */
  readonly milliseconds: number;
  readonly suggestions: number;
  /** Peak memory. */
  readonly megabytes: number;
  /** scikit-learn: words and letters weighed, logistic regression fitted and asked; `null` where it is not there. */
  readonly peerMilliseconds: number | null;
};

type Lesson = {
  readonly texts: readonly string[];
  readonly themes: readonly string[];
  readonly given: readonly (readonly number[])[];
};

const listWords = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];

function rankWords(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const word of texts.flatMap(listWords)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const ranked = [...counts].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1));
  return ranked.map(([word]) => word);
}

/** Themes that are a few words each; the first quotes have those whose words they hold, or one by turns. */
function planLesson(texts: readonly string[]): Lesson {
  const coded = texts.slice(0, CODED);
  const words = rankWords(coded).slice(TOO_COMMON, TOO_COMMON + THEMES * WORDS_A_THEME);
  const themes = Array.from({ length: THEMES }, (_, k) =>
    words.filter((_word, rank) => rank % THEMES === k).join(' '),
  );
  const given = coded.map((text, row) => {
    const held = new Set(listWords(text));
    const found = themes.flatMap((theme, k) => (theme.split(' ').some((word) => held.has(word)) ? [k] : []));
    return found.length > 0 ? found.slice(0, 3) : [row % THEMES];
  });
  return { texts, themes, given };
}

function runProcess(command: string, args: readonly string[]): unknown {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr.slice(-400)}`);
  return JSON.parse(stdout);
}

function measureLesson(path: string, runs: number): Omit<TaggingFigures, 'quotes'> {
  const script = join(import.meta.dirname, 'tag-file.ts');
  const ours = Array.from({ length: runs }, () =>
    oursShape.parse(runProcess(process.execPath, ['--import', 'tsx', script, path])),
  );
  const hasPeer = spawnSync(python, ['-c', 'import sklearn']).status === 0;
  const theirs = hasPeer
    ? Array.from({ length: runs }, () => peerShape.parse(runProcess(python, [peer, 'speed', path])))
    : [];
  return {
    milliseconds: findMedian(ours.map(({ milliseconds }) => milliseconds)),
    suggestions: ours[0]?.suggestions ?? 0,
    megabytes: Math.max(...ours.map(({ megabytes }) => megabytes)),
    peerMilliseconds: hasPeer ? findMedian(theirs.map(({ milliseconds }) => milliseconds)) : null,
  };
}

/**
 * What tagging quotes of real talk takes with 24 themes and 225 coded quotes, in fresh processes whose start does not
 * count: medians of `runs`, beside scikit-learn's logistic regression on words and runs of four letters. Throws where the
 * folder holds no transcripts.
 */
export function measureTaggingSpeed(
  corpora: string,
  sizes: readonly number[] = [1000, 10_000, 100_000],
  runs = 3,
): readonly TaggingFigures[] {
  const folder = mkdtempSync(join(tmpdir(), 'themeloom-tagging-'));
  try {
    return sizes.map((quotes) => {
      const texts = makeLines(corpora, quotes, SEED).toString('utf8').trimEnd().split('\n');
      const path = join(folder, `${quotes}.json`);
      writeFileSync(path, JSON.stringify(planLesson(texts)));
      return { quotes, ...measureLesson(path, runs) };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Prints the figures of 1,000, 10,000 and 100,000 quotes. */
export function printTaggingSpeed(corpora: string): void {
  for (const figures of measureTaggingSpeed(corpora)) {
    const { quotes, milliseconds, suggestions, megabytes, peerMilliseconds } = figures;
    const beside = peerMilliseconds === null ? '–' : `${(peerMilliseconds / 1000).toFixed(2)} s`;
    console.log(
      `${quotes} quotes, ${THEMES} themes: ${(milliseconds / 1000).toFixed(2)} s of the processor, ` +
        `${megabytes.toFixed(0)} MB, ${suggestions} suggestions; scikit-learn ${beside}`,
    );
  }
}
