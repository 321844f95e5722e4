import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { markBase } from '../../../../model/base.js';
import type { QuoteView } from '../../../messages/common.js';
import { Button } from '../../parts/button.js';
import { Field } from '../../parts/field.js';
import { act } from '../../state/act.js';
import { CLASH } from '../../state/clashes.js';

type Props = { readonly quote: QuoteView; readonly onDone: () => void };

/** A note beside a quote; it is never published. */
export function QuoteNoteEditor({ quote, onDone }: Props): JSX.Element {
  const [opened] = useState(quote.note);
  const [note, setNote] = useState(quote.note);
  const save = async () => {
    const answer = await act({
      kind: 'edit-quote',
      quote: quote.id,
      note: note.trim() === '' ? null : note.trim(),
      base: markBase({ note: opened }),
    });
    // What clashes is kept until it is chosen, in a place of its own.
    if (answer.ok || answer.failure.code === CLASH) onDone();
  };
  return (
    <section class="read-panel-part">
      <Field
        label="Note"
        value={note}
        rows={3}
        hint="Only people who open the study see it."
        onInput={setNote}
      />
      <div class="read-panel-row">
        <Button tone="strong" disabled={note.trim() === opened} onClick={() => void save()}>
          Keep the note
        </Button>
        <Button tone="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </section>
  );
}
