import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { QuoteView } from '../../../messages/common.js';
import { Button } from '../../parts/button.js';
import { Field } from '../../parts/field.js';
import './quote-checklist.css';

type Props = {
  readonly legend: string;
  readonly quotes: readonly QuoteView[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
};

/** From how many quotes on a field to look for words among them helps. */
const MANY = 8;

/** Quotes of which some are chosen. */
export function QuoteChecklist({ legend, quotes, chosen, onChange }: Props): JSX.Element {
  const [sought, setSought] = useState('');
  const words = sought.trim().toLowerCase();
  const shown = quotes.filter(({ exact, participant }) =>
    `${participant} ${exact}`.toLowerCase().includes(words),
  );
  const areAllChosen = shown.length > 0 && shown.every(({ id }) => chosen.has(id));
  const toggle = (ids: readonly string[], isOn: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) isOn ? next.add(id) : next.delete(id);
    onChange(next);
  };
  return (
    <fieldset class="checklist">
      <legend class="field-label">{legend}</legend>
      {quotes.length > MANY && (
        <Field label="Only quotes with these words" type="search" value={sought} onInput={setSought} />
      )}
      <div class="checklist-head">
        <span role="status">
          {chosen.size} of {quotes.length} chosen
        </span>
        <Button
          tone="quiet"
          onClick={() =>
            toggle(
              shown.map(({ id }) => id),
              !areAllChosen,
            )
          }
        >
          {areAllChosen ? 'Choose none' : 'Choose all'}
        </Button>
      </div>
      <ul class="checklist-list">
        {shown.map((quote) => (
          <li key={quote.id}>
            <label class="checklist-line">
              <input
                type="checkbox"
                checked={chosen.has(quote.id)}
                onChange={(event) => toggle([quote.id], event.currentTarget.checked)}
              />
              <span>
                <span class="checklist-words">{quote.exact}</span>{' '}
                <span class="checklist-who">{quote.participant}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
