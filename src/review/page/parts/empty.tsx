import type { ComponentChildren, JSX } from 'preact';
import './notes.css';

type Props = { readonly title: string; readonly children?: ComponentChildren };

/** What stands where there is nothing yet, and says how something gets there. */
export function Empty({ title, children }: Props): JSX.Element {
  return (
    <div class="empty">
      <h2 class="empty-title">{title}</h2>
      <div class="empty-words">{children}</div>
    </div>
  );
}
