import type { Stance } from '../../exchanges/tables/coded-quote.js';
import type { Decision } from '../../model/decision.js';
import type { RowGroup } from './edited-row.js';
import type { TableChange } from './table-change.js';

type Verdicts = ReadonlyMap<string, Stance>;
type Place = Pick<RowGroup, 'id' | 'coder' | 'line'>;

export type VerdictChanges = {
  readonly changes: readonly TableChange[];
  readonly decisions: readonly Decision[];
};

/**
 * What a coder says otherwise in the table than in the study. A theme that is gone from the table is taken back: the coder
 * then says that it does not apply. `at` is ISO 8601, now.
 */
export function listVerdictChanges(
  { verdicts, ...place }: Place & { readonly verdicts: Verdicts },
  now: Verdicts,
  at: string,
): VerdictChanges {
  const given = [...verdicts].filter(([theme, stance]) => now.get(theme) !== stance);
  const gone = [...now].filter(([theme, stance]) => stance !== 'does-not-apply' && !verdicts.has(theme));
  const turned = [...given, ...gone.map(([theme]) => [theme, 'does-not-apply'] as const)];
  return {
    changes: turned.map(([theme, stance]) => ({
      line: place.line,
      quote: place.id,
      coder: place.coder,
      what: 'theme',
      from: nameStance(theme, now.get(theme)),
      to: nameStance(theme, stance),
    })),
    decisions: turned.map(([themeId, stance]) => ({
      quoteId: place.id,
      themeId,
      coder: place.coder,
      applies: stance !== 'does-not-apply',
      ...(stance === 'contradicts' ? { contradicts: true as const } : {}),
      decidedAt: at,
    })),
  };
}

function nameStance(theme: string, stance: Stance | undefined): string {
  if (stance === undefined) return '';
  if (stance === 'applies') return theme;
  return stance === 'contradicts' ? `${theme} (speaks against it)` : `not ${theme}`;
}
