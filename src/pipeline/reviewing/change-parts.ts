import type { Decision } from '../../model/decision.js';
import type { Change } from '../../model/history.js';
import type { ThemeEntry } from '../../model/theme.js';

export type QuoteChange = Extract<Change, { kind: 'quote' }>;
export type DecisionChange = Extract<Change, { kind: 'decision' }>;
export type ThemeChange = Extract<Change, { kind: 'theme' }>;
export type MemoChange = Extract<Change, { kind: 'memo' }>;
export type BoardChange = Extract<Change, { kind: 'board' }>;

/** What a coder had said of a quote and a theme. */
export type Said = NonNullable<DecisionChange['after']>;
/** Where a theme stands and what it says. */
export type ThemeState = NonNullable<ThemeChange['after']>;
export type { ThemeEntry };

/** The same for two decisions of one coder on one quote and theme, and for no others. */
export function nameDecision({
  coder,
  quoteId,
  themeId,
}: Pick<Decision, 'coder' | 'quoteId' | 'themeId'>): string {
  return `${coder}\n${quoteId}\n${themeId}`;
}

export function toSaid({ applies, contradicts, decidedAt, note }: Decision): Said {
  return {
    applies,
    ...(contradicts === undefined ? {} : { contradicts }),
    at: decidedAt,
    ...(note === undefined ? {} : { note }),
  };
}

export function toDecision({ coder, quote, theme }: DecisionChange, said: Said): Decision {
  return {
    quoteId: quote,
    themeId: theme,
    coder,
    applies: said.applies,
    ...(said.contradicts === undefined ? {} : { contradicts: said.contradicts }),
    decidedAt: said.at,
    ...(said.note === undefined ? {} : { note: said.note }),
  };
}
