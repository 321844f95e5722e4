import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { study, version } from '../../state/study.js';
import { done } from './done.js';
import { liftTheme, placeAt } from './places.js';
import { beginMove, isDetailOpen, moving, stand } from './stand.js';
import { layTree, type TreeRow } from './theme-tree.js';
import { TreeLine } from './tree-line.js';
import { stepTree } from './tree-steps.js';
import { useDrag } from './use-drag.js';
import { endMove, type TreeCommands, useRows, useTree } from './use-tree.js';
import './tree.css';

/** Where a dragged theme would go, shown at the line under the pointer. */
export type Target = { readonly key: string; readonly where: 'before' | 'inside' | 'after' };

function findRow(rows: readonly TreeRow[], x: number, y: number) {
  const line = document.elementFromPoint(x, y)?.closest('[data-key]');
  const row = rows.find(({ key }) => key === line?.getAttribute('data-key'));
  if (line === null || line === undefined || row === undefined) return undefined;
  const { top, height } = line.getBoundingClientRect();
  return { row, share: height === 0 ? 0.5 : (y - top) / height };
}

/** Dragging a theme over the tree; what it would change is shown by the bar of the move. */
function useTreeDrag(rows: readonly TreeRow[]) {
  const [target, setTarget] = useState<Target | undefined>();
  const start = useDrag({
    onMove: (id, { x, y }) => {
      const here = study.peek();
      const found = findRow(rows, x, y);
      const place = here && found && placeAt(liftTheme(here, id), found.row, found.share);
      if (place === undefined || found === undefined) {
        setTarget(undefined);
        beginMove(id, 'pointer');
        return;
      }
      moving.value = { id, place, by: 'pointer' };
      const where = found.share < 0.25 ? 'before' : found.share <= 0.75 ? 'inside' : 'after';
      setTarget({ key: found.row.key, where: found.row.theme === undefined ? 'inside' : where });
    },
    onDrop: () => {
      setTarget(undefined);
      endMove(target !== undefined);
    },
    onCancel: () => {
      setTarget(undefined);
      endMove(false);
    },
  });
  return { target, start };
}

/** Whether a key names a theme that was just made, and that the study does not show yet. */
function isAwaited(key: string): boolean {
  const here = study.peek();
  if (here === undefined || done.peek()?.at !== version.peek()) return false;
  return !layTree(here, new Set()).some((row) => row.key === key);
}

type Props = {
  readonly commands: TreeCommands;
  readonly chosen: string;
  /** Key of the line whose name is being changed. */
  readonly renaming: string;
  readonly onRenamed: () => void;
};

/** The taxonomy as a tree: one stop of the tab key, arrows inside. */
export function Tree({ commands, chosen, renaming, onRenamed }: Props): JSX.Element {
  const rows = useRows();
  const { tree, takeKey } = useTree(rows, chosen, commands);
  const { target, start } = useTreeDrag(rows);
  const most = Math.max(1, ...rows.map((row) => row.theme?.quotes ?? 0));
  const stop = rows.some(({ key }) => key === chosen) ? chosen : rows[0]?.key;
  return (
    <div class="tree" role="tree" aria-label="Themes" tabIndex={-1} ref={tree} onKeyDown={takeKey}>
      {rows.map((row) => (
        <TreeLine
          key={row.key}
          row={row}
          most={most}
          isChosen={row.key === chosen}
          isStop={row.key === stop}
          isMoving={row.theme !== undefined && row.theme.id === moving.value?.id}
          where={target?.key === row.key ? target.where : undefined}
          isRenaming={row.key === renaming}
          onRenamed={onRenamed}
          onRename={() => commands.rename(row)}
          onToggle={() => {
            const key = row.isOpen ? 'ArrowLeft' : 'ArrowRight';
            stand.value = stepTree(rows, { ...stand.peek(), focus: row.key }, key) ?? stand.peek();
          }}
          onFocus={() => {
            // A theme that was just made is chosen before it is here.
            if (moving.peek() === undefined && !isAwaited(stand.peek().focus))
              stand.value = { ...stand.peek(), focus: row.key };
          }}
          onChoose={() => {
            stand.value = { ...stand.peek(), focus: row.key };
            isDetailOpen.value = true;
          }}
          onPress={(event) => {
            if (row.theme !== undefined && event.pointerType !== 'touch') start(event, row.theme.id);
          }}
        />
      ))}
    </div>
  );
}
