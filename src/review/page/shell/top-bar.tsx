import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../parts/button.js';
import { type Look, look } from '../state/look.js';
import { isDraft, showsRepair } from '../state/repair.js';
import { linkTo, route } from '../state/route.js';
import { blind, study } from '../state/study.js';
import { redo, undo } from '../state/undo.js';
import './top-bar.css';

const places = [
  ['read', 'Read'],
  ['decide', 'Decide'],
  ['organise', 'Organise'],
  ['clusters', 'Clusters'],
  ['compare', 'Compare'],
  ['publish', 'Publish'],
  ['history', 'History'],
] as const;

/** What there is of a study that can only be looked at. */
const draftPlaces = [
  ['problems', 'Problems'],
  ['read', 'Read'],
] as const;

function Places(): JSX.Element {
  const { view } = route.value;
  const current = showsRepair.value ? 'problems' : view === '' ? 'read' : view;
  const bar = useRef<HTMLElement>(null);
  // On a narrow screen the views do not all fit: the one that is shown is brought into sight.
  useLayoutEffect(() => {
    const place = bar.current?.querySelector<HTMLElement>('[aria-current]');
    if (bar.current === null || !place) return;
    bar.current.scrollLeft =
      place.offsetLeft - bar.current.offsetLeft - (bar.current.clientWidth - place.offsetWidth) / 2;
  }, [current]);
  return (
    <nav class="top-bar-places" aria-label="Views" ref={bar}>
      <ul>
        {(isDraft.value ? draftPlaces : places).map(([id, label]) => (
          <li key={id}>
            <a
              class="top-bar-place"
              href={linkTo(id)}
              {...(current === id ? { 'aria-current': 'page' } : {})}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const nextLooks: Readonly<Record<Look, Look>> = { '': 'dark', dark: 'light', light: '' };
const lookNames: Readonly<Record<Look, string>> = { '': 'like the machine', dark: 'dark', light: 'light' };

/** Where one is, where one can go, and what is always at hand. */
export function TopBar({ onHelp }: { readonly onHelp: () => void }): JSX.Element {
  const here = study.value;
  return (
    <header class="top-bar" data-covers>
      <p class="top-bar-name">
        <a href="#/">{here?.name ?? 'Themeloom'}</a>
        {here !== undefined && (
          <span class={`top-bar-coder ${isDraft.value ? 'top-bar-draft' : ''}`}>
            {isDraft.value ? ' read only' : ` as ${here.coder}`}
          </span>
        )}
      </p>
      <Places />
      <div class="top-bar-tools">
        <a class="top-bar-search" href="#/search" title="Search all transcripts">
          <span aria-hidden="true">⌕</span>
          <span class="only-read">Search all transcripts</span>
        </a>
        <Button
          tone="quiet"
          label={here?.undo ? `Undo: ${here.undo}` : 'Nothing to undo'}
          disabled={!here?.undo}
          onClick={() => void undo()}
        >
          <span aria-hidden="true">↶</span>
        </Button>
        <Button
          tone="quiet"
          label={here?.redo ? `Redo: ${here.redo}` : 'Nothing to redo'}
          disabled={!here?.redo}
          onClick={() => void redo()}
        >
          <span aria-hidden="true">↷</span>
        </Button>
        <Button
          tone="quiet"
          label="Blind mode: leave other coders’ decisions out"
          pressed={blind.value}
          onClick={() => {
            blind.value = !blind.value;
          }}
        >
          <span aria-hidden="true">{blind.value ? '◉' : '◎'}</span>
        </Button>
        <Button
          tone="quiet"
          label={`Look: ${lookNames[look.value]}. Change it`}
          onClick={() => {
            look.value = nextLooks[look.value];
          }}
        >
          <span aria-hidden="true">◐</span>
        </Button>
        <Button tone="quiet" label="Help and keys" onClick={onHelp}>
          <span aria-hidden="true">?</span>
        </Button>
      </div>
    </header>
  );
}
