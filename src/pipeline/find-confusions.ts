import type { Confusion, Confusions } from '../model/agreement.js';
import type { Decision } from '../model/decision.js';
import type { Quote } from '../model/quote.js';
import type { Theme } from '../model/theme.js';
import { chooseCoders } from './agreement/choose-coders.js';
import { type Judgements, listVerdicts, readJudgements } from './agreement/read-judgements.js';
import type { CompareRequest } from './compare-coders.js';
import { APPLIES, DOES_NOT_APPLY } from './evaluating/read-truth.js';
import { leaveOutRefused } from './rate-agreement.js';

/** Places of themes, and the verdict of each coder on them for one quote. */
type Disputed = { readonly theme: number; readonly verdicts: readonly number[] };
type Pair = readonly [Disputed, Disputed];

function listDisputed(judgements: Judgements, quote: number): readonly Disputed[] {
  const width = judgements.themes.length;
  const disputed: Disputed[] = [];
  for (let theme = 0; theme < width; theme += 1) {
    if (isDisputed(judgements, quote * width + theme))
      disputed.push({ theme, verdicts: listVerdicts(judgements, quote, theme) });
  }
  return disputed;
}

/** Whether somebody gave the theme of a cell and somebody else did not. */
function isDisputed({ verdicts }: Judgements, cell: number): boolean {
  let [isGiven, isDenied] = [false, false];
  for (const own of verdicts) {
    if (own[cell] === APPLIES) isGiven = true;
    else if (own[cell] === DOES_NOT_APPLY) isDenied = true;
  }
  return isGiven && isDenied;
}

/** The quotes of which at least two coders decided something. */
function keepShared(quotes: readonly Quote[], decisions: readonly Decision[]): readonly Quote[] {
  const first = new Map<string, string>();
  const shared = new Set<string>();
  for (const { quoteId, coder } of decisions) {
    const known = first.get(quoteId);
    if (known === undefined) first.set(quoteId, coder);
    else if (known !== coder) shared.add(quoteId);
  }
  return quotes.filter(({ id }) => shared.has(id));
}

/** Whether a coder gave the one theme and not the other. */
const gaveAlone = (one: Disputed, other: Disputed) =>
  one.verdicts.some((verdict, coder) => verdict === APPLIES && other.verdicts[coder] === DOES_NOT_APPLY);

function listPairs(disputed: readonly Disputed[], themes: readonly Theme[]): readonly Pair[] {
  return disputed.flatMap((one, at) =>
    disputed.slice(at + 1).flatMap((other): Pair[] => {
      const isShared = themes[one.theme]?.dimension === themes[other.theme]?.dimension;
      return isShared && gaveAlone(one, other) && gaveAlone(other, one) ? [[one, other]] : [];
    }),
  );
}

/** A parent is given with its child: where a child was taken for something else, its parent is no further news. */
function dropParents(pairs: readonly Pair[], themes: readonly Theme[]): readonly Pair[] {
  const isKnown = (child: number, other: number) =>
    pairs.some(
      ([a, b]) => (a.theme === child && b.theme === other) || (b.theme === child && a.theme === other),
    );
  const hasChild = (parent: Disputed, other: Disputed) =>
    themes.some(
      ({ parentId }, child) => parentId === themes[parent.theme]?.id && isKnown(child, other.theme),
    );
  return pairs.filter(([a, b]) => !hasChild(a, b) && !hasChild(b, a));
}

function collectPairs(
  judgements: Judgements,
  byQuote: readonly (readonly Disputed[])[],
): readonly Confusion[] {
  const { themes, quotes } = judgements;
  const found = new Map<string, { themes: readonly [string, string]; quoteIds: string[] }>();
  for (const [quote, disputed] of byQuote.entries()) {
    for (const [a, b] of dropParents(listPairs(disputed, themes), themes)) {
      const key = `${a.theme} ${b.theme}`;
      const pair = found.get(key) ?? {
        themes: [themes[a.theme]?.id ?? '', themes[b.theme]?.id ?? ''] as const,
        quoteIds: [],
      };
      found.set(key, pair);
      pair.quoteIds.push(quotes[quote]?.id ?? '');
    }
  }
  return [...found.values()].sort((a, b) => b.quoteIds.length - a.quoteIds.length);
}

/**
 * On which quotes coders disagree, theme by theme, and which themes of one dimension they take for one another: on a
 * quote somebody gave the first and not the second, and somebody else the second and not the first.
 */
export function findConfusions({ study, today }: CompareRequest): Confusions {
  const { taxonomy } = study;
  const { quotes: all, decisions } = leaveOutRefused({ ...study, today });
  const quotes = keepShared(all, decisions);
  const coders = chooseCoders(decisions, undefined);
  const disagreements = new Map<string, string[]>();
  if (coders.length < 2) return { disagreements, pairs: [] };
  const judgements = readJudgements({ coders, quotes, themes: taxonomy.themes, decisions });
  const byQuote = quotes.map((_, quote) => listDisputed(judgements, quote));
  for (const [quote, disputed] of byQuote.entries()) {
    for (const { theme } of disputed) {
      const id = taxonomy.themes[theme]?.id ?? '';
      const own = disagreements.get(id) ?? [];
      own.push(quotes[quote]?.id ?? '');
      disagreements.set(id, own);
    }
  }
  return { disagreements, pairs: collectPairs(judgements, byQuote) };
}
