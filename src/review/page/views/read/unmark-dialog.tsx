import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { markBase } from '../../../../model/base.js';
import type { QuoteView } from '../../../messages/common.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { act } from '../../state/act.js';
import { study } from '../../state/study.js';

type Props = { readonly quote: QuoteView; readonly onClose: () => void; readonly onDone: () => void };

/** Other coders who said something of the quote. */
function listOthers(quote: QuoteView): readonly string[] {
  const coders = quote.taggings.flatMap(({ said }) => said.map(({ coder }) => coder));
  return [...new Set(coders)].filter((coder) => coder !== study.value?.coder);
}

/** Asks before a quote goes, and says what goes with it. */
export function UnmarkDialog({ quote, onClose, onDone }: Props): JSX.Element {
  const [opened] = useState(() => markBase({ wording: quote.wording, note: quote.note }));
  const others = listOthers(quote);
  const decisions = quote.taggings.reduce((sum, { said }) => sum + said.length, 0);
  const unmark = () => {
    onDone();
    const also = others.length > 0 ? { others: true } : {};
    void act({ kind: 'unmark', quote: quote.id, ...also, base: opened });
  };
  const foot = (
    <>
      <Button onClick={onClose}>Keep it</Button>
      <Button tone="danger" onClick={unmark}>
        Unmark
      </Button>
    </>
  );
  return (
    <Dialog title="Unmark this quote?" onClose={onClose} foot={foot}>
      <p>
        {decisions === 0 && 'The words stay in the transcript; only the mark goes.'}
        {decisions === 1 && 'The words stay in the transcript; the mark and 1 decision on it go.'}
        {decisions > 1 && `The words stay in the transcript; the mark and ${decisions} decisions on it go.`}{' '}
        Undo brings all of it back.
      </p>
      {others.length > 0 && (
        <p>
          <b>Decisions of {others.join(' and ')} go, too.</b>
        </p>
      )}
    </Dialog>
  );
}
