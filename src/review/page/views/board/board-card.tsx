import type { JSX } from 'preact';
import type { QuoteView } from '../../../messages/common.js';
import { Button } from '../../parts/button.js';
import { QuoteCard } from '../../parts/quote-card.js';
import { stepOrder } from './ordering.js';

type Props = {
  readonly quote: QuoteView;
  readonly at: number;
  readonly count: number;
  readonly theme: string;
  /** Why a report would print it now; `undefined` where it would not. */
  readonly reason: string | undefined;
  readonly mark: 'before' | 'after' | 'held' | undefined;
  readonly onPlace: (to: number) => void;
  readonly onChoose: () => void;
  readonly onPress: (event: PointerEvent) => void;
};

function Handle({ at, count, onPlace, onPress }: Props): JSX.Element {
  return (
    <button
      type="button"
      class="board-handle"
      data-handle
      aria-label={`Quote ${at + 1} of ${count}: arrow keys move it`}
      title="Drag it, or move it with the arrow keys"
      onPointerDown={onPress}
      onKeyDown={(event) => {
        const to = stepOrder(at, count, event.key);
        if (to === at) return;
        event.preventDefault();
        onPlace(to);
      }}
    >
      <span class="board-place">{at + 1}</span>
      <span aria-hidden="true">⠿</span>
    </button>
  );
}

/** Whether the coder whose decision it is said that it speaks against the theme. */
function speaksAgainst(quote: QuoteView, theme: string): boolean {
  return quote.taggings.some((each) => each.theme === theme && each.said.some((said) => said.contradicts));
}

/** A quote on the board: to move, to choose for the report. */
export function BoardCard(props: Props): JSX.Element {
  const { quote, at, count, theme, reason, mark, onPlace, onChoose } = props;
  const others = quote.taggings.filter((each) => each.theme !== theme);
  return (
    <li class={`board-item ${mark === undefined ? '' : `board-item-${mark}`}`} data-quote={quote.id}>
      <Handle {...props} />
      <QuoteCard
        quote={{ ...quote, taggings: others }}
        actions={
          <>
            <Button pressed={quote.important} onClick={onChoose}>
              <span aria-hidden="true">{quote.important ? '★' : '☆'}</span>
              {quote.important ? 'Chosen for the report' : 'Choose for the report'}
            </Button>
            <Button tone="quiet" label="Move up" disabled={at === 0} onClick={() => onPlace(at - 1)}>
              <span aria-hidden="true">↑</span>
            </Button>
            <Button
              tone="quiet"
              label="Move down"
              disabled={at === count - 1}
              onClick={() => onPlace(at + 1)}
            >
              <span aria-hidden="true">↓</span>
            </Button>
            {speaksAgainst(quote, theme) && <span class="board-against">speaks against the theme</span>}
            {reason !== undefined && (
              <span class="board-printed">
                <b>Printed now</b>
                {reason !== '' && `: ${reason}`}
              </span>
            )}
          </>
        }
      />
    </li>
  );
}
