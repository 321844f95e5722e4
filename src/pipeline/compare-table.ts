import {
  type CodedQuote,
  foldWords,
  listCodedQuotes,
  settleCell,
  signRow,
  signTable,
  stateOf,
} from '../exchanges/tables/coded-quote.js';
import type { Decision } from '../model/decision.js';
import type { Notice } from '../model/notice.js';
import type { Quote } from '../model/quote.js';
import type { Study } from '../model/study.js';
import type { Conflict } from './merging/conflict.js';
import { type EditedRow, groupRows, nameRow, type RowGroup } from './tables/edited-row.js';
import { listVerdictChanges } from './tables/list-verdict-changes.js';
import { type GivenTexts, readGivenTexts, settleTexts } from './tables/settle-texts.js';
import type { TableChange, TablePlan } from './tables/table-change.js';
import { takeBackDeleted } from './tables/take-back-deleted.js';

export type TableRequest = {
  /** Those that name a quote. */
  readonly rows: readonly EditedRow[];
  readonly study: Study;
  /** What of it would be exported now. */
  readonly exported: Pick<Study, 'quotes' | 'decisions'>;
  /** Ids by the names of themes as the table writes them. */
  readonly themeIds: ReadonlyMap<string, string>;
  /** Whether rows may be missing that nobody deleted: hidden ones, for instance. */
  readonly isPartial: boolean;
  /** The table's name. */
  readonly file: string;
  /** ISO 8601, now. */
  readonly at: string;
};

type Found = {
  readonly changes: readonly TableChange[];
  readonly quote?: Quote;
  readonly decisions: readonly Decision[];
  readonly conflicts: readonly Conflict[];
  readonly notices: readonly Notice[];
};

const nothing: Found = { changes: [], decisions: [], conflicts: [], notices: [] };

/**
 * What somebody edited in a table of quotes that this tool wrote. Three states meet: the row as it was written (by its
 * signature), as it is in the table, and as it is in the study. What only the table changed is a change; what both
 * changed is a conflict, unless both say the same; what only the study changed stays. The same table again, once its
 * changes are made, gives none.
 */
export function compareTable(request: TableRequest): TablePlan {
  const { rows, study, themeIds } = request;
  const coded = new Map(
    listCodedQuotes(study).map((row) => [nameRow({ id: row.quote.id, coder: row.coder }), row]),
  );
  const quotes = new Map(study.quotes.map((quote) => [quote.id, quote]));
  const groups = groupRows(rows, { coder: study.settings.coder, themeIds });
  const edited = new Map<string, Quote>();
  const found = groups.map((group): Found => {
    const quote = quotes.get(group.id);
    if (quote === undefined) return refuse(group, 'the study has no such quote, or it is lost');
    const now = coded.get(nameRow(group)) ?? { quote, coder: group.coder, verdicts: new Map() };
    const own = compareGroup(group, now, { request, pending: edited.get(quote.id) });
    if (own.quote !== undefined) edited.set(quote.id, own.quote);
    return own;
  });
  const deleted = takeBackDeleted(groups, {
    coded: listCodedQuotes(request.exported),
    table: signTable(listCodedQuotes(request.exported)),
    request,
  });
  return {
    changes: [...found.flatMap(({ changes }) => changes), ...deleted.changes],
    quotes: [...edited.values()],
    decisions: [...found.flatMap(({ decisions }) => decisions), ...deleted.decisions],
    deleted: deleted.rows,
    already: found.filter(({ changes, conflicts }) => changes.length === 0 && conflicts.length === 0).length,
    conflicts: found.flatMap(({ conflicts }) => conflicts),
    notices: [...found.flatMap(({ notices }) => notices), ...deleted.notices],
  };
}

const refuse = ({ id, line }: RowGroup, message: string): Found => ({
  ...nothing,
  conflicts: [{ what: 'quote', id, message: `line ${line}: ${message}` }],
});

type CompareContext = {
  readonly request: TableRequest;
  /** The quote as another coder's row has edited it. */
  readonly pending: Quote | undefined;
};

function compareGroup(group: RowGroup, now: CodedQuote, { request, pending }: CompareContext): Found {
  const { quote } = now;
  const given = readGivenTexts(group, quote);
  if (isAsExported(group, quote, given)) return nothing;
  const texts = settleTexts(group, { quote, given, request });
  const fault = findFault(group, quote) ?? texts.fault;
  if (fault !== undefined) return refuse(group, fault);
  const { changes, decisions } = listVerdictChanges(group, now.verdicts, request.at);
  const all = [...texts.changes, ...changes];
  if (all.length === 0) return nothing;
  const isFollowed = group.signature !== '' && signRow(stateOf(now)) === group.signature;
  if (!isFollowed && (group.signature !== '' || all.some(({ from }) => from !== '')))
    return refuse(group, tellBoth(group, all));
  if (pending !== undefined && texts.changes.length > 0 && !isSameText(pending, texts.quote))
    return refuse(group, 'another row of this quote gives it another wording or note');
  return {
    changes: all,
    ...(texts.changes.length === 0 ? {} : { quote: texts.quote }),
    decisions,
    conflicts: [],
    notices: texts.notices,
  };
}

/** Whether nobody edited a row: whatever the study says by now is then newer. */
function isAsExported(group: RowGroup, { id, exact }: Quote, given: GivenTexts): boolean {
  if (given.wordings.length > 1 || given.notes.length > 1 || group.unclear.length > 0) return false;
  const other = group.rows.find(({ quote }) => quote !== '' && foldWords(quote) !== foldWords(exact));
  const { wording, note } = given;
  return (
    signRow({ id, words: other?.quote ?? exact, wording, note, verdicts: group.verdicts }) === group.signature
  );
}

function findFault({ rows, unclear }: RowGroup, { exact }: Quote): string | undefined {
  if (rows.some(({ quote }) => quote !== '' && foldWords(quote) !== foldWords(exact)))
    return 'the words of a quote are those of the transcript: write how it is to be printed into "wording"';
  if (unclear.length === 0) return undefined;
  return `${unclear.join(', ')} is said to apply and not to apply`;
}

function tellBoth({ signature }: RowGroup, changes: readonly TableChange[]): string {
  const what = [...new Set(changes.map((change) => change.what))].join(', ');
  return signature === ''
    ? `without "as_exported" it cannot be told who changed ${what}: only what is added is taken`
    : `its ${what} was edited in the table, and the study has changed the quote since: export anew, and edit that`;
}

const isSameText = (one: Quote, other: Quote) =>
  one.wording === other.wording && settleCell(one.note ?? '') === settleCell(other.note ?? '');
