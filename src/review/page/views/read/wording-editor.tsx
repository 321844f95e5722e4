import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { markBase } from '../../../../model/base.js';
import type { QuoteView } from '../../../messages/common.js';
import { type WordingView, wordingSchema } from '../../../messages/reading.js';
import { Button } from '../../parts/button.js';
import { Field } from '../../parts/field.js';
import { act } from '../../state/act.js';
import { tell } from '../../state/ask.js';
import { CLASH } from '../../state/clashes.js';

type Props = { readonly quote: QuoteView; readonly onDone: () => void };

const WAIT_MS = 250;
const HINT =
  'Leave words out as […], add words as [word]. Only the first letter’s case and the end may differ otherwise.';

/** The live result of the check; `undefined` while it is asked for. */
function useCheck(quote: string, wording: string): WordingView | undefined {
  const [checked, setChecked] = useState<WordingView | undefined>(undefined);
  useEffect(() => {
    let isWanted = true;
    setChecked(undefined);
    const timer = setTimeout(() => {
      void tell(wordingSchema, '/api/wording', { quote, wording }).then((answer) => {
        if (isWanted && answer.ok) setChecked(answer.value);
      });
    }, WAIT_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [quote, wording]);
  return checked;
}

function Differences({ differences }: Pick<WordingView, 'differences'>): JSX.Element {
  return (
    <p class="wording-differences">
      {differences.map(({ kind, published, said }, place) => (
        <span key={place}>
          {kind === 'same' && published}
          {kind === 'left-out' && <del>{said}</del>}
          {kind === 'added' && <ins>{published}</ins>}
          {kind === 'changed' && (
            <>
              <del>{said}</del> <ins>{published}</ins>
            </>
          )}{' '}
        </span>
      ))}
    </p>
  );
}

/** Edits the published form of a quote, checked against what was said while it is typed. */
export function WordingEditor({ quote, onDone }: Props): JSX.Element {
  const [opened] = useState(quote.wording);
  const [wording, setWording] = useState(quote.wording || quote.exact);
  const checked = useCheck(quote.id, wording);
  const save = async (next: string | null) => {
    const base = markBase({ wording: opened });
    const answer = await act({ kind: 'edit-quote', quote: quote.id, wording: next, base });
    // What clashes is kept until it is chosen, in a place of its own.
    if (answer.ok || answer.failure.code === CLASH) onDone();
  };
  const isSame = wording.trim() === quote.exact;
  return (
    <section class="read-panel-part">
      <Field
        label="Published wording"
        value={wording}
        rows={5}
        hint={HINT}
        problem={checked?.ok === false ? 'This is more than marked edits, so it cannot be published so.' : ''}
        onInput={setWording}
      />
      <div aria-live="polite">
        {checked !== undefined && !isSame && <Differences differences={checked.differences} />}
        {checked !== undefined && checked.remarks.length > 0 && (
          <ul class="wording-remarks">
            {checked.remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        )}
      </div>
      <div class="read-panel-row">
        <Button
          tone="strong"
          disabled={!checked?.ok || isSame}
          onClick={() => void save(checked?.wording ?? wording)}
        >
          Keep the wording
        </Button>
        {quote.wording !== '' && <Button onClick={() => void save(null)}>As it was said</Button>}
        <Button tone="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </section>
  );
}
