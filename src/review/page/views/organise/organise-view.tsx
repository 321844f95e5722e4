import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../parts/button.js';
import { Empty } from '../../parts/empty.js';
import { linkTo } from '../../state/route.js';
import { study } from '../../state/study.js';
import { MergeDialog, RemoveDialog, SplitDialog } from './change-dialogs.js';
import { Detail, type DetailCommand } from './detail.js';
import { MovingBar } from './moving-bar.js';
import { NewThemeDialog } from './new-theme-dialog.js';
import { findChosen, isDetailOpen, moving, showTheme } from './stand.js';
import { nameDimension, type TreeRow } from './theme-tree.js';
import { Tree } from './tree.js';
import { UndoStrip } from './undo-strip.js';
import './organise.css';

type Asking = { readonly command: DetailCommand; readonly row: TreeRow };

/** The dialog that a command needs. */
function Dialogs({ asking, onClose }: { readonly asking: Asking; readonly onClose: () => void }) {
  const { command, row } = asking;
  const show = {
    onClose,
    onDone: (done: { readonly made: string }) => done.made !== '' && showTheme(done.made),
  };
  if (command === 'add') return <NewThemeDialog home={row.key} {...show} />;
  if (row.theme === undefined) return null;
  if (command === 'merge') return <MergeDialog theme={row.theme} {...show} />;
  if (command === 'split') return <SplitDialog theme={row.theme} {...show} />;
  return <RemoveDialog theme={row.theme} {...show} />;
}

const top: TreeRow = {
  key: nameDimension(''),
  label: '',
  dimension: '',
  theme: undefined,
  level: 1,
  place: 1,
  siblings: 1,
  hasChildren: false,
  isOpen: false,
  parentKey: '',
};

function NoThemes({ onAdd }: { readonly onAdd: () => void }): JSX.Element {
  return (
    <Empty title="No themes yet">
      <p>
        A theme is what quotes can be about. Give it a name and a sentence that says what belongs to it;
        keywords let Themeloom propose it for quotes.
      </p>
      <Button tone="strong" onClick={onAdd}>
        Make the first theme
      </Button>
      <p>
        Or see <a href={linkTo('clusters')}>which quotes are alike</a>, and make a theme of a group of them.
      </p>
    </Empty>
  );
}

const keyWords =
  'Arrows walk, letters find. Alt with an arrow moves a theme, F2 renames it, Ins makes one inside it, Del removes it.';

/** Gives the focus back to the tree where a dialog left it nowhere, as when its theme is gone. */
function useFocusBack(isAsking: boolean): void {
  const wasAsking = useRef(false);
  useEffect(() => {
    if (wasAsking.current && !isAsking && document.activeElement === document.body)
      document.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
}

/** The taxonomy as a tree, with what is chosen in it beside it. */
export function OrganiseView(): JSX.Element {
  const [asking, setAsking] = useState<Asking | undefined>();
  const [renaming, setRenaming] = useState('');
  const chosen = findChosen();
  useFocusBack(asking !== undefined);
  const ask = (command: DetailCommand, row: TreeRow) => {
    if (command !== 'rename') return setAsking({ command, row });
    isDetailOpen.value = false;
    setRenaming(row.key);
  };
  const isEmpty = (study.value?.themes.length ?? 0) === 0;
  return (
    <div class={`organise ${isDetailOpen.value ? 'organise-in-detail' : ''}`}>
      <header class="organise-head">
        <h1>Organise</h1>
        {!isEmpty && (
          <Button onClick={() => ask('add', chosen ?? top)}>
            <span aria-hidden="true">+</span> New theme
          </Button>
        )}
        <a class="organise-clusters" href={linkTo('clusters')}>
          What do the themes miss?
        </a>
      </header>
      {isEmpty ? (
        <NoThemes onAdd={() => ask('add', chosen ?? top)} />
      ) : (
        <div class="organise-panes">
          <div class="organise-tree">
            <p class="organise-keys">{keyWords}</p>
            <p class="organise-columns" aria-hidden="true">
              <span>quotes</span>
              <span>people</span>
            </p>
            <Tree
              chosen={chosen?.key ?? ''}
              renaming={renaming}
              onRenamed={() => setRenaming('')}
              commands={{
                rename: (row) => row.theme !== undefined && setRenaming(row.key),
                remove: (row) => ask('remove', row),
                add: (row) => ask('add', row),
              }}
            />
            {moving.value === undefined ? <UndoStrip /> : <MovingBar />}
          </div>
          {chosen !== undefined && <Detail row={chosen} onCommand={(command) => ask(command, chosen)} />}
        </div>
      )}
      {asking !== undefined && <Dialogs asking={asking} onClose={() => setAsking(undefined)} />}
    </div>
  );
}
