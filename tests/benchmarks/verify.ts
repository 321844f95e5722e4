import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Transcript, Utterance } from '../../src/model/transcript.js';
import { type CheckableTranscripts, checkDraft, prepareTranscripts } from '../../src/pipeline/check-draft.js';
import type { CheckedQuotation } from '../../src/pipeline/checking/checked-quotation.js';
import { parseTranscript } from '../../src/pipeline/parse-transcript.js';
import { readStudy } from '../../src/workspace/read-study.js';
import { findTranscripts } from './find-transcripts.js';
import { growTranscripts } from './grow-transcripts.js';
import { findMedian } from './measure.js';
import { agreeAll, type Planted, plantQuotations, prepareGround, toBlocks } from './plant-quotations.js';

// Plants true and false quotations in drafts and prints how many are accepted, and how long a check takes:
// npm run bench:verify

const root = join(import.meta.dirname, '..', '..');
const corpora = join(root, '..', 'shared', 'corpora', 'transcripts');
const today = '2026-11-22';
/** Another number plants other quotations: npm run bench:verify -- 12 */
const seed = Number(process.argv[2] ?? 11);

type Tally = { readonly kind: string; readonly isTrue: boolean; accepted: number; total: number };

function check(
  transcripts: readonly Transcript[],
  planted: readonly Planted[],
  ready?: CheckableTranscripts,
) {
  const draft = { file: 'draft.md', blocks: toBlocks(planted) };
  const study = agreeAll(transcripts);
  return checkDraft({ study, draft, scope: 'publication', today, ...(ready && { transcripts: ready }) });
}

/** An identifier is in the speaker's own words: telling it is no refusal of the quotation. */
function isAccepted({ verdict, problems }: CheckedQuotation): boolean {
  return /^(?:verbatim|edited)/.test(verdict) && problems.every((problem) => problem === 'identifier');
}

function tally(transcripts: readonly Transcript[], planted: readonly Planted[]): readonly Tally[] {
  const { quotations } = check(transcripts, planted);
  const byLine = new Map<number, CheckedQuotation[]>();
  for (const quotation of quotations) {
    const line = quotation.place.line ?? 0;
    byLine.set(line, [...(byLine.get(line) ?? []), quotation]);
  }
  const tallies = new Map<string, Tally>();
  for (const [index, { kind, isTrue, prose }] of planted.entries()) {
    const own = byLine.get(index + 1) ?? [];
    const accepted = own.length > 0 && own.every(isAccepted);
    const entry = tallies.get(kind) ?? { kind, isTrue, accepted: 0, total: 0 };
    tallies.set(kind, { ...entry, accepted: entry.accepted + (accepted ? 1 : 0), total: entry.total + 1 });
    if (accepted !== isTrue) console.log(`  ${isTrue ? 'refused' : 'ACCEPTED'} (${kind}): ${prose}`);
  }
  return [...tallies.values()];
}

function print(name: string, transcripts: readonly Transcript[], rounds: number): void {
  const tallies = tally(transcripts, plantQuotations(prepareGround(transcripts, seed), rounds));
  console.log(`${name}: ${transcripts.length} transcripts`);
  for (const { kind, accepted, total } of tallies)
    console.log(`  ${kind.padEnd(36)} ${accepted} of ${total} accepted`);
  const sum = (isTrue: boolean, key: 'accepted' | 'total') =>
    tallies.reduce((all, entry) => all + (entry.isTrue === isTrue ? entry[key] : 0), 0);
  const share = (100 * sum(true, 'accepted')) / sum(true, 'total');
  console.log(`  planted errors accepted: ${sum(false, 'accepted')} of ${sum(false, 'total')} (must be 0)`);
  console.log(`  true quotations accepted: ${share.toFixed(2)} % of ${sum(true, 'total')} (at least 99 %)`);
}

function readCorpora(): readonly (readonly [string, readonly Transcript[]])[] {
  if (!existsSync(corpora)) return [];
  const rules = {
    settings: { coder: 'bench', speakers: {}, transcripts: {} },
    participantIds: new Set<string>(),
  };
  const sets = new Map<string, Transcript[]>();
  for (const { set, path, supported } of findTranscripts(corpora)) {
    if (!supported) continue;
    const parsed = parseTranscript({ name: basename(path), bytes: readFileSync(path) }, rules);
    const own = sets.get(set) ?? [];
    own.push(...parsed.transcripts.map(({ transcript }) => transcript));
    sets.set(set, own);
  }
  return [...sets]
    .map(([set, own]) => [set, own.map(nameUnknown)] as const)
    .filter(([, own]) => prepareGround(own, 1).spoken.length > 20);
}

/** Gives every speaker whom nobody knows a code, so that recordings without roles can be quoted from as well. */
function nameUnknown(transcript: Transcript, number: number): Transcript {
  const codes = new Map<string, string>();
  const utterances = transcript.utterances.map((utterance): Utterance => {
    if (utterance.speaker.kind !== 'unknown') return utterance;
    const { label } = utterance.speaker;
    const participantId = codes.get(label) ?? `X${number}-${codes.size + 1}`;
    codes.set(label, participantId);
    return { ...utterance, speaker: { kind: 'participant', participantId } };
  });
  return { ...transcript, utterances, participantIds: [...transcript.participantIds, ...codes.values()] };
}

function benchTime(sample: readonly Transcript[]): void {
  const { transcripts, words } = growTranscripts(sample, { transcripts: 1250, words: 2_000_000 });
  const planted = plantQuotations(prepareGround(transcripts, 5), 6).slice(0, 60);
  const preparing = performance.now();
  const ready = prepareTranscripts(transcripts);
  const prepared = performance.now() - preparing;
  const times = Array.from({ length: 5 }, () => {
    const from = performance.now();
    check(transcripts, planted, ready);
    return performance.now() - from;
  });
  console.log(
    `${planted.length} quotations against ${transcripts.length} transcripts, ${(words / 1e6).toFixed(1)} M words`,
  );
  console.log(
    `  words numbered once: ${(prepared / 1000).toFixed(2)} s; the check: ${(findMedian(times) / 1000).toFixed(2)} s (together under 2 s)`,
  );
}

const sample = readStudy(join(root, 'data', 'sample')).study.transcripts;
print('the sample', sample, 200);
for (const [set, transcripts] of readCorpora()) print(set, transcripts, 200);
benchTime(sample);
