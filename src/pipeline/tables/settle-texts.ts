import { settleCell } from '../../exchanges/tables/coded-quote.js';
import type { Notice } from '../../model/notice.js';
import type { Quote } from '../../model/quote.js';
import type { Study } from '../../model/study.js';
import { deriveWording } from '../derive-wording.js';
import { describeNegations } from '../wordings/describe-negations.js';
import { describeWordingDifferences } from '../wordings/describe-wording-differences.js';
import type { RowGroup } from './edited-row.js';
import type { TableChange } from './table-change.js';

/** The wording and note that rows give a quote; the lists hold what differs from the study, each once. */
export type GivenTexts = {
  readonly wording: string;
  readonly note: string;
  readonly wordings: readonly string[];
  readonly notes: readonly string[];
};

export type SettledTexts = {
  /** The quote with the texts. */
  readonly quote: Quote;
  readonly changes: readonly TableChange[];
  readonly notices: readonly Notice[];
  /** In words why they cannot be taken. */
  readonly fault?: string;
};

export function readGivenTexts(group: RowGroup, { wording = '', note = '' }: Quote): GivenTexts {
  const wordings = listOthers(group, 'wording', wording);
  const notes = listOthers(group, 'note', note);
  return { wording: wordings[0] ?? wording, note: notes[0] ?? note, wordings, notes };
}

function listOthers({ rows }: RowGroup, field: 'wording' | 'note', now: string): readonly string[] {
  const others = rows.map((row) => settleCell(row[field])).filter((text) => text !== settleCell(now));
  return [...new Set(others)];
}

type TextContext = {
  readonly quote: Quote;
  readonly given: GivenTexts;
  readonly request: { readonly study: Study; readonly file: string };
};

/** The quote as the rows want it. A wording is taken only as far as its edits can be marked. */
export function settleTexts(group: RowGroup, { quote, given, request }: TextContext): SettledTexts {
  const unchanged = { quote, changes: [], notices: [] };
  if (given.wordings.length > 1 || given.notes.length > 1)
    return { ...unchanged, fault: 'its rows give it different wordings or notes' };
  const { language } = request.study.settings;
  const wording = given.wordings.length === 0 ? given.wording : takeWording(given.wording, quote, language);
  if (typeof wording !== 'string') return { ...unchanged, fault: wording.fault };
  const { wording: _wording, note: _note, ...rest } = quote;
  const edited = {
    ...rest,
    ...(wording === '' ? {} : { wording }),
    ...(given.note === '' ? {} : { note: given.note }),
  };
  const changes = listChanges(group, quote, edited);
  const isReworded = changes.some(({ what, to }) => what === 'wording' && to !== '');
  const turned = isReworded ? describeNegations(wording, quote.exact, language) : undefined;
  return { quote: edited, changes, notices: tellTurned(turned, { file: request.file, line: group.line }) };
}

/** Empty where the words are printed as they are. */
function takeWording(
  given: string,
  { exact }: Quote,
  language: Study['settings']['language'],
): string | { readonly fault: string } {
  if (given === '') return '';
  const derived = deriveWording({ exact, edited: given, language });
  if (derived.accepted) return derived.wording === exact ? '' : derived.wording;
  return {
    fault: `its wording differs from the transcript: ${describeWordingDifferences(derived.differences)}`,
  };
}

function listChanges({ line, coder }: RowGroup, before: Quote, after: Quote): readonly TableChange[] {
  const fields = ['wording', 'note'] as const;
  return fields.flatMap((what) => {
    const [from, to] = [before[what] ?? '', after[what] ?? ''];
    if (settleCell(from) === settleCell(to)) return [];
    return [{ line, quote: before.id, coder, what, from, to }];
  });
}

function tellTurned(turned: string | undefined, place: Notice['place']): readonly Notice[] {
  if (turned === undefined) return [];
  const message = `the wording ${turned}: look whether it still says what was meant`;
  return [{ severity: 'caution', code: 'wording-hides-negation', message, place }];
}
