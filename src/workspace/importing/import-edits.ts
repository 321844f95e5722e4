import { coderSchema } from '../../model/settings.js';
import type { Study } from '../../model/study.js';
import { compareTable } from '../../pipeline/compare-table.js';
import type { Conflict } from '../../pipeline/merging/conflict.js';
import { selectExchangeable } from '../../pipeline/select-exchangeable.js';
import type { EditedRow } from '../../pipeline/tables/edited-row.js';
import type { TableChange, TablePlan } from '../../pipeline/tables/table-change.js';
import { addThemes, type NewTheme } from '../add-themes.js';
import { appendRecords } from '../append-records.js';
import { type ImportedQuotes, importQuotes } from '../import-quotes.js';
import { nameThemes } from '../name-themes.js';
import { planQuotes } from '../plan-quotes.js';
import { nameDecisionsFile, toDecisionRecord } from '../read-decisions.js';
import { matchColumns, readQuoteRows } from '../read-quote-table.js';
import { readStudy, type StudyReading } from '../read-study.js';
import { readEditedRows } from './read-edited-rows.js';
import type { TableRecords } from './read-table-records.js';
import { replaceQuotes } from './replace-quotes.js';

export type EditedTable = { readonly name: string; readonly records: TableRecords };

export type EditsImport = {
  /** File name. */
  readonly file: string;
  /** What the table says otherwise than the study, first to last. */
  readonly changes: readonly TableChange[];
  readonly themesAdded: readonly NewTheme[];
  readonly deletedRows: number;
  /** Rows that nobody edited, or that say what the study says by now. */
  readonly already: number;
  /** Rows that somebody added, by what becomes of them; `left` are not found. */
  readonly addedRows: Pick<ImportedQuotes, 'taken' | 'already' | 'decisions' | 'left'>;
  readonly conflicts: readonly Conflict[];
  readonly notices: TablePlan['notices'];
  /** Whether the changes were made, rather than only told. */
  readonly applied: boolean;
};

export type EditsRequest = {
  readonly table: EditedTable;
  readonly reading: StudyReading;
  /** ISO 8601, now. */
  readonly at: string;
  /** Without it nothing is changed, and the result says what would be. */
  readonly apply: boolean;
};

/**
 * Takes back a table of quotes that this tool wrote and somebody edited: wordings, notes, themes, deleted and added rows.
 * Themes are written first, then quotes, then decisions, so that whatever a crash leaves behind refers to nothing that is
 * missing, and the same import completes it. The caller holds the lock. Throws `ToolkitError` where a file cannot be written.
 */
export function importEdits({ table, reading, at, apply }: EditsRequest): EditsImport {
  const { folder, study } = reading;
  const { rows, added, unreadable } = readEditedRows(
    table.records,
    new Set(study.quotes.map(({ id }) => id)),
  );
  const usable = rows.filter(({ coder }) => coder === '' || coderSchema.safeParse(coder).success);
  const { plan, themes } = planTable(usable, { table, study, at });
  const fresh = { name: table.name, rows: readQuoteRows(added, matchColumns(added.header, {}, table.name)) };
  if (apply) {
    addThemes(folder, themes);
    replaceQuotes(folder, plan.quotes);
    appendDecisions(folder, plan.decisions);
  }
  const addedRows = apply
    ? importQuotes(fresh, fresh.rows.length === 0 ? reading : readStudy(folder), at)
    : foretellQuotes(planQuotes({ rows: fresh.rows, reading, file: table.name, at }), fresh.rows.length);
  return {
    file: table.name,
    changes: plan.changes,
    themesAdded: joinThemes(themes, addedRows.themesAdded),
    deletedRows: plan.deleted,
    already: plan.already,
    addedRows,
    conflicts: [
      ...plan.conflicts,
      ...rows.filter((row) => !usable.includes(row)).map(refuseCoder),
      ...unreadable.map(({ line, reason }) => ({
        what: 'decision' as const,
        id: '',
        message: `line ${line}: ${reason}`,
      })),
    ],
    notices: [...plan.notices, ...addedRows.notices],
    applied: apply,
  };
}

type PlanContext = { readonly table: EditedTable; readonly study: Study; readonly at: string };

function planTable(rows: readonly EditedRow[], { table, study, at }: PlanContext) {
  const { ids, added } = nameThemes(
    rows.flatMap(({ themes }) => themes),
    study.taxonomy,
  );
  const plan = compareTable({
    rows,
    study,
    exported: selectExchangeable(study, at.slice(0, 10)).study,
    themeIds: ids,
    isPartial: table.records.hiddenRows > 0,
    file: table.name,
    at,
  });
  const used = new Set(plan.decisions.map(({ themeId }) => themeId));
  return { plan, themes: added.filter(({ id }) => used.has(id)) };
}

function foretellQuotes(plan: ReturnType<typeof planQuotes>, rows: number): ImportedQuotes {
  return {
    taken: rows - plan.left.length - plan.already,
    decisions: plan.decisions.length,
    already: plan.already,
    left: plan.left,
    themesAdded: plan.themes,
    notices: plan.notices,
  };
}

function appendDecisions(folder: string, decisions: Study['decisions']): void {
  for (const coder of new Set(decisions.map((decision) => decision.coder))) {
    const own = decisions.filter((decision) => decision.coder === coder);
    appendRecords({ folder, file: nameDecisionsFile(coder) }, own.map(toDecisionRecord));
  }
}

function joinThemes(edited: readonly NewTheme[], added: readonly NewTheme[]): readonly NewTheme[] {
  const known = new Set(edited.map(({ id }) => id));
  return [...edited, ...added.filter(({ id }) => !known.has(id))];
}

const refuseCoder = ({ id, line, coder }: EditedRow): Conflict => ({
  what: 'decision',
  id,
  message: `line ${line}: the coder "${coder}" names no file: it must be letters, digits, ".", "_" and "-", e.g. ana`,
});
