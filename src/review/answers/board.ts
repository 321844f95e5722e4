import {
  pullQuotes,
  type Quote,
  renderMarkdown,
  type Study,
  type StudyReading,
  ToolkitError,
} from '../../index.js';
import type { BoardView } from '../messages/deciding.js';
import type { Desk } from './desk.js';
import type { Look } from './tables/look.js';
import { requireTheme } from './tables/require.js';
import { findQuote, listSettled } from './tables/study-tables.js';
import { showQuote } from './views/show-quote.js';

export type BoardRequest = Look & {
  readonly theme: string;
  /** ISO day on which consent is judged. */
  readonly today: string;
};

/** The board stands under a heading of the first level. */
const UNDER = 2;

/** Quotes that carry the theme itself, also those that coders see differently: those ordered by hand first. */
function listQuotes(study: Study, { theme, ...look }: BoardRequest): readonly Quote[] {
  const settled = listSettled(study, look);
  const carries = ({ id }: Quote) =>
    settled
      .get(id)
      ?.taggings.some(
        ({ themeId, status }) => themeId === theme && (status === 'accepted' || status === 'disputed'),
      ) === true;
  const ordered = study.boards?.find(({ themeId }) => themeId === theme)?.quoteIds ?? [];
  const first = [...new Set(ordered)].flatMap((id) => findQuote(study, id) ?? []).filter(carries);
  const taken = new Set(first.map(({ id }) => id));
  return [...first, ...study.quotes.filter((quote) => !taken.has(quote.id) && carries(quote))];
}

/** What `quotes --theme` would print now; nothing where it would be refused. */
function pick({ study, decided }: StudyReading, { theme, today }: BoardRequest): BoardView['picked'] {
  const { consent: scope, quotesPerTheme: limit } = study.settings.reports;
  try {
    const { quotes } = pullQuotes(study, {
      where: { theme },
      scope,
      today,
      limit,
      maxPerParticipant: 1,
      decided,
    });
    return quotes.map(({ quote, reason }) => ({ quote: quote.id, reason }));
  } catch (error) {
    if (error instanceof ToolkitError && error.code === 'publication-refused') return [];
    throw error;
  }
}

/** A theme's quotes to be ordered and chosen from, and its memo beside them. Throws `ToolkitError` `unknown-theme`. */
export function answerBoard({ reading }: Desk, request: BoardRequest): BoardView {
  const { study, memoTexts } = reading;
  const { id } = requireTheme(study, request.theme);
  const quotes = listQuotes(study, request);
  const memo = memoTexts.get(id) ?? '';
  return {
    theme: id,
    quotes: quotes.map((quote) => showQuote(reading, quote, request)),
    picked: request.blind === true ? [] : pick(reading, request),
    memo,
    memoHtml: renderMarkdown(memo, UNDER),
    ordered: [...(study.boards?.find(({ themeId }) => themeId === id)?.quoteIds ?? [])],
  };
}
