import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ThemeView } from '../../../messages/study.js';
import { Button } from '../../parts/button.js';
import { ThemeRules } from '../../parts/theme-rules.js';
import { linkTo } from '../../state/route.js';
import { findTheme, study } from '../../state/study.js';
import { DescribeForm, hasDraft } from './describe-form.js';
import { beginMove, isDetailOpen } from './stand.js';
import { listChildren, type TreeRow } from './theme-tree.js';
import { takeThemeKey } from './use-tree.js';

export type DetailCommand = 'add' | 'rename' | 'merge' | 'split' | 'remove';
type Props = { readonly row: TreeRow; readonly onCommand: (command: DetailCommand) => void };

function nameAbove(theme: ThemeView): string {
  const dimension =
    study.value?.dimensions.find(({ id }) => id === theme.dimension)?.label ?? theme.dimension;
  const names: string[] = [];
  for (let above = findTheme(theme.parent ?? ''); above !== undefined && names.length < 8; ) {
    names.unshift(above.label);
    above = findTheme(above.parent ?? '');
  }
  return [dimension, ...names].join(' › ');
}

function Words({
  title,
  words,
}: {
  readonly title: string;
  readonly words: readonly string[];
}): JSX.Element | null {
  if (words.length === 0) return null;
  return (
    <div class="detail-words">
      <h3>{title}</h3>
      <ul>
        {words.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ul>
    </div>
  );
}

function Said({ theme }: { readonly theme: ThemeView }): JSX.Element {
  return (
    <>
      <ThemeRules theme={{ ...theme, examples: [] }} />
      <Words title="Keywords" words={theme.keywords} />
      <Words title="Not these words" words={theme.notKeywords} />
      {theme.examples.length > 0 && (
        <div class="detail-examples">
          <h3>Examples</h3>
          <ul>
            {theme.examples.map((example) => (
              <li key={example}>
                <q>{example}</q>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function ThemeDetail({
  theme,
  onCommand,
}: {
  readonly theme: ThemeView;
  readonly onCommand: Props['onCommand'];
}) {
  const [isDescribing, setIsDescribing] = useState(() => hasDraft(theme.id));
  const hasChildren = listChildren(study.value?.themes ?? [], theme.dimension, theme.id).length > 0;
  return (
    <>
      <p class="detail-above">{nameAbove(theme)}</p>
      <p class="detail-counts">
        <b>{theme.quotes}</b> {theme.quotes === 1 ? 'quote' : 'quotes'} of <b>{theme.participants}</b>{' '}
        {theme.participants === 1 ? 'participant' : 'participants'}
        {theme.disputed > 0 && (
          <>
            {' '}
            · <a href={linkTo('compare')}>{theme.disputed} disputed</a>
          </>
        )}
      </p>
      <div class="detail-actions">
        <a class="button button-strong" href={linkTo('organise', theme.id)}>
          Open the board
        </a>
        <a class="button button-plain" href={linkTo('decide', '', { theme: theme.id })}>
          Decide
        </a>
        {!isDescribing && <Button onClick={() => setIsDescribing(true)}>Describe</Button>}
      </div>
      <div class="detail-actions detail-changes" role="toolbar" aria-label="Change the tree">
        <Button onClick={() => onCommand('rename')} shortcut="F2">
          Rename
        </Button>
        <Button
          onClick={() => {
            isDetailOpen.value = false;
            beginMove(theme.id);
          }}
          shortcut="Alt ↕"
        >
          Move
        </Button>
        <Button onClick={() => onCommand('add')} shortcut="Ins">
          New theme inside
        </Button>
        <Button onClick={() => onCommand('merge')}>Merge…</Button>
        <Button onClick={() => onCommand('split')} disabled={theme.quotes < 2}>
          Split…
        </Button>
        <Button tone="danger" onClick={() => onCommand('remove')} disabled={hasChildren} shortcut="Del">
          Remove…
        </Button>
      </div>
      {hasChildren && <p class="detail-above">It can be removed once the themes inside it are elsewhere.</p>}
      {isDescribing ? (
        <DescribeForm theme={theme} onClose={() => setIsDescribing(false)} />
      ) : (
        <Said theme={theme} />
      )}
    </>
  );
}

function DimensionDetail({ row, onCommand }: Props): JSX.Element {
  const themes = (study.value?.themes ?? []).filter(({ dimension }) => dimension === row.dimension);
  return (
    <>
      <p class="detail-above">A dimension: a family of themes that answers one question about a quote.</p>
      <p class="detail-counts">
        <b>{themes.length}</b> {themes.length === 1 ? 'theme' : 'themes'}
      </p>
      <div class="detail-actions">
        <Button tone="strong" onClick={() => onCommand('add')}>
          New theme
        </Button>
      </div>
    </>
  );
}

/** What is chosen in the tree: what it says of itself, and what can be done with it. */
export function Detail({ row, onCommand }: Props): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  const isOpen = isDetailOpen.value;
  useEffect(() => {
    if (isOpen) heading.current?.focus({ preventScroll: true });
  }, [isOpen]);
  const takeKey = (event: KeyboardEvent) => {
    const isTyped = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    const command = (name: DetailCommand) => () => onCommand(name);
    const commands = { rename: command('rename'), remove: command('remove'), add: command('add') };
    if (!isTyped && takeThemeKey(event, row, commands)) event.preventDefault();
  };
  return (
    <section class="detail" aria-label={row.label} onKeyDown={takeKey}>
      <div class="detail-back">
        <Button
          tone="quiet"
          onClick={() => {
            isDetailOpen.value = false;
          }}
        >
          <span aria-hidden="true">←</span> All themes
        </Button>
      </div>
      <h2 ref={heading} tabIndex={-1}>
        {row.label}
      </h2>
      {row.theme === undefined ? (
        <DimensionDetail row={row} onCommand={onCommand} />
      ) : (
        <ThemeDetail key={row.theme.id} theme={row.theme} onCommand={onCommand} />
      )}
    </section>
  );
}
