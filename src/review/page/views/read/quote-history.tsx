import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { historySchema } from '../../../messages/comparing.js';
import { useResource } from '../../state/resource.js';
import { linkTo } from '../../state/route.js';
import { tellDay } from './tell-day.js';

/** So far back is looked; the history view has all. */
const COUNT = 200;

/** What happened to the quote, latest first; asked for when it is opened. */
export function QuoteHistory({ quote }: { readonly quote: string }): JSX.Element {
  const [isOpen, setIsOpen] = useState(false);
  const { value } = useResource(historySchema, isOpen ? `/api/history?count=${COUNT}` : undefined);
  const entries = value?.entries.filter((entry) => entry.quote === quote) ?? [];
  return (
    <details
      class="quote-history read-panel-part"
      open={isOpen}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary>History</summary>
      {value !== undefined && entries.length === 0 && <p>Nothing was done to it here lately.</p>}
      <ol>
        {entries.map((entry) => (
          <li key={entry.id}>
            {entry.told}
            {entry.undone && ' (undone)'} · {entry.by}, {tellDay(entry.at)}
          </li>
        ))}
      </ol>
      <p>
        <a href={linkTo('history')}>The whole history</a>
      </p>
    </details>
  );
}
