import type { Agreement, Decision, Disagreement, Study } from '../index.js';
import { inOneLine } from './describe-findings.js';

type Words = {
  /** By quote id: id, transcript and words in one line. */
  readonly quotes: ReadonlyMap<string, string>;
  /** By quote id: the decisions that carry a note. */
  readonly notes: ReadonlyMap<string, readonly Decision[]>;
};

function gatherWords({ quotes, decisions }: Study): Words {
  const notes = new Map<string, Decision[]>();
  for (const decision of decisions.filter(({ note }) => note !== undefined)) {
    const own = notes.get(decision.quoteId);
    if (own === undefined) notes.set(decision.quoteId, [decision]);
    else own.push(decision);
  }
  const lines = quotes.map(
    ({ id, transcriptId, exact }) => [id, `${id}  ${transcriptId}  “${inOneLine(exact)}”`] as const,
  );
  return { quotes: new Map(lines), notes };
}

function describeDisagreement(
  { theme, quote, applies, doesNotApply }: Disagreement,
  { quotes, notes }: Words,
): readonly string[] {
  const own = (notes.get(quote) ?? []).filter(({ themeId }) => themeId === theme);
  return [
    `    ${quotes.get(quote) ?? quote}`,
    `        applies: ${applies.join(', ')}; does not: ${doesNotApply.join(', ')}`,
    ...own.map(({ coder, note = '' }) => `        ${coder}: ${inOneLine(note)}`),
  ];
}

/**
 * Theme by theme, ready for a discussion: each quote with its words, who says what of it, and the coders' notes.
 */
export function describeDisagreements({ disagreements }: Agreement, study: Study): readonly string[] {
  const words = gatherWords(study);
  const labels = new Map(study.taxonomy.themes.map(({ id, label }) => [id, label]));
  return disagreements.flatMap((disagreement, at) => {
    const { theme } = disagreement;
    const isFirst = disagreements[at - 1]?.theme !== theme;
    const head = isFirst ? ['', `coders differ on ${theme} (${labels.get(theme) ?? theme}):`] : [];
    return [...head, ...describeDisagreement(disagreement, words)];
  });
}
