import type { Notice } from '../model/notice.js';
import { addThemes, type NewTheme } from './add-themes.js';
import { appendRecords } from './append-records.js';
import type { LeftRow } from './place-rows.js';
import { planQuotes } from './plan-quotes.js';
import { nameDecisionsFile, toDecisionRecord } from './read-decisions.js';
import type { QuoteRow } from './read-quote-table.js';
import { toQuoteRecord } from './read-quotes.js';
import type { StudyReading } from './read-study.js';
import { studyFiles } from './study-files.js';

/** A table of quotes that the user named. */
export type QuoteTable = { readonly name: string; readonly rows: readonly QuoteRow[] };

export type ImportedQuotes = {
  /** Number of rows that added a quote or a decision. */
  readonly taken: number;
  /** Number of decisions added. */
  readonly decisions: number;
  /** Number of rows that changed nothing, since the study holds them. */
  readonly already: number;
  readonly left: readonly LeftRow[];
  readonly themesAdded: readonly NewTheme[];
  readonly notices: readonly Notice[];
};

/**
 * Adds the rows of a table of quotes to a study: themes first, then quotes, then decisions, so that whatever a crash
 * leaves behind refers to nothing that is missing, and the same import completes it. Throws `ToolkitError` where a
 * file cannot be written, or no theme can be added to `taxonomy.yaml`.
 */
export function importQuotes({ name, rows }: QuoteTable, reading: StudyReading, at: string): ImportedQuotes {
  const { folder } = reading;
  const plan = planQuotes({ rows, reading, file: name, at });
  addThemes(folder, plan.themes);
  appendRecords({ folder, file: studyFiles.quotes }, plan.quotes.map(toQuoteRecord));
  for (const coder of new Set(plan.decisions.map((decision) => decision.coder))) {
    const own = plan.decisions.filter((decision) => decision.coder === coder);
    appendRecords({ folder, file: nameDecisionsFile(coder) }, own.map(toDecisionRecord));
  }
  return {
    taken: rows.length - plan.left.length - plan.already,
    decisions: plan.decisions.length,
    already: plan.already,
    left: plan.left,
    themesAdded: plan.themes,
    notices: plan.notices,
  };
}
