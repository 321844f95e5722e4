import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../parts/button.js';
import { makeRange } from './read-selection.js';
import type { Reading, Selected } from './reading.js';
import { beginMark, selectWords } from './select-words.js';
import './mark-bar.css';

type Props = { readonly reading: Reading };

function countWords(reading: Reading, { span }: Selected): number {
  if (span === null) return 0;
  return reading.transcript.value.text.slice(span.start, span.end).split(/\s+/u).length;
}

/** Puts the bar below the selection's last line; on a narrow screen the styles put it at the foot. */
function placeBar(bar: HTMLElement, selected: Selected): void {
  const text = document.querySelector('.read-text');
  const range = text === null ? undefined : makeRange(text, selected.span ?? selected.raw);
  const last = range === undefined ? undefined : [...range.getClientRects()].at(-1);
  if (last === undefined) return;
  const width = bar.offsetWidth;
  const left = Math.min(Math.max(8, last.right - width / 2), innerWidth - width - 48);
  const below = last.bottom + 10;
  const top = below + bar.offsetHeight > innerHeight - 8 ? last.top - bar.offsetHeight - 10 : below;
  bar.style.setProperty('--bar-left', `${left}px`);
  bar.style.setProperty('--bar-top', `${Math.max(8, top)}px`);
}

/** What can be done with a selection: it shows how much would be marked before anything is. */
export function MarkBar({ reading }: Props): JSX.Element | null {
  const bar = useRef<HTMLDivElement>(null);
  const selected = reading.selected.value;
  const isShown = selected !== undefined && reading.panel.value?.kind !== 'mark';
  useLayoutEffect(() => {
    if (!isShown || bar.current === null || selected === undefined) return;
    const element = bar.current;
    placeBar(element, selected);
    const follow = () => placeBar(element, selected);
    addEventListener('scroll', follow, { passive: true });
    return () => removeEventListener('scroll', follow);
  }, [isShown, selected]);
  if (!isShown || selected === undefined) return null;
  const { raw, source, across, cut, refused } = selected;
  const count = countWords(reading, selected);
  const mark = () => {
    void beginMark(reading, { raw, source, across });
    getSelection()?.removeAllRanges();
  };
  return (
    <div
      class="mark-bar"
      ref={bar}
      role="toolbar"
      aria-label="Selection"
      onMouseDown={(event) => event.preventDefault()}
    >
      {refused !== '' ? (
        <p class="mark-bar-words">{refused}</p>
      ) : (
        <Button tone="strong" shortcut="m" onClick={mark}>
          Mark {count === 1 ? '1 word' : `${count} words`}
        </Button>
      )}
      {(cut || across) && (
        <Button pressed={across} onClick={() => void selectWords(reading, { raw, source, across: !across })}>
          Across turns
        </Button>
      )}
    </div>
  );
}
