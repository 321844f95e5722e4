import type { JSX } from 'preact';
import type { QuoteView } from '../../../messages/common.js';
import { Button } from '../../parts/button.js';
import { QuoteNoteEditor } from './quote-note-editor.js';
import { WordingEditor } from './wording-editor.js';

/** What is open in the panel of a quote. */
export type OpenPart = 'themes' | 'unmark' | 'wording' | 'note' | undefined;

type Props = {
  readonly quote: QuoteView;
  readonly opened: OpenPart;
  readonly onMark: (important: boolean) => void;
  readonly onOpen: (part: OpenPart) => void;
};

/** Weight, note and wording of a quote: shown, and where one is opened, edited. */
export function QuoteEdits({ quote, opened, onMark, onOpen }: Props): JSX.Element {
  const toggle = (part: OpenPart) => onOpen(opened === part ? undefined : part);
  const close = () => onOpen(undefined);
  return (
    <>
      <div class="read-panel-row">
        <Button shortcut="i" pressed={quote.important} onClick={() => onMark(!quote.important)}>
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
    </>
  );
}
