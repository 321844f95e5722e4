import type { JSX } from 'preact';
import type { ThemeView } from '../../../messages/study.js';
import { lookOfTheme } from '../../state/study.js';
import { RenameField } from './rename-field.js';
import type { TreeRow } from './theme-tree.js';

type Props = {
  readonly row: TreeRow;
  /** Quotes of the theme that has most, to draw the others' against. */
  readonly most: number;
  readonly isChosen: boolean;
  readonly isStop: boolean;
  readonly isMoving: boolean;
  readonly where: 'before' | 'inside' | 'after' | undefined;
  readonly isRenaming: boolean;
  readonly onRenamed: () => void;
  readonly onRename: () => void;
  readonly onToggle: () => void;
  readonly onChoose: () => void;
  readonly onFocus: () => void;
  readonly onPress: (event: PointerEvent) => void;
};

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

function Counts({ theme, most }: { readonly theme: ThemeView; readonly most: number }): JSX.Element {
  const { quotes, participants, disputed } = theme;
  return (
    <span class="tree-counts">
      {disputed > 0 && (
        <span class="tree-disputed">
          <span aria-hidden="true">⇄ {disputed}</span>
          <span class="only-read">, {disputed} disputed</span>
        </span>
      )}
      <span class="tree-bar" aria-hidden="true" style={{ '--share': `${(quotes / most) * 100}%` }} />
      <span class="tree-count" title={count(quotes, 'quote', 'quotes')}>
        <span aria-hidden="true">{quotes}</span>
        <span class="only-read">, {count(quotes, 'quote', 'quotes')}</span>
      </span>
      <span class="tree-count tree-people" title={count(participants, 'participant', 'participants')}>
        <span aria-hidden="true">{participants}</span>
        <span class="only-read"> of {count(participants, 'participant', 'participants')}</span>
      </span>
    </span>
  );
}

function Name({ row }: { readonly row: TreeRow }): JSX.Element {
  if (row.theme === undefined) return <span class="tree-label tree-dimension">{row.label}</span>;
  return (
    <>
      <span class={`tree-look look-${lookOfTheme(row.theme.id)}`} aria-hidden="true" />
      <span class="tree-label">{row.label}</span>
    </>
  );
}

/** One line of the tree: a dimension or a theme. */
export function TreeLine(props: Props): JSX.Element {
  const { row, where } = props;
  const classes = [
    'tree-line',
    props.isChosen && 'tree-chosen',
    props.isMoving && 'tree-moving',
    where !== undefined && `tree-${where}`,
  ];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys of all its lines.
    <div
      class={classes.filter((name) => name !== false).join(' ')}
      role="treeitem"
      data-key={row.key}
      tabIndex={props.isStop ? 0 : -1}
      aria-level={row.level}
      aria-posinset={row.place}
      aria-setsize={row.siblings}
      aria-selected={props.isChosen}
      style={{ '--level': row.level }}
      onClick={props.onChoose}
      onFocus={(event) => event.target === event.currentTarget && props.onFocus()}
      onDblClick={props.onRename}
      onPointerDown={props.onPress}
      {...(row.hasChildren ? { 'aria-expanded': row.isOpen } : {})}
    >
      <span
        class={`tree-twist ${row.hasChildren ? '' : 'tree-leaf'}`}
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          props.onToggle();
        }}
      >
        {row.isOpen ? '▾' : '▸'}
      </span>
      {props.isRenaming && row.theme !== undefined ? (
        <RenameField theme={row.theme} onDone={props.onRenamed} />
      ) : (
        <Name row={row} />
      )}
      {row.theme !== undefined && !props.isRenaming && <Counts theme={row.theme} most={props.most} />}
    </div>
  );
}
