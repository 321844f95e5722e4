import type { TextLine } from './draft-turn.js';
import { type Candidate, readCandidates } from './read-candidates.js';
import { readClock } from './read-clock.js';
import { foldLabel, isKnownLabel } from './role-labels.js';
import { type LabelStyle, looksLikeName } from './speaker-label.js';

export type AcceptedLabels = {
  /** By index of the line. */
  readonly openings: ReadonlyMap<number, Candidate>;
  /** Lines that look labelled, but with a label that nothing else in the file supports. */
  readonly doubtful: readonly Candidate[];
};

/** Labels that the study names, folded. */
type NamedLabels = ReadonlySet<string>;

const weakStyles: readonly LabelStyle[] = ['line', 'parenthesis', 'dash'];

/** Below this share of labelled blocks a weak style is chance: two short answers that look like names. */
const leastShareOfBlocks = 0.4;

/**
 * Tells which lines of a text begin a turn. A label counts where it is known (`Interviewer`, `P07`), is among
 * those of the study, occurs twice, is set in bold or beside a clock as others in the file are, or stands in a file
 * every block of which begins with one. Dashes and names on lines of their own count only where the file has no other labels.
 */
export function acceptLabels(lines: readonly TextLine[], ofStudy: readonly string[] = []): AcceptedLabels {
  const named = new Set(ofStudy.map(foldLabel));
  const candidates = readCandidates(lines);
  const blocks = listBlocks(lines);
  const pool = choosePool(candidates, { blocks: blocks.length, named });
  const kept = keepSupported(pool, named);
  const accepted = new Set(kept);
  const opens = new Set(pool.map(({ index }) => index));
  const doubtful = pool.filter(
    (found) =>
      !accepted.has(found) && isShortName(found) && (found.startsBlock || opens.has(found.index - 1)),
  );
  const all = toOpenings([...kept, ...doubtful.filter(({ startsBlock }) => startsBlock)]);
  if (kept.length > 0 && blocks.every((index) => all.has(index))) {
    return { openings: all, doubtful: doubtful.filter(({ index }) => !all.has(index)) };
  }
  const first = kept[0]?.index ?? lines.length;
  return { openings: toOpenings(kept), doubtful: doubtful.filter(({ index }) => index > first) };
}

/** Indices of the lines that begin a block of speech: blank lines part blocks, and a clock alone is none. */
function listBlocks(lines: readonly TextLine[]): readonly number[] {
  const blocks: number[] = [];
  let isBelowBlank = true;
  for (const [index, { text }] of lines.entries()) {
    const trimmed = text.trim();
    const begins = isBelowBlank && trimmed !== '';
    if (begins && (trimmed.length > 40 || readClock(trimmed) === undefined)) blocks.push(index);
    isBelowBlank = trimmed === '';
  }
  return blocks;
}

/** The candidates of the styles that the file uses. */
function choosePool(
  candidates: readonly Candidate[],
  { blocks, named }: { readonly blocks: number; readonly named: NamedLabels },
): readonly Candidate[] {
  const strong = candidates.filter(isStrong);
  if (keepSupported(strong, named).length > 0) return strong;
  const weak = weakStyles.map((style) =>
    candidates.filter((found) => found.opening.style === style && (found.startsBlock || style !== 'line')),
  );
  const counts = weak.map((pool) => keepSupported(pool, named).length);
  const most = Math.max(...counts);
  return most > 1 && most >= blocks * leastShareOfBlocks ? (weak[counts.indexOf(most)] ?? []) : [];
}

function isStrong({ opening: { style }, emphasised, heading }: Candidate): boolean {
  return style === 'colon' || style === 'header' || (style === 'line' && (emphasised || heading));
}

/** Only what could be a short name: most other colons end a clause. */
function isShortName({ opening: { label } }: Candidate): boolean {
  return looksLikeName(label) && label.split(' ').length <= 2;
}

function toOpenings(candidates: readonly Candidate[]): ReadonlyMap<number, Candidate> {
  return new Map(candidates.map((found) => [found.index, found]));
}

/** Candidates whose label occurs elsewhere, is known, or is set apart in the way that others of the file are. */
function keepSupported(candidates: readonly Candidate[], named: NamedLabels): readonly Candidate[] {
  const supports = rateLabels(candidates, named);
  const areUsual = candidates.filter(isSure).length > 1;
  const headingsName = candidates.some(
    ({ heading, opening }) => heading && supports.get(opening.label) === 'enough',
  );
  return candidates.filter((found) => {
    const support = supports.get(found.opening.label);
    if (support !== 'once') return support === 'enough';
    return found.heading ? headingsName : areUsual && isSure(found);
  });
}

/** Set apart from running speech by more than its colon. */
function isSure({ opening: { style, startsAtMs }, emphasised }: Candidate): boolean {
  return style !== 'line' && (emphasised || startsAtMs !== undefined);
}

/** Whether a label counts by itself, or occurs once and needs more than its colon. */
function rateLabels(
  candidates: readonly Candidate[],
  named: NamedLabels,
): ReadonlyMap<string, 'enough' | 'once' | 'none'> {
  const counts = countEach(candidates.map(({ opening }) => opening.label));
  const labels = [...counts.keys()];
  const spellings = countEach(labels.map((label) => label.toLowerCase()));
  return new Map(
    labels.map((label) => {
      if (isKnownLabel(label) || named.has(foldLabel(label))) return [label, 'enough'];
      if (!looksLikeName(label)) return [label, 'none'];
      const isRepeated = (counts.get(label) ?? 0) > 1 || (spellings.get(label.toLowerCase()) ?? 0) > 1;
      return [label, isRepeated ? 'enough' : 'once'];
    }),
  );
}

function countEach(labels: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}
