import { ToolkitError } from '../../errors.js';
import type { Action } from '../../model/action.js';
import { type Base, markBase } from '../../model/base.js';
import { CONSENSUS } from '../../model/decision.js';
import type { Change } from '../../model/history.js';
import type { Study } from '../../model/study.js';
import type { ThemeChange, ThemeState } from './change-parts.js';
import { listReplaced, type Replaced } from './list-replaced.js';
import { planAction } from './plan-action.js';
import { dropBase } from './refuse-clash.js';
import type { KnownFiles } from './review-job.js';

/** What an action would change, in plain counts and sentences. */
export type ActionPreview = {
  /** Quotes that are touched: marked, taken away, or decided on otherwise. */
  readonly quotes: number;
  /** Decisions that go, move or change, of whomever. */
  readonly decisions: number;
  /** Sentences, the weightiest first. */
  readonly lines: readonly string[];
  /** Why it cannot be done, in words; else empty. */
  readonly refused: string;
  /** What it would put other words, or another order, in the place of. */
  readonly replaces: readonly Replaced[];
  /** The marks of that: an action that carries them replaces nothing else than what was seen here. */
  readonly base: Base;
};

/** Nobody's decisions are told from anybody's in a preview, so that any name will do. */
const NOBODY = 'nobody';
const NEVER = '1970-01-01T00:00:00Z';

/** What an action other than undo and redo would change, before it is done. */
export function previewAction(study: Study, action: Action, files?: KnownFiles): ActionPreview {
  const replaces = listReplaced(study, action, files);
  const base = markBase(Object.fromEntries(replaces.map(({ field, now }) => [field, now])));
  try {
    const who = { coder: NOBODY, at: NEVER, ...(files === undefined ? {} : { files }) };
    const changes = planAction(study, [], { action: dropBase(action), ...who });
    return { ...count(study, action, changes), replaces, base };
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    const refused = error.hint === undefined ? error.message : `${error.message}. ${error.hint}`;
    return { quotes: 0, decisions: 0, lines: [], refused, replaces, base };
  }
}

type Counted = Omit<ActionPreview, 'replaces' | 'base'>;

function count(study: Study, action: Action, changes: readonly Change[]): Counted {
  const decided = changes.filter((change) => change.kind === 'decision');
  const touched = new Set(changes.flatMap((change) => (change.kind === 'quote' ? change.id : [])));
  for (const { quote } of decided) touched.add(quote);
  const words = new Set(decided.map(({ coder, quote }) => `${coder}\n${quote}`));
  return {
    quotes: touched.size,
    decisions: words.size,
    lines: changes.length === 0 ? ['Nothing changes: it is so already.'] : listLines(study, action, changes),
    refused: '',
  };
}

function listLines(study: Study, action: Action, changes: readonly Change[]): readonly string[] {
  const decided = changes.filter((change) => change.kind === 'decision');
  const gone = decided.filter(({ after }) => after === null);
  const come = decided.filter(({ after }) => after !== null);
  const label = nameTarget(study, action);
  const joined = gone.length - come.length;
  const restructures = action.kind === 'merge-themes' || action.kind === 'split-theme';
  return [
    ...(restructures && come.length > 0
      ? [`${tellDecisions(come)} ${come.length === 1 ? 'moves' : 'move'} to ${label}.`]
      : []),
    ...(restructures && joined > 0
      ? [`${joined} more ${joined === 1 ? 'says' : 'say'} what its coder has said of ${label} already.`]
      : []),
    ...(!restructures && gone.length > 0
      ? [`${tellDecisions(gone)} ${gone.length === 1 ? 'goes' : 'go'}.`]
      : []),
    ...(!restructures && come.length > 0 ? [`${tellDecisions(come)} on ${label}.`] : []),
    ...tellThemes(study, action, changes),
    ...tellBeside(changes),
  ];
}

function tellDecisions(changes: readonly { readonly coder: string; readonly before: unknown }[]): string {
  const coders = new Set(
    changes.map(({ coder }) => coder).filter((coder) => coder !== CONSENSUS && coder !== NOBODY),
  );
  const number = `${changes.length} ${changes.length === 1 ? 'decision' : 'decisions'}`;
  if (coders.size === 0) return number;
  return coders.size === 1 ? `${number} of ${[...coders].join('')}` : `${number} of ${coders.size} coders`;
}

function nameTarget({ taxonomy }: Study, action: Action): string {
  const name = (id: string) => `“${taxonomy.themes.find((theme) => theme.id === id)?.label ?? id}”`;
  if (action.kind === 'merge-themes') return name(action.into);
  if (action.kind === 'split-theme') return `“${action.fields.label}”`;
  if (action.kind === 'create-theme') return `“${action.theme.fields.label}”`;
  return 'theme' in action && typeof action.theme === 'string' ? name(action.theme) : 'it';
}

function tellThemes({ taxonomy }: Study, action: Action, changes: readonly Change[]): readonly string[] {
  const name = (id: string) => `“${taxonomy.themes.find((theme) => theme.id === id)?.label ?? id}”`;
  const own = changes.filter((change) => change.kind === 'theme');
  if (action.kind === 'merge-themes') {
    const children = own
      .filter(({ id }) => id !== action.from && id !== action.into)
      .map(({ id }) => name(id));
    const merged = own.some(({ id }) => id === action.into);
    return [
      ...(children.length === 0 ? [] : [`${children.join(', ')} will stand below ${name(action.into)}.`]),
      ...(merged
        ? [`The keywords and examples of ${name(action.from)} are added to ${name(action.into)}.`]
        : []),
      `${name(action.from)} goes, with its description and rules.`,
    ];
  }
  if (action.kind === 'split-theme')
    return [
      `“${action.fields.label}” is added beside ${name(action.theme)}; its quotes leave ${name(action.theme)}.`,
    ];
  return own.map((change) => {
    const { id, before, after } = change;
    if (before === null) return `The theme “${after?.entry.label ?? id}” is added.`;
    if (after === null) return `The theme ${name(id)} goes.`;
    if (action.kind !== 'move-theme') return `${name(id)} says something else.`;
    return tellMove(taxonomy, change, { before, after });
  });
}

/** A theme goes to another parent, or to another place among its siblings; what stands below it comes along. */
function tellMove(
  { dimensions, themes }: Study['taxonomy'],
  { id }: ThemeChange,
  { before, after }: { readonly before: ThemeState; readonly after: ThemeState },
): string {
  const label = (theme: string) => `“${themes.find((each) => each.id === theme)?.label ?? theme}”`;
  const dimension = dimensions.find((each) => each.id === after.dimension)?.label ?? after.dimension;
  const below = themes.filter(({ parentId }) => parentId === id).map((child) => label(child.id));
  const along =
    below.length === 0
      ? ''
      : `, and ${below.join(', ')} below it ${below.length === 1 ? 'comes' : 'come'} along`;
  if (before.parent === after.parent && before.dimension === after.dimension)
    return `${label(id)} becomes number ${after.position + 1} in its list${along}.`;
  const home = after.parent === null ? `to the top of “${dimension}”` : `below ${label(after.parent)}`;
  return `${label(id)} moves ${home}${along}.`;
}

function tellBeside(changes: readonly Change[]): readonly string[] {
  const memos = changes.filter((change) => change.kind === 'memo');
  const taken = memos.filter(({ after }) => after === null).length;
  if (memos.length === 0) return [];
  if (memos.length > taken) return ['The memo changes.'];
  return ['The memo goes.'];
}
