import { effect, signal } from '@preact/signals';
import { keep, readKept } from '../../state/keep.js';

const sizes = ['small', '', 'large', 'huge'] as const;
type Size = (typeof sizes)[number];

const size = signal<Size>(sizes.find((each) => each === readKept('text-size')) ?? '');

effect(() => {
  document.documentElement.dataset.size = size.value;
});

/** Sets the transcript's text one size larger (1) or smaller (-1), and keeps it so in this browser. */
export function enlargeText(step: 1 | -1): void {
  const next = sizes[sizes.indexOf(size.peek()) + step];
  if (next === undefined) return;
  size.value = next;
  keep('text-size', next);
}
