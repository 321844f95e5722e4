import type { FindNames, FoundName } from './find-names.js';

/** Quotations of one paragraph, in order, and what the draft says around them. */
export type Surroundings = {
  /** Before, between and after the quotations: one more than there are quotations. */
  readonly gaps: readonly string[];
  /** Words of the draft within each quotation, where it is interrupted. */
  readonly interruptions: readonly string[];
  /** The last character of each quotation's words. */
  readonly ends: readonly string[];
};

type Claim = ReadonlySet<string> | undefined;

const sentenceEnd = /[.!?](?=\s|$)/g;
/** A bracket or dash after a quotation says whose it is. */
const afterSign = /^[\s.,;:!?]*[([—–-]/;

/**
 * Who the draft says speaks in each quotation, by the nearest name, in this order: in an interruption; in a bracket or after a dash
 * behind it; before it in its sentence; behind it in its sentence; in the sentence before. Each name counts once.
 */
export function claimSpeakers(
  { gaps, interruptions, ends }: Surroundings,
  findNames: FindNames,
): readonly Claim[] {
  let used = 0;
  return ends.map((end, index) => {
    const before = gaps[index] ?? '';
    const after = gaps[index + 1] ?? '';
    const free = findNames(before).filter(({ start }) => start >= used);
    used = 0;
    const [within] = findNames(interruptions[index] ?? '');
    if (within !== undefined) return within.ids;
    const following = findNames(cutOwnSentence(after));
    const isSigned = afterSign.test(after);
    const clause = findClause(before);
    const own = free.findLast(({ start }) => start >= clause);
    const named = isSigned ? (following[0] ?? own) : (own ?? takeFollowing(following, end + after));
    if (named !== undefined && named === following[0]) used = named.end;
    return (named ?? free.at(-1))?.ids;
  });
}

/** After a full stop within the quotation a new sentence begins, which names the next speaker; after a comma it goes on. */
function takeFollowing([first]: readonly FoundName[], seam: string): FoundName | undefined {
  return /^\.\s/.test(seam) ? undefined : first;
}

/** What follows a quotation in its own sentence; of a bracket or dash, what belongs to it. */
function cutOwnSentence(gap: string): string {
  const lead = /^[\s.,;:!?]*/.exec(gap)?.[0] ?? '';
  const isSigned = /[([—–-]/.test(gap.charAt(lead.length));
  if (!isSigned && /[.!?]/.test(lead)) return '';
  const end = gap.slice(lead.length).search(isSigned ? /[)\]\n]|[.!?](?:\s|$)/ : /[.!?](?:\s|$)/);
  return end < 0 ? gap : gap.slice(0, lead.length + end + 1);
}

/** Where the sentence begins that goes on with the quotation. */
function findClause(gap: string): number {
  const last = [...gap.matchAll(sentenceEnd)].at(-1);
  return last === undefined ? 0 : last.index + 1;
}
