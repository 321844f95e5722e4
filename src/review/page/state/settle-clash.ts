import type { Action, ThemeFields } from '../../../model/action.js';
import { markText } from '../../../model/base.js';
import type { PreviewView } from '../../messages/deciding.js';

export type Replaced = PreviewView['replaces'][number];
/** Which text is to stand: what somebody else wrote, what was written here, or both. */
export type Choice = 'theirs' | 'mine' | 'both';

const isSame = (one: string, other: string) => markText(one) === markText(other);

/** Of what an action would replace: what says something else than its coder had seen, and than it puts there. */
export function listClashing(action: Action, replaces: readonly Replaced[]): readonly Replaced[] {
  const base = 'base' in action ? action.base : undefined;
  return replaces.filter(
    ({ field, now, next }) =>
      base?.[field] !== undefined && base[field] !== markText(now) && !isSame(now, next),
  );
}

const texts = ['description', 'include', 'exclude', 'note'];
const lists = ['keywords', 'notKeywords', 'examples'];

/** Both texts as one, what was there first; `undefined` where only one of them can stand. */
export function joinTexts({ field, now, next }: Replaced, coder: string): string | undefined {
  if (now.trim() === '' || next.trim() === '') return undefined;
  if (field === 'memo') return `${now.trimEnd()}\n\n## Written meanwhile by ${coder}\n\n${next.trim()}\n`;
  if (texts.includes(field)) return `${now.trimEnd()}\n${next.trim()}`;
  if (lists.includes(field)) return [...new Set([...now.split('\n'), ...next.split('\n')])].join('\n');
  return undefined;
}

export type Choosing = Pick<PreviewView, 'replaces' | 'base'> & {
  /** By field; where one is missing, what was written here stands. */
  readonly choices: ReadonlyMap<string, Choice>;
  readonly coder: string;
};

/** The action that makes the choices true, and replaces only what was seen; `undefined` where nothing is left to do. */
export function settleClash(action: Action, choosing: Choosing): Action | undefined {
  const { base, choices } = choosing;
  switch (action.kind) {
    case 'edit-theme': {
      const fields = settleFields(action.fields, choosing);
      return Object.keys(fields).length === 0 ? undefined : { ...action, fields, base };
    }
    case 'edit-quote': {
      const { wording, note, ...rest } = action;
      const kept = {
        ...rest,
        ...(wording === undefined || choices.get('wording') === 'theirs' ? {} : { wording }),
        ...(note === undefined || choices.get('note') === 'theirs'
          ? {}
          : { note: readBoth('note', choosing) ?? note }),
      };
      const isLeft = 'wording' in kept || 'note' in kept || kept.important !== undefined;
      return isLeft ? { ...kept, base } : undefined;
    }
    case 'write-memo':
      if (choices.get('memo') === 'theirs') return undefined;
      return { ...action, text: readBoth('memo', choosing) ?? action.text, base };
    default:
      return [...choices.values()].includes('theirs') || !('base' in action)
        ? undefined
        : { ...action, base };
  }
}

/** Both texts of a field, where both were chosen. */
function readBoth(field: string, { replaces, choices, coder }: Choosing): string | undefined {
  const found = replaces.find((each) => each.field === field);
  return choices.get(field) === 'both' && found !== undefined ? joinTexts(found, coder) : undefined;
}

function settleFields(fields: ThemeFields, choosing: Choosing): ThemeFields {
  const kept = Object.entries(fields).flatMap(([field, mine]): [string, unknown][] => {
    if (choosing.choices.get(field) === 'theirs') return [];
    const both = readBoth(field, choosing);
    if (both === undefined) return [[field, mine]];
    return [[field, lists.includes(field) ? both.split('\n') : both]];
  });
  return Object.fromEntries(kept);
}
