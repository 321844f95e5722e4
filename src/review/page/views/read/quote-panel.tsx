import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { QuoteView } from '../../../messages/common.js';
import { Button } from '../../parts/button.js';
import { ThemePicker } from '../../parts/theme-picker.js';
import { act } from '../../state/act.js';
import { useKeys } from '../../state/keys.js';
import { study } from '../../state/study.js';
import { Panel } from './panel.js';
import { QuoteHistory } from './quote-history.js';
import { QuoteNoteEditor } from './quote-note-editor.js';
import { type DrawnQuote, quotesAt, type Reading } from './reading.js';
import { Suggestions } from './suggestions.js';
import { TaggingLine } from './tagging-line.js';
import { tellDay } from './tell-day.js';
import { UnmarkDialog } from './unmark-dialog.js';
import { WordingEditor } from './wording-editor.js';
import './quote-panel.css';

type Props = { readonly reading: Reading; readonly drawn: DrawnQuote; readonly onClose: () => void };
type Opened = 'themes' | 'unmark' | 'wording' | 'note' | undefined;

/** Themes that this coder said apply. */
function ownThemes(quote: QuoteView): readonly string[] {
  const coder = study.value?.coder;
  return quote.taggings
    .filter(({ said }) => said.some((each) => each.coder === coder && each.applies))
    .map(({ theme }) => theme);
}

/** Decides what differs between what was chosen and what this coder had said. */
export function decideThemes(quote: QuoteView, chosen: readonly string[]): void {
  const before = ownThemes(quote);
  for (const theme of chosen.filter((each) => !before.includes(each)))
    void act({ kind: 'decide', quote: quote.id, theme, applies: true });
  for (const theme of before.filter((each) => !chosen.includes(each)))
    void act({ kind: 'decide', quote: quote.id, theme, applies: null });
}

function tellOrigin(quote: QuoteView): string {
  if (quote.inSource) return 'Marked in the transcript’s own file';
  const day = quote.at === '' ? '' : ` on ${tellDay(quote.at)}`;
  return quote.by === '' ? `Marked${day}` : `Marked by ${quote.by}${day}`;
}

function Beneath({
  reading,
  drawn,
}: {
  readonly reading: Reading;
  readonly drawn: DrawnQuote;
}): JSX.Element | null {
  const others = quotesAt(reading, drawn.start).filter(
    ({ id, quote }) => id !== drawn.id && quote !== undefined,
  );
  const next = others[0];
  if (next === undefined) return null;
  const count = others.length === 1 ? 'Another quote holds' : `${others.length} other quotes hold`;
  return (
    <p class="read-panel-row read-panel-quiet">
      {count} these words too.
      <Button
        onClick={() => {
          reading.panel.value = { kind: 'quote', id: next.id };
        }}
      >
        Show {others.length === 1 ? 'it' : 'the next'}
      </Button>
    </p>
  );
}

function Themes({ quote, onAdd }: { readonly quote: QuoteView; readonly onAdd: () => void }): JSX.Element {
  return (
    <section class="read-panel-part">
      <h3>Themes</h3>
      {quote.taggings.length > 0 && (
        <ul class="tagging-list">
          {quote.taggings.map((tagging) => (
            <TaggingLine key={tagging.theme} quote={quote} tagging={tagging} />
          ))}
        </ul>
      )}
      <div class="read-panel-row">
        <Button shortcut="t" onClick={onAdd}>
          {quote.taggings.length === 0 ? 'Choose themes' : 'Change themes'}
        </Button>
      </div>
      <Suggestions quote={quote} />
    </section>
  );
}

/** All about one quote: its words, what everybody said of it, what is published of it, and what happened to it. */
export function QuotePanel({ reading, drawn, onClose }: Props): JSX.Element | null {
  const [opened, setOpened] = useState<Opened>(undefined);
  const { quote } = drawn;
  const mark = (important: boolean) => quote && void act({ kind: 'edit-quote', quote: quote.id, important });
  const toggle = (part: Opened) => setOpened((old) => (old === part ? undefined : part));
  useKeys('The open quote', [
    { key: 't', does: 'choose its themes', run: () => setOpened('themes') },
    { key: 'i', does: 'important, or not', run: () => mark(!quote?.important) },
    { key: 'e', does: 'edit its wording', run: () => setOpened('wording') },
    { key: 'c', does: 'write a note', run: () => setOpened('note') },
    { key: 'x', does: 'unmark it', run: () => setOpened('unmark') },
    { key: 'Escape', does: 'close it', run: onClose },
  ]);
  if (quote === undefined) return null;
  const close = () => setOpened(undefined);
  return (
    <Panel title={`Quote of ${quote.participant || quote.transcript}`} about={quote.id} onClose={onClose}>
      <blockquote
        class={`read-panel-words read-panel-words-long look-${drawn.look}`}
        tabIndex={quote.exact.length > 400 ? 0 : -1}
      >
        {quote.exact}
      </blockquote>
      <p class="read-panel-quiet">{tellOrigin(quote)}</p>
      <Beneath reading={reading} drawn={drawn} />
      <div class="read-panel-row">
        <Button shortcut="i" pressed={quote.important} onClick={() => mark(!quote.important)}>
          {quote.important ? '★' : '☆'} Important
        </Button>
        <Button shortcut="c" expanded={opened === 'note'} onClick={() => toggle('note')}>
          Note
        </Button>
        <Button shortcut="e" expanded={opened === 'wording'} onClick={() => toggle('wording')}>
          Wording
        </Button>
      </div>
      {opened === 'note' ? (
        <QuoteNoteEditor key={quote.id} quote={quote} onDone={close} />
      ) : (
        quote.note !== '' && <p class="quote-panel-note">{quote.note}</p>
      )}
      {opened === 'wording' ? (
        <WordingEditor key={quote.id} quote={quote} onDone={close} />
      ) : (
        quote.wording !== '' && (
          <p class="read-panel-quiet">
            Published as <q class="quote-panel-wording">{quote.wording}</q>
          </p>
        )
      )}
      <Themes quote={quote} onAdd={() => setOpened('themes')} />
      <QuoteHistory quote={quote.id} />
      <div class="read-panel-row">
        <Button tone="danger" shortcut="x" disabled={quote.inSource} onClick={() => setOpened('unmark')}>
          Unmark
        </Button>
        {quote.inSource && <span class="read-panel-quiet">Take the mark out of the file to unmark it.</span>}
      </div>
      {opened === 'themes' && (
        <ThemePicker
          for={{ quote: quote.id }}
          chosen={ownThemes(quote)}
          onClose={close}
          onChoose={(themes) => {
            close();
            decideThemes(quote, themes);
          }}
        />
      )}
      {opened === 'unmark' && !quote.inSource && (
        <UnmarkDialog
          quote={quote}
          onClose={close}
          onDone={() => {
            close();
            onClose();
          }}
        />
      )}
    </Panel>
  );
}
