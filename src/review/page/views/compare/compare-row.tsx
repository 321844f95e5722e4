import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { Button } from '../../parts/button.js';
import { Field } from '../../parts/field.js';
import { ThemeChip } from '../../parts/theme-chip.js';
import { ThemeRules } from '../../parts/theme-rules.js';
import { Turns } from '../../parts/turns.js';
import { linkTo } from '../../state/route.js';
import { findTheme } from '../../state/study.js';
import type { Row, Verdict } from './choose-rows.js';
import { describeResolution, describeVerdict } from './describe-comparison.js';

type Props = {
  readonly row: Row;
  readonly coders: readonly [string, string];
  readonly isCurrent: boolean;
  readonly note: string;
  readonly onTake: () => void;
  readonly onNote: (note: string) => void;
  readonly onSettle: (applies: boolean | null) => void;
};

/** One quote and one theme: the words in their surroundings, what each coder said, and how it was settled. */
export function CompareRow(props: Props): JSX.Element {
  const { row, coders, isCurrent, onTake } = props;
  // A row in hand is taller. It grows when the click is done, so that nothing moves away under the pointer.
  const isPointing = useRef(false);
  const words = useId();
  return (
    <li
      class="compare-row"
      tabIndex={-1}
      data-current={isCurrent}
      aria-current={isCurrent}
      aria-label={nameRowAloud(row, coders)}
      aria-describedby={words}
      onPointerDown={() => {
        isPointing.current = true;
      }}
      onFocusCapture={() => isPointing.current || onTake()}
      onClick={(event) => {
        isPointing.current = false;
        // What a button does takes the row in hand by itself.
        if (event.target instanceof Element && event.target.closest('button') === null) onTake();
      }}
      onKeyDown={leaveNote}
    >
      <QuoteInPlace row={row} id={words} />
      <div class="compare-sides">
        <Side coder={coders[0]} verdict={row.a} note={row.noteA} />
        <Side coder={coders[1]} verdict={row.b} note={row.noteB} />
      </div>
      <Settling {...props} />
    </li>
  );
}

/** What somebody hears who comes to the row; the quote's own words follow. */
function nameRowAloud(row: Row, [a, b]: readonly [string, string]): string {
  const label = findTheme(row.theme)?.label ?? row.theme;
  const said = `${a}: ${describeVerdict(row.a).words}; ${b}: ${describeVerdict(row.b).words}`;
  return `${label}, a quote of ${row.quote.participant || row.quote.transcript}. ${said}`;
}

/** Esc leads from the note back to the row, where letters are keys again. */
function leaveNote(event: TargetedKeyboardEvent<HTMLLIElement>): void {
  if (event.key !== 'Escape' || !(event.target instanceof HTMLTextAreaElement)) return;
  event.stopPropagation();
  event.currentTarget.focus();
}

function QuoteInPlace({ row, id }: { readonly row: Row; readonly id: string }): JSX.Element {
  const { quote, before, after } = row;
  return (
    <div class="compare-quote">
      <p class="compare-theme">
        <ThemeChip theme={row.theme} />
        <a href={linkTo('read', quote.transcript, { quote: quote.id })}>
          {quote.participant || quote.transcript}
        </a>
      </p>
      <blockquote class="compare-words">
        {before.length > 0 && (
          <span class="compare-around">
            …<Turns turns={before} own={quote.participant} />
          </span>
        )}
        <mark id={id} class="compare-exact">
          {quote.exact}
        </mark>
        {after.length > 0 && (
          <span class="compare-around">
            <Turns turns={after} own={quote.participant} />…
          </span>
        )}
      </blockquote>
      {quote.note !== '' && <p class="compare-quote-note">On the quote: {quote.note}</p>}
    </div>
  );
}

type SideProps = { readonly coder: string; readonly verdict: Verdict; readonly note: string };

function Side({ coder, verdict, note }: SideProps): JSX.Element {
  const { sign, words } = describeVerdict(verdict);
  return (
    <div class={`compare-side compare-${verdict}`}>
      <p>
        <b class="compare-coder">{coder}</b>{' '}
        <span class="compare-verdict">
          <span aria-hidden="true">{sign}</span> {words}
        </span>
      </p>
      {note !== '' && <p class="compare-note">“{note}”</p>}
    </div>
  );
}

function Settling({ row, isCurrent, note, onNote, onSettle }: Props): JSX.Element {
  const settled = describeResolution(row);
  const theme = findTheme(row.theme);
  return (
    <div class="compare-settling">
      {settled !== '' && (
        <p class="compare-settled">
          <span aria-hidden="true">⚖</span> {settled}. Both coders’ own decisions are kept.
        </p>
      )}
      <div class="compare-buttons">
        <Button pressed={row.resolved === 'applies'} shortcut="y" onClick={() => onSettle(true)}>
          Applies
        </Button>
        <Button pressed={row.resolved === 'does-not'} shortcut="n" onClick={() => onSettle(false)}>
          Does not apply
        </Button>
        {settled !== '' && (
          <Button tone="quiet" shortcut="t" onClick={() => onSettle(null)}>
            Take back
          </Button>
        )}
      </div>
      {isCurrent && <Field label="Why (kept with what you settle)" value={note} rows={1} onInput={onNote} />}
      {isCurrent && theme !== undefined && <ThemeRules theme={theme} />}
    </div>
  );
}
