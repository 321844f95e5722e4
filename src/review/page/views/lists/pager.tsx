import type { JSX } from 'preact';
import { Button } from '../../parts/button.js';
import { describePage, type PageOf } from './turn-page.js';
import './pager.css';

type Props = {
  /** What is counted: "Rows". */
  readonly what: string;
  readonly of: PageOf<unknown>;
  readonly onTurn: (page: number) => void;
};

/** Where one stands in a long list, and a way to the page before and after; nothing where all is on one page. */
export function Pager({ what, of, onTurn }: Props): JSX.Element | null {
  if (of.pages < 2) return null;
  return (
    <nav class="pager" aria-label={`Pages of ${what.toLowerCase()}`}>
      <Button disabled={of.page === 0} onClick={() => onTurn(of.page - 1)}>
        <span aria-hidden="true">←</span> Before
      </Button>
      <p class="pager-place">
        {what} {describePage(of)}
      </p>
      <Button disabled={of.page === of.pages - 1} onClick={() => onTurn(of.page + 1)}>
        After <span aria-hidden="true">→</span>
      </Button>
    </nav>
  );
}
