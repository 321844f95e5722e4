import type { Change, HistoryEntry } from '../../model/history.js';
import type { Study } from '../../model/study.js';
import { isAt, openStudy } from './present-state.js';
import type { KnownFiles } from './review-job.js';

export type Asked = {
  readonly study: Study;
  readonly history: readonly HistoryEntry[];
  readonly files?: KnownFiles | undefined;
};

/** The same for two changes of one thing, and for no others. */
export function nameThing(change: Change): string {
  switch (change.kind) {
    case 'quote':
    case 'theme':
      return `${change.kind}\n${change.id}`;
    case 'decision':
      return `decision\n${change.coder}\n${change.quote}\n${change.theme}`;
    case 'memo':
    case 'board':
      return `${change.kind}\n${change.theme}`;
  }
}

/** The entry that made one of some things what it is now; nothing where somebody did it without this app. */
export function findChanger(
  { study, history, files }: Asked,
  things: ReadonlySet<string>,
): HistoryEntry | undefined {
  const isOne = (change: Change) => things.has(nameThing(change));
  const entry = history.findLast(({ changes }) => changes.some(isOne));
  const change = entry?.changes.findLast(isOne);
  if (change === undefined) return undefined;
  return isAt(openStudy(study, [change], files)(change), change, 'after') ? entry : undefined;
}

/** Who changed a thing, to stand behind "was changed". */
export function tellChanger(entry: HistoryEntry | undefined, coder: string): string {
  if (entry === undefined) return ' outside of this app';
  return entry.by === coder ? ' by yourself' : ` by ${entry.by}`;
}
