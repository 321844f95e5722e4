import { CONSENSUS, type Decision } from '../../model/decision.js';
import type { Change } from '../../model/history.js';
import type { Study } from '../../model/study.js';
import { type Said, toSaid } from './change-parts.js';
import { cleanText } from './clean-text.js';
import { refuseAction, refuseUnknownQuote, refuseUnknownTheme } from './refuse-action.js';
import type { JobOf, ReviewJob } from './review-job.js';

/** The change that a coder's decision makes; none where the coder has said just that already. */
export function planDecide(study: Study, { action, coder, at }: JobOf<'decide'>): readonly Change[] {
  const { quote, theme, applies, contradicts, note } = action;
  if (contradicts !== undefined && applies !== true)
    throw refuseAction(
      'contradicts-without-theme',
      'a quote that speaks against a theme is about it: this decision says that it is not',
      'Say that the theme applies, or leave the mark away.',
    );
  return planSaying(study, {
    ...{ coder, quoteId: quote, themeId: theme, at },
    said: applies === null ? null : { applies, ...(contradicts === undefined ? {} : { contradicts }) },
    ...(note === undefined ? {} : { note }),
  });
}

/** The change that settles a tagging by a decision of its own. */
export function planResolve(study: Study, { action, at }: JobOf<'resolve'>): readonly Change[] {
  const { quote, theme, applies, note } = action;
  return planSaying(study, {
    ...{ coder: CONSENSUS, quoteId: quote, themeId: theme, at },
    said: applies === null ? null : { applies },
    ...(note === undefined ? {} : { note }),
  });
}

type Saying = Pick<Decision, 'coder' | 'quoteId' | 'themeId'> & {
  readonly at: string;
  readonly said: Pick<Said, 'applies' | 'contradicts'> | null;
  /** Of the coder's own; where it is not given, one stays with a decision that stays. */
  readonly note?: string;
};

function planSaying(study: Study, { coder, quoteId, themeId, at, said, note }: Saying): readonly Change[] {
  if (!study.quotes.some(({ id }) => id === quoteId)) throw refuseUnknownQuote(quoteId);
  if (!study.taxonomy.themes.some(({ id }) => id === themeId)) throw refuseUnknownTheme(themeId);
  const before = findSaid(study, { coder, quoteId, themeId });
  const kept = before?.applies === said?.applies ? before?.note : undefined;
  const text = note === undefined ? kept : cleanText(note);
  const after =
    said === null ? null : { ...said, at, ...(text === undefined || text === '' ? {} : { note: text }) };
  return isSameSaid(before, after)
    ? []
    : [{ kind: 'decision', coder, quote: quoteId, theme: themeId, before, after }];
}

/** What a coder has said of a quote and a theme; `null` where nothing. */
export function findSaid(
  { decisions }: Pick<Study, 'decisions'>,
  { coder, quoteId, themeId }: Pick<Decision, 'coder' | 'quoteId' | 'themeId'>,
): Said | null {
  const found = decisions.find(
    (decision) => decision.quoteId === quoteId && decision.themeId === themeId && decision.coder === coder,
  );
  return found === undefined ? null : toSaid(found);
}

/** Whether two say the same, whenever it was said. */
export function isSameSaid(one: Said | null, other: Said | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.applies === other.applies &&
    one.contradicts === other.contradicts &&
    (one.note ?? '') === (other.note ?? '')
  );
}

/** Decisions of all coders that become others': `pick` says which, `to` the theme that they are then on. */
export type Moving = {
  readonly decisions: readonly Decision[];
  readonly to: string;
  /** What is noted beside a decision that has no note, e.g. `merged from pay by ana`. */
  readonly note: string;
  readonly at: ReviewJob['at'];
};

/**
 * The changes by which decisions become decisions on another theme. Where a coder has said something of that one already,
 * what applies wins: the two are then one, and the quote is about a part of it.
 */
export function planMoving(
  lastWords: readonly Decision[],
  { decisions, to, note, at }: Moving,
): readonly Change[] {
  const present = new Map<string, Decision>();
  for (const decision of lastWords)
    if (decision.themeId === to) present.set(`${decision.coder}\n${decision.quoteId}`, decision);
  return decisions.flatMap((decision): readonly Change[] => {
    const { coder, quoteId, themeId, decidedAt } = decision;
    const there = present.get(`${coder}\n${quoteId}`);
    const own = toSaid(decision);
    const taken: Change = {
      kind: 'decision',
      coder,
      quote: quoteId,
      theme: themeId,
      before: own,
      after: null,
    };
    if (there !== undefined && (there.applies || !decision.applies)) return [taken];
    const after = { ...own, at: decidedAt === '' ? at : decidedAt, note: own.note ?? note };
    const before = there === undefined ? null : toSaid(there);
    return [taken, { kind: 'decision', coder, quote: quoteId, theme: to, before, after }];
  });
}
