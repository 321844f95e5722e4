import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { QuoteView } from '../../../messages/common.js';
import { Button } from '../../parts/button.js';
import { act } from '../../state/act.js';
import { useKeys } from '../../state/keys.js';
import { isDraft } from '../../state/repair.js';
import { LookedAt } from './looked-at.js';
import { Panel } from './panel.js';
import { type OpenPart, QuoteEdits } from './quote-edits.js';
import { QuoteHistory } from './quote-history.js';
import { QuoteThemePicker, QuoteThemes } from './quote-themes.js';
import { type DrawnQuote, quotesAt, type Reading } from './reading.js';
import { tellDay } from './tell-day.js';
import { UnmarkDialog } from './unmark-dialog.js';
import './quote-panel.css';

type Props = { readonly reading: Reading; readonly drawn: DrawnQuote; readonly onClose: () => void };

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

function Unmark({ quote, onUnmark }: { readonly quote: QuoteView; readonly onUnmark: () => void }) {
  return (
    <div class="read-panel-row">
      <Button tone="danger" shortcut="x" disabled={quote.inSource} onClick={onUnmark}>
        Unmark
      </Button>
      {quote.inSource && <span class="read-panel-quiet">Take the mark out of the file to unmark it.</span>}
    </div>
  );
}

type KeyParts = {
  readonly mark: () => void;
  readonly open: (part: OpenPart) => void;
  readonly onClose: () => void;
};

function useQuoteKeys({ mark, open, onClose }: KeyParts): void {
  const leave = { key: 'Escape', does: 'close it', run: onClose };
  const edits = [
    { key: 't', does: 'choose its themes', run: () => open('themes') },
    { key: 'i', does: 'important, or not', run: mark },
    { key: 'e', does: 'edit its wording', run: () => open('wording') },
    { key: 'c', does: 'write a note', run: () => open('note') },
    { key: 'x', does: 'unmark it', run: () => open('unmark') },
  ];
  useKeys('The open quote', isDraft.value ? [leave] : [...edits, leave]);
}

/** All about one quote: its words, what everybody said of it, what is published of it, and what happened to it. */
export function QuotePanel({ reading, drawn, onClose }: Props): JSX.Element | null {
  const [opened, open] = useState<OpenPart>(undefined);
  const { quote } = drawn;
  const mark = (important: boolean) => quote && void act({ kind: 'edit-quote', quote: quote.id, important });
  const close = () => open(undefined);
  useQuoteKeys({ mark: () => mark(!quote?.important), open, onClose });
  if (quote === undefined) return null;
  const leave = () => {
    close();
    onClose();
  };
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
      <LookedAt>
        <QuoteEdits quote={quote} opened={opened} onMark={mark} onOpen={open} />
        <QuoteThemes quote={quote} onAdd={() => open('themes')} />
        <QuoteHistory quote={quote.id} />
        <Unmark quote={quote} onUnmark={() => open('unmark')} />
      </LookedAt>
      {opened === 'themes' && <QuoteThemePicker quote={quote} onClose={close} />}
      {opened === 'unmark' && !quote.inSource && (
        <UnmarkDialog quote={quote} onClose={close} onDone={leave} />
      )}
    </Panel>
  );
}
