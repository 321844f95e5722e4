import type { Action, ThemeFields } from '../../model/action.js';
import { writeSettled } from '../../model/base.js';
import { CONSENSUS } from '../../model/decision.js';
import type { Study } from '../../model/study.js';
import type { Theme } from '../../model/theme.js';
import type { KnownFiles } from './review-job.js';

/** Words, or an order, that an action puts others in the place of; each as one text, empty where nothing stands. */
export type Replaced = {
  /** `memo`, a field of a theme or a quote, `order`, `settled`. */
  readonly field: string;
  readonly now: string;
  /** What the action puts there. */
  readonly next: string;
};

/**
 * What an action replaces of a study, and would lose to whoever wrote it. What is decided again, or only goes elsewhere, is
 * not among it: that stays in the files or follows from them. Nothing where the action is about something that is gone.
 */
export function listReplaced(study: Study, action: Action, files?: KnownFiles): readonly Replaced[] {
  const theme = (id: string) => study.taxonomy.themes.find((each) => each.id === id);
  switch (action.kind) {
    case 'write-memo':
      return [{ field: 'memo', now: files?.memoTexts.get(action.theme) ?? '', next: action.text }];
    case 'order-quotes':
      return [{ field: 'order', now: readOrder(study, action.theme), next: action.quotes.join('\n') }];
    case 'edit-theme':
      return listFields(theme(action.theme), action.fields);
    case 'merge-themes':
      return listFields(theme(action.from), { description: '', include: '', exclude: '' });
    case 'remove-theme':
      return [
        ...listFields(theme(action.theme), emptied),
        { field: 'memo', now: files?.memoTexts.get(action.theme) ?? '', next: '' },
      ];
    case 'edit-quote':
    case 'unmark':
      return listBeside(study, action);
    case 'resolve':
      return [listSettled(study, action)];
    default:
      return [];
  }
}

const emptied: ThemeFields = {
  ...{ description: '', include: '', exclude: '' },
  ...{ keywords: [], notKeywords: [], examples: [] },
};

/** A list is a line an entry. */
function listFields(theme: Theme | undefined, fields: ThemeFields): readonly Replaced[] {
  if (theme === undefined) return [];
  const texts = (['label', 'description', 'include', 'exclude'] as const).flatMap((field) =>
    fields[field] === undefined ? [] : [{ field, now: theme[field], next: fields[field] }],
  );
  const lists = (['keywords', 'notKeywords', 'examples'] as const).flatMap((field) =>
    fields[field] === undefined
      ? []
      : [{ field, now: theme[field].join('\n'), next: fields[field].join('\n') }],
  );
  return [...texts, ...lists];
}

type AboutQuote = Extract<Action, { kind: 'edit-quote' | 'unmark' }>;

function listBeside({ quotes }: Study, action: AboutQuote): readonly Replaced[] {
  const quote = quotes.find(({ id }) => id === action.quote);
  if (quote === undefined) return [];
  const next = action.kind === 'unmark' ? { wording: null, note: null } : action;
  return (['wording', 'note'] as const).flatMap((field) =>
    next[field] === undefined ? [] : [{ field, now: quote[field] ?? '', next: next[field] ?? '' }],
  );
}

const readOrder = ({ boards = [] }: Study, theme: string): string =>
  boards.find(({ themeId }) => themeId === theme)?.quoteIds.join('\n') ?? '';

/** Where the verdict stays, so does the note, unless another is given. */
function listSettled({ decisions }: Study, action: Extract<Action, { kind: 'resolve' }>): Replaced {
  const { quote, theme, applies } = action;
  const found = decisions.find(
    (one) => one.coder === CONSENSUS && one.quoteId === quote && one.themeId === theme,
  );
  const note = action.note ?? (found?.applies === applies ? found?.note : undefined);
  const now = found === undefined ? '' : writeSettled(found.applies, found.note);
  return { field: 'settled', now, next: writeSettled(applies, note) };
}
