import type { Action } from '../../model/action.js';
import type { HistoryEntry } from '../../model/history.js';
import type { Study } from '../../model/study.js';
import type { ThemeChange } from './change-parts.js';

/**
 * What an entry of the history did, in a few words such as `Marked a quote of P03`: no words of a participant. `done` are the
 * entries that an undo or redo may be of; without them it is told as such.
 */
export function describeEntry(entry: HistoryEntry, study: Study, done: readonly HistoryEntry[] = []): string {
  if (entry.changes.length === 0) return 'Changed nothing: it was so already';
  if (entry.action.kind === 'undo' || entry.action.kind === 'redo') {
    const of = done.find(({ id }) => id === entry.of);
    const verb = entry.action.kind === 'undo' ? 'Took back' : 'Did again';
    if (of === undefined) return `${verb} the last thing`;
    const told = describeAction(of.action, { entry: of, study });
    return `${verb}: ${told.charAt(0).toLowerCase()}${told.slice(1)}`;
  }
  return describeAction(entry.action, { entry, study });
}

type Context = { readonly entry: HistoryEntry; readonly study: Study };

function describeAction(action: Action, context: Context): string {
  switch (action.kind) {
    case 'mark':
      return `Marked a quote of ${nameTranscript(context, action.transcript)}`;
    case 'unmark':
      return `Took a quote of ${nameQuote(context, action.quote)} away`;
    case 'edit-quote':
      return `${describeEdit(action)} a quote of ${nameQuote(context, action.quote)}`;
    case 'decide':
      return `${describeVerdict(action)} for a quote of ${nameQuote(context, action.quote)}: ${nameTheme(context, action.theme)}`;
    case 'resolve':
      return `${action.applies === null ? 'Reopened' : 'Settled'} ${nameTheme(context, action.theme)} for a quote of ${nameQuote(context, action.quote)}`;
    case 'write-memo':
      return `Wrote the memo of ${nameTheme(context, action.theme)}`;
    case 'order-quotes':
      return `Ordered the quotes of ${nameTheme(context, action.theme)}`;
    default:
      return describeThemes(action, context);
  }
}

type Taxonomic = Exclude<
  Action,
  { kind: 'mark' | 'unmark' | 'edit-quote' | 'decide' | 'resolve' | 'write-memo' | 'order-quotes' }
>;

function describeThemes(action: Taxonomic, context: Context): string {
  switch (action.kind) {
    case 'create-theme':
      return `Added the theme “${action.theme.fields.label}”`;
    case 'edit-theme':
      return describeThemeEdit(action, context);
    case 'move-theme':
      return `Moved the theme ${nameTheme(context, action.theme)}`;
    case 'merge-themes':
      return `Merged ${nameTheme(context, action.from)} into ${nameTheme(context, action.into)}`;
    case 'split-theme':
      return `Split “${action.fields.label}” off ${nameTheme(context, action.theme)}`;
    case 'remove-theme':
      return `Took the theme ${nameTheme(context, action.theme)} away`;
    case 'undo':
      return 'Took back the last thing';
    case 'redo':
      return 'Did the last thing again';
  }
}

function describeThemeEdit(
  { theme, fields }: Extract<Action, { kind: 'edit-theme' }>,
  context: Context,
): string {
  const change = context.entry.changes.find(
    (each): each is ThemeChange => each.kind === 'theme' && each.id === theme,
  );
  const [before, after] = [change?.before?.entry.label, change?.after?.entry.label];
  const isRenamed = Object.keys(fields).length === 1 && before !== undefined && before !== after;
  return isRenamed
    ? `Renamed the theme “${before}” to “${after}”`
    : `Edited the theme ${nameTheme(context, theme)}`;
}

function describeEdit({ wording, important }: Extract<Action, { kind: 'edit-quote' }>): string {
  if (wording !== undefined) return wording === null ? 'Took the wording away from' : 'Worded';
  if (important !== undefined) return important ? 'Marked as important' : 'No longer important:';
  return 'Noted something beside';
}

function describeVerdict({ applies, contradicts }: Extract<Action, { kind: 'decide' }>): string {
  if (applies === null) return 'Took a decision back';
  if (contradicts === true) return 'Accepted, as speaking against it,';
  return applies ? 'Accepted' : 'Rejected';
}

function nameTheme({ study, entry }: Context, id: string): string {
  const present = study.taxonomy.themes.find((theme) => theme.id === id)?.label;
  const was = entry.changes.find(
    (change): change is ThemeChange => change.kind === 'theme' && change.id === id,
  );
  return `“${present ?? was?.before?.entry.label ?? was?.after?.entry.label ?? id}”`;
}

function nameQuote({ study, entry }: Context, id: string): string {
  const present = study.quotes.find((quote) => quote.id === id)?.transcriptId;
  const was = entry.changes.flatMap((change) =>
    change.kind === 'quote' && change.id === id ? (change.before ?? change.after ?? []) : [],
  )[0]?.transcript;
  const transcript = present ?? was;
  return transcript === undefined
    ? 'a transcript that is gone'
    : nameTranscript({ study, entry }, transcript);
}

/** The participant, where there is one; else the transcript. */
function nameTranscript({ study }: Context, id: string): string {
  const ids = study.transcripts.find((transcript) => transcript.id === id)?.participantIds ?? [];
  return ids.length === 1 ? (ids[0] ?? id) : id;
}
