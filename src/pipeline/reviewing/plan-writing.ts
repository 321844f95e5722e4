import type { Change } from '../../model/history.js';
import type { Study } from '../../model/study.js';
import { cleanText } from './clean-text.js';
import { refuseUnknownQuote, refuseUnknownTheme } from './refuse-action.js';
import type { JobOf } from './review-job.js';

/** The change of a theme's memo; a text that says nothing takes it away. */
export function planWriteMemo(study: Study, { action, files }: JobOf<'write-memo'>): readonly Change[] {
  refuseTheme(study, action.theme);
  const before = files?.memoTexts.get(action.theme) ?? null;
  const text = cleanText(action.text).trimEnd();
  const after = text.trim() === '' ? null : `${text}\n`;
  return before === after ? [] : [{ kind: 'memo', theme: action.theme, before, after }];
}

/** The change of the order of a theme's quotes; an empty one takes the order away. */
export function planOrderQuotes(study: Study, { action }: JobOf<'order-quotes'>): readonly Change[] {
  refuseTheme(study, action.theme);
  const known = new Set(study.quotes.map(({ id }) => id));
  const missing = action.quotes.find((quote) => !known.has(quote));
  if (missing !== undefined) throw refuseUnknownQuote(missing);
  const board = study.boards?.find(({ themeId }) => themeId === action.theme);
  const before = board === undefined ? null : [...board.quoteIds];
  const after = action.quotes.length === 0 ? null : [...new Set(action.quotes)];
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  return [{ kind: 'board', theme: action.theme, before, after }];
}

function refuseTheme({ taxonomy }: Study, theme: string): void {
  if (!taxonomy.themes.some(({ id }) => id === theme)) throw refuseUnknownTheme(theme);
}
