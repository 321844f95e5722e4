import type { Decision } from '../model/decision.js';
import type { Notice } from '../model/notice.js';
import type { GatheredQuotes } from './gather-quotes.js';
import type { RecordedDecision } from './read-decisions.js';
import type { SourceFile } from './read-transcripts.js';
import { tellError } from './tell.js';
import { countUnknown, tellUnknownTheme } from './tell-unknown-theme.js';

export type DecisionSources = {
  readonly recorded: readonly RecordedDecision[];
  readonly sources: readonly SourceFile[];
  readonly gathered: GatheredQuotes;
  /** Absent where the taxonomy cannot be read. */
  readonly themeIds: ReadonlySet<string> | undefined;
};

export type GatheredDecisions = {
  /** Each coder's last word on a quote and theme: those of marks, which carry no time, come before all recorded ones. */
  readonly lastWords: readonly Decision[];
  /** How many of these, the first ones, are on what a mark decided, whether or not something was recorded since. */
  readonly markWords: number;
  readonly notices: readonly Notice[];
};

/** Joins the decisions of marks with the recorded ones, and tells those on a quote or theme that is gone. */
export function gatherDecisions({
  recorded,
  sources,
  gathered,
  themeIds,
}: DecisionSources): GatheredDecisions {
  const { anchorings, aliases } = gathered;
  const known = new Set(
    anchorings.map(({ state, ...rest }) => ('was' in rest ? rest.was.id : rest.quote.id)),
  );
  const marked = sources
    .flatMap(({ transcripts }) => transcripts.flatMap(({ decisions }) => decisions))
    .map((decision) => ({ ...decision, quoteId: aliases.get(decision.quoteId) ?? decision.quoteId }));
  const resolved = recorded.map((line) => {
    const { decision } = line;
    const alias = known.has(decision.quoteId) ? undefined : aliases.get(decision.quoteId);
    return alias === undefined ? line : { ...line, decision: { ...decision, quoteId: alias } };
  });
  const lastWords = new Map<string, Decision>();
  for (const decision of marked) lastWords.set(nameWord(decision), decision);
  const marks = new Set(lastWords.keys());
  for (const { decision, isTakenBack } of resolved) {
    const name = nameWord(decision);
    if (!isTakenBack) lastWords.set(name, decision);
    else if (lastWords.delete(name)) marks.delete(name);
  }
  const standing = resolved.some(({ isTakenBack }) => isTakenBack)
    ? resolved.filter(({ decision }) => lastWords.has(nameWord(decision)))
    : resolved;
  return {
    lastWords: [...lastWords.values()],
    markWords: marks.size,
    notices: groupByFile(standing).flatMap((lines) => [
      ...tellQuotesGone(lines, known),
      ...tellThemesGone(lines, themeIds),
    ]),
  };
}

const nameWord = ({ coder, quoteId, themeId }: Decision) => JSON.stringify([coder, quoteId, themeId]);

/** Recorded decisions come file by file. */
function groupByFile(lines: readonly RecordedDecision[]): readonly (readonly RecordedDecision[])[] {
  const groups = new Map<string, RecordedDecision[]>();
  for (const line of lines) {
    const group = groups.get(line.place.file);
    if (group === undefined) groups.set(line.place.file, [line]);
    else group.push(line);
  }
  return [...groups.values()];
}

function tellQuotesGone(lines: readonly RecordedDecision[], known: ReadonlySet<string>): readonly Notice[] {
  const firsts = new Map<string, RecordedDecision>();
  for (const line of lines)
    if (!known.has(line.decision.quoteId) && !firsts.has(line.decision.quoteId))
      firsts.set(line.decision.quoteId, line);
  return [...firsts].map(([quoteId, { place }]) => {
    const message = `the quote "${quoteId}" is neither in quotes.jsonl nor marked in a transcript, so this decision is not used; it stays in the file. Bring the quote back, or decide on the passage anew`;
    return tellError('decision-without-quote', { ...place, column: 1 }, message);
  });
}

function tellThemesGone(
  lines: readonly RecordedDecision[],
  themeIds: ReadonlySet<string> | undefined,
): readonly Notice[] {
  const counts = countUnknown(
    lines.map(({ decision }) => decision.themeId),
    themeIds,
  );
  return [...counts].flatMap(([themeId, count]) => {
    const first = lines.find(({ decision }) => decision.themeId === themeId);
    if (first === undefined) return [];
    return tellUnknownTheme({ themeId, count, place: { ...first.place, column: 1 } }, themeIds);
  });
}
