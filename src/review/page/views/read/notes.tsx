import { useComputed } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { findTheme, lookOfTheme } from '../../state/study.js';
import { arrangeList } from './arrange-notes.js';
import type { DrawnQuote, Passage, Reading } from './reading.js';
import { beginMark } from './select-words.js';
import './notes.css';

type Props = { readonly reading: Reading; readonly place: number };

/** Chips for so many themes; the others are counted. */
const SHOWN = 3;

function ThemeNames({ themes }: { readonly themes: readonly string[] }): JSX.Element {
  const more = themes.length - SHOWN;
  return (
    <>
      {themes.slice(0, SHOWN).map((theme) => (
        <span key={theme} class={`read-note-theme look-${lookOfTheme(theme)}`}>
          {findTheme(theme)?.label ?? theme}
        </span>
      ))}
      {themes.length === 0 && <span class="read-note-none">No theme yet</span>}
      {more > 0 && <span class="read-note-none">and {more} more</span>}
    </>
  );
}

function QuoteNote({
  reading,
  drawn,
}: {
  readonly reading: Reading;
  readonly drawn: DrawnQuote;
}): JSX.Element {
  const isOpen = useComputed(() => {
    const panel = reading.panel.value;
    return panel?.kind === 'quote' && panel.id === drawn.id;
  }).value;
  const { quote } = drawn;
  if (quote === undefined) {
    return (
      <span class="read-note-button read-note-waiting">
        <ThemeNames themes={drawn.themes} />
        <span class="read-note-none">waits to be written</span>
      </span>
    );
  }
  const isDisputed = quote.taggings.some(({ status }) => status === 'disputed');
  return (
    <button
      type="button"
      class={`read-note-button look-${drawn.look}`}
      aria-pressed={isOpen}
      onClick={() => {
        reading.panel.value = isOpen ? undefined : { kind: 'quote', id: drawn.id };
      }}
    >
      <span class="only-read">Quote: </span>
      <ThemeNames themes={drawn.themes} />
      {quote.important && (
        <span class="read-note-sign" title="Important">
          ★<span class="only-read"> important</span>
        </span>
      )}
      {isDisputed && (
        <span class="read-note-sign" title="Coders disagree">
          ⇄<span class="only-read"> coders disagree</span>
        </span>
      )}
      {quote.note !== '' && (
        <span class="read-note-sign" title={quote.note}>
          ✎<span class="only-read"> has a note</span>
        </span>
      )}
    </button>
  );
}

function PassageNote({
  reading,
  passage,
}: {
  readonly reading: Reading;
  readonly passage: Passage;
}): JSX.Element {
  return (
    <button
      type="button"
      class="read-note-button read-note-passage"
      title={passage.why}
      onClick={() => void beginMark(reading, { raw: passage.span, source: 'pointer' })}
    >
      Worth marking? <span class="only-read">{passage.why}</span>
    </button>
  );
}

/** Beside an utterance: the quotes that begin in it with their themes, and passages that a machine thinks worth marking. */
export function Notes({ reading, place }: Props): JSX.Element | null {
  const element = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    if (element.current !== null) arrangeList(element.current);
  });
  const span = reading.transcript.value.utterances[place]?.span;
  const quotes = (reading.quotes.value.groups.get(place) ?? []).flatMap(
    (at) => reading.quotes.value.list[at] ?? [],
  );
  const passages = (reading.proposed.value.groups.get(place) ?? []).flatMap(
    (at) => reading.proposed.value.list[at] ?? [],
  );
  const beginHere = ({ start }: { readonly start: number }): boolean =>
    span !== undefined && start >= span.start && start < span.end;
  const notes = [
    ...quotes
      .filter(beginHere)
      .map((drawn) => ({ start: drawn.start, key: drawn.id, drawn, passage: undefined })),
    ...passages
      .filter(beginHere)
      .map((passage) => ({ start: passage.start, key: `p${passage.start}`, drawn: undefined, passage })),
  ].sort((a, b) => a.start - b.start);
  if (notes.length === 0) return null;
  return (
    <ul class="read-notes" ref={element}>
      {notes.map(({ key, start, drawn, passage }) => (
        <li key={key} class="read-note" data-note={start}>
          {drawn !== undefined && <QuoteNote reading={reading} drawn={drawn} />}
          {passage !== undefined && <PassageNote reading={reading} passage={passage} />}
        </li>
      ))}
    </ul>
  );
}
