import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../parts/button.js';
import './panel.css';

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  readonly foot?: ComponentChildren;
  /** What is new about it moves the focus here: another quote, say. */
  readonly about: string;
};

/** What stands beside the text (on a phone, below it) without covering what is read. Esc closes it. */
export function Panel({ title, onClose, children, foot, about }: Props): JSX.Element {
  const element = useRef<HTMLElement>(null);
  // Another thing in the panel is a reason to move the focus.
  useLayoutEffect(() => {
    const find = (what: string) => element.current?.querySelector<HTMLElement>(what);
    (find('[role="combobox"]') ?? find('h2'))?.focus({ preventScroll: true });
  }, [about]);
  return (
    <aside
      class="read-panel"
      ref={element}
      aria-label={title}
      data-covers-foot
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <header class="read-panel-head">
        <h2 tabIndex={-1}>{title}</h2>
        <Button tone="quiet" label="Close" onClick={onClose}>
          <span aria-hidden="true">✕</span>
        </Button>
      </header>
      <div class="read-panel-body">{children}</div>
      {foot !== undefined && <footer class="read-panel-foot">{foot}</footer>}
    </aside>
  );
}
