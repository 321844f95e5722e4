import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { clusterQuotes, countTexts } from '../../src/index.js';
import { type Grouping, measureAgreement, measureInformation } from './compare-groupings.js';
import {
  drawTexts,
  type LabelledSet,
  readAnswers,
  readArguments,
  readCodedQuotes,
  readQueries,
} from './labelled-sets.js';

// Compares clusters with what people sorted, for ours and for scikit-learn: npm run bench:clusters [-- CORPORA]

const SEEDS = [1, 2, 3];
/** A set that is not drawn from is small and quick: more seeds tell chance from skill. */
const MANY_SEEDS = [...SEEDS, 4, 5, 6, 7, 8, 9, 10];
const DRAWN = 2500;
/** `PYTHON=…` names another one. */
const python = process.env.PYTHON ?? 'python3';
const peer = join(import.meta.dirname, 'peers', 'cluster_peer.py');
const peerShape = z.record(z.string(), z.array(z.array(z.number())));

/** A way to group texts into `k` groups: one grouping a seed. */
type Method = (
  texts: readonly string[],
  k: number,
  seeds: readonly number[],
) => ReadonlyMap<string, readonly Grouping[]>;

type Figures = { readonly information: number; readonly agreement: number; readonly between: number };

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** What is unclustered counts as one more group. */
const groupOurs: Method = (texts, k, seeds) => {
  const counted = countTexts(texts, 'en');
  const quotes = texts.map((exact, row) => ({
    id: `q${row}`,
    transcriptId: 'all',
    span: { start: 0, end: exact.length },
    exact,
    prefix: '',
    suffix: '',
  }));
  const rest = {
    quotes,
    counted,
    taxonomy: { dimensions: [], themes: [] },
    decisions: [],
    language: 'en',
  } as const;
  const groupings = seeds.map((seed) => {
    const { clusters } = clusterQuotes({ ...rest, k, seed });
    const groups = new Map(
      clusters.flatMap(({ id, quoteIds }) => quoteIds.map((quote) => [quote, id] as const)),
    );
    return quotes.map(({ id }) => groups.get(id) ?? 'unclustered');
  });
  return new Map([['Themeloom', groupings]]);
};

const groupPeer: Method = (texts, k, seeds) => {
  const input = JSON.stringify({ texts, k, seeds });
  const { status, stdout, stderr } = spawnSync(python, [peer], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`scikit-learn failed: ${stderr.trimEnd().split('\n').at(-1)}`);
  return new Map(Object.entries(peerShape.parse(JSON.parse(stdout))));
};

/** Mean adjusted Rand index of all pairs. */
function measureBetween(groupings: readonly Grouping[]): number {
  return mean(
    groupings.flatMap((one, at) => groupings.slice(at + 1).map((other) => measureAgreement(one, other))),
  );
}

/** Figures of every recipe: each draw with its own seed, and the first draw with all seeds to see how far they agree. */
function measureMethod(draws: readonly LabelledSet[], method: Method): ReadonlyMap<string, Figures> {
  const [first, ...others] = draws.map(({ texts, labels }, at) => {
    const every = draws.length === 1 ? MANY_SEEDS : SEEDS;
    const seeds = at === 0 ? every : [SEEDS[at] ?? 1];
    return { labels, groupings: method(texts, new Set(labels).size, seeds) };
  });
  if (first === undefined) return new Map();
  return new Map(
    [...first.groupings].map(([recipe, groupings]) => {
      // A set that is not drawn from is measured with every seed.
      const own = others.length === 0 ? groupings : groupings.slice(0, 1);
      const pairs = [
        ...own.map((grouping) => ({ grouping, labels: first.labels })),
        ...others.map((draw) => ({ grouping: draw.groupings.get(recipe)?.[0] ?? [], labels: draw.labels })),
      ];
      const figures = {
        information: mean(pairs.map(({ grouping, labels }) => measureInformation(grouping, labels))),
        agreement: mean(pairs.map(({ grouping, labels }) => measureAgreement(grouping, labels))),
        between: measureBetween(groupings),
      };
      return [recipe, figures];
    }),
  );
}

function printRow(cells: readonly string[]): void {
  const [name = '', recipe = '', ...figures] = cells;
  console.log(`${name.padEnd(12)} ${recipe.padEnd(18)} ${figures.map((cell) => cell.padStart(9)).join(' ')}`);
}

function printFigures(name: string, figures: ReadonlyMap<string, Figures>): void {
  for (const [recipe, { information, agreement, between }] of figures)
    printRow([name, recipe, ...[information, agreement, between].map((figure) => figure.toFixed(3))]);
}

/** How far ours is above the best of the peer's recipes, figure by figure. */
function printLead(
  name: string,
  ours: ReadonlyMap<string, Figures>,
  theirs: ReadonlyMap<string, Figures>,
): void {
  const best = (figures: ReadonlyMap<string, Figures>, read: (figures: Figures) => number) =>
    Math.max(...[...figures.values()].map(read));
  const leads = [
    ({ information }: Figures) => information,
    ({ agreement }: Figures) => agreement,
    ({ between }: Figures) => between,
  ].map((read) => best(ours, read) - best(theirs, read));
  printRow([name, 'above the best', ...leads.map((lead) => `${lead < 0 ? '' : '+'}${lead.toFixed(3)}`)]);
}

function main(corpora: string): void {
  if (!existsSync(join(corpora, 'clustering'))) {
    console.log(`There are no sorted texts in ${corpora}: nothing was measured.`);
    return;
  }
  const hasPeer = spawnSync(python, ['-c', 'import sklearn']).status === 0;
  if (!hasPeer) console.log(`scikit-learn was not run: ${python} does not have it (Debian: python3-sklearn)`);
  const draw = (set: LabelledSet) => SEEDS.map((seed) => drawTexts(set, DRAWN, seed));
  const sets = [
    draw(readQueries(corpora, 'banking77')),
    draw(readQueries(corpora, 'clinc150')),
    [readCodedQuotes(corpora, 'serdif')],
    [readCodedQuotes(corpora, 'pdpilot')],
    ...[3, 4, 5, 7].map((question) => [readAnswers(corpora, question)]),
    draw(readArguments(corpora)),
  ];
  printRow(['set', 'by', 'NMI', 'ARI', 'ARI seeds']);
  const measured = sets.map((draws) => {
    const name = draws[0]?.name ?? '';
    const ours = measureMethod(draws, groupOurs);
    printFigures(name, ours);
    const theirs = hasPeer ? measureMethod(draws, groupPeer) : new Map<string, Figures>();
    printFigures(name, theirs);
    return { name, ours, theirs };
  });
  if (hasPeer) for (const { name, ours, theirs } of measured) printLead(name, ours, theirs);
}

main(process.argv[2] ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'corpora'));
