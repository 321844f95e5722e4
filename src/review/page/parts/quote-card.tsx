import type { ComponentChildren, JSX } from 'preact';
import type { QuoteView } from '../../messages/common.js';
import { linkTo } from '../state/route.js';
import { MarkedText, type TextMark } from './marked-text.js';
import { ThemeChip } from './theme-chip.js';
import './quote-card.css';

type Props = {
  readonly quote: QuoteView;
  readonly actions?: ComponentChildren;
  /** A link to the quote's place in its transcript. */
  readonly showSource?: boolean;
  readonly marks?: readonly TextMark[];
};

/** A quote as it is read: its words, who said them, and the themes that people gave it. */
export function QuoteCard({ quote, actions, showSource = true, marks }: Props): JSX.Element {
  const words = marks === undefined && quote.wording !== '' ? quote.wording : quote.exact;
  return (
    <article class={`quote-card ${quote.important ? 'quote-card-important' : ''}`}>
      <blockquote class="quote-card-words">
        <MarkedText text={words} marks={marks ?? []} />
      </blockquote>
      <p class="quote-card-source">
        {quote.important && <span class="quote-card-star">★ Important · </span>}
        {showSource ? (
          <a href={linkTo('read', quote.transcript, { quote: quote.id })}>
            {quote.participant || quote.transcript}
          </a>
        ) : (
          <span>{quote.participant || quote.transcript}</span>
        )}
        {quote.note !== '' && <span class="quote-card-note"> · {quote.note}</span>}
      </p>
      {quote.taggings.length > 0 && (
        <ul class="quote-card-themes" aria-label="Themes">
          {quote.taggings.map(({ theme, status }) => (
            <li key={theme}>
              <ThemeChip theme={theme} status={status} />
            </li>
          ))}
        </ul>
      )}
      {actions !== undefined && <div class="quote-card-actions">{actions}</div>}
    </article>
  );
}
