import type { ComponentChildren, JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useKeyWall } from '../state/keys.js';
import { Button } from './button.js';
import './dialog.css';

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** Buttons of the foot. */
  readonly foot?: ComponentChildren;
  readonly wide?: boolean;
};

/** A modal dialog of the browser's own: it keeps the focus, closes on Esc, and gives the focus back. */
export function Dialog({ title, onClose, children, foot, wide = false }: Props): JSX.Element {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useKeyWall();
  useLayoutEffect(() => {
    const before = document.activeElement;
    const opened = element.current;
    opened?.showModal();
    return () => {
      // While it is open, nothing behind it takes the focus.
      opened?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={element}
      class={`dialog ${wide ? 'dialog-wide' : ''}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === element.current) onClose();
      }}
      onKeyDown={(event) => event.key !== 'Escape' || event.stopPropagation()}
    >
      <div class="dialog-sheet">
        <header class="dialog-head">
          <h2 id={id}>{title}</h2>
          <Button tone="quiet" label="Close" onClick={onClose}>
            <span aria-hidden="true">✕</span>
          </Button>
        </header>
        <div class="dialog-body">{children}</div>
        {foot !== undefined && <footer class="dialog-foot">{foot}</footer>}
      </div>
    </dialog>
  );
}
