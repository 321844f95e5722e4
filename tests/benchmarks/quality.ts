import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { evaluateStudy, importFiles, readStudy } from '../../src/index.js';
import type { Study } from '../../src/model/study.js';
import { measureFewDecisions } from './few-decisions.js';
import { printTaggingSpeed } from './tagging-speed.js';

// Measures the taggers on the studies that lie beside the checkout, with all decisions and with ten a theme, and how fast
// they are; and scikit-learn on the same: npm run bench:quality. `PYTHON` names a Python that has it.

const python = process.env.PYTHON ?? 'python3';
const shared = join(import.meta.dirname, '..', '..', '..', 'shared');
const studies = join(shared, 'corpora', 'studies');
const baseline = join(shared, 'tools', 'sklearn_baseline.py');

const peerShape = z.record(
  z.string(),
  z.object({ map: z.number(), top1: z.number(), microF1: z.number(), macroF1: z.number() }),
);

type Row = {
  readonly study: string;
  readonly by: string;
  /** mAP, top-1, micro F1, macro F1, ECE. */
  readonly figures: readonly (number | null)[];
};

function printRow({ study, by, figures }: Row): void {
  const cells = figures.map((figure) => (figure === null ? '–' : figure.toFixed(3)).padStart(8));
  console.log(`${study.padEnd(12)} ${by.padEnd(14)} ${cells.join(' ')}`);
}

/** Imports the quotes of a study in a copy of it. */
function openStudy(name: string, scratch: string): Study {
  const folder = join(scratch, name);
  cpSync(join(studies, name), folder, { recursive: true });
  const { quotes } = importFiles(folder, [join(folder, 'quotes.csv')], { at: '2026-01-01T00:00:00Z' });
  const { notFound, taken, already } = quotes;
  if (notFound.length > 0)
    console.log(`${name}: ${notFound.length} of ${notFound.length + taken + already} rows were not found`);
  return readStudy(folder).study;
}

/** Every tagger and its parts, taught with all decisions. */
function measureStudy(name: string, study: Study): readonly Row[] {
  return evaluateStudy(study, { amounts: [] }).taggers.map((tagger) => ({
    study: name,
    by: tagger.id,
    figures: [
      tagger.meanAveragePrecision,
      tagger.topOne,
      tagger.micro.f1,
      tagger.macro.f1,
      tagger.calibrationError,
    ],
  }));
}

/** The learned tagger and scikit-learn, taught with ten decisions a theme: means of three draws. */
function measureFew(name: string, study: Study): readonly Row[] {
  const { ours, peer } = measureFewDecisions(study);
  const { map, topOne, microF1, macroF1, calibrationError } = ours;
  const rows = [
    { study: name, by: 'learned, 10', figures: [map, topOne, microF1, macroF1, calibrationError] },
  ];
  if (peer === null) return rows;
  const best = [peer.map, peer.topOne, peer.microF1, peer.macroF1, null];
  return [
    ...rows,
    { study: name, by: 'peer, best', figures: best },
    { study: name, by: 'peer, tuned', figures: [null, null, peer.tuned, null, null] },
  ];
}

/** The best of scikit-learn's recipes, measure by measure; none where Python has no scikit-learn. */
function measurePeer(): readonly Row[] {
  if (spawnSync(python, ['-c', 'import sklearn']).status !== 0) {
    console.log(`scikit-learn was not run: ${python} does not have it (Debian: python3-sklearn)`);
    return [];
  }
  const { status, stdout, stderr } = spawnSync(python, [baseline, studies], { encoding: 'utf8' });
  if (status !== 0) {
    console.log(`scikit-learn was run and failed: ${stderr.trimEnd().split('\n').at(-1)}`);
    return [];
  }
  return Object.entries(peerShape.parse(JSON.parse(stdout))).map(([study, peer]) => ({
    study,
    by: 'scikit-learn',
    figures: [peer.map, peer.top1, peer.microF1, peer.macroF1, null],
  }));
}

function main(): void {
  if (!existsSync(studies)) {
    console.log('There is no folder ../shared/corpora/studies beside this repository: nothing was measured.');
    return;
  }
  const scratch = mkdtempSync(join(tmpdir(), 'themeloom-quality-'));
  try {
    const peer = measurePeer();
    console.log('study        by                  mAP    top-1 micro F1 macro F1      ECE');
    for (const name of readdirSync(studies).sort()) {
      if (!existsSync(join(studies, name, 'quotes.csv'))) continue;
      const opened = openStudy(name, scratch);
      for (const row of measureStudy(name, opened)) printRow(row);
      for (const row of peer.filter(({ study }) => study === name)) printRow(row);
      for (const row of measureFew(name, opened)) printRow(row);
    }
    printTaggingSpeed(join(shared, 'corpora'));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

main();
