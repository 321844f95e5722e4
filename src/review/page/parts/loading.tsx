import type { JSX } from 'preact';
import './notes.css';

/** Says that something is on its way; it shows after a moment only, so that quick answers do not flicker. */
export function Loading({ what = 'Loading' }: { readonly what?: string }): JSX.Element {
  return (
    <p class="loading" role="status">
      {what}…
    </p>
  );
}
