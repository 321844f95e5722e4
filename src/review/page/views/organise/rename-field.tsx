import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { markBase } from '../../../../model/base.js';
import type { ThemeView } from '../../../messages/study.js';
import type { ActionInput } from '../../state/act.js';
import { doAndOffer } from './done.js';
import { PreviewLines } from './preview.js';
import { usePreview } from './use-preview.js';

type Props = { readonly theme: ThemeView; readonly onDone: () => void };

/** The name of a theme, changed where it stands. Enter and leaving it keep the new one, Esc the old one. */
export function RenameField({ theme, onDone }: Props): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  const [opened] = useState(theme.label);
  const [label, setLabel] = useState(theme.label);
  const wanted = label.trim();
  const isChanged = wanted !== '' && wanted !== opened;
  const action: ActionInput | undefined = isChanged
    ? {
        kind: 'edit-theme',
        theme: theme.id,
        fields: { label: wanted },
        base: markBase({ label: opened }),
      }
    : undefined;
  const preview = usePreview(action);
  useEffect(() => field.current?.select(), []);
  const finish = (isKept: boolean) => {
    if (isOver.current) return;
    isOver.current = true;
    if (isKept && action !== undefined) void doAndOffer(action);
    const line = field.current?.closest<HTMLElement>('[role="treeitem"]');
    onDone();
    line?.focus();
  };
  return (
    <span class="tree-rename">
      <input
        ref={field}
        class="field-input"
        aria-label={`New name of “${theme.label}”`}
        value={label}
        maxLength={300}
        autocomplete="off"
        onInput={(event) => setLabel(event.currentTarget.value)}
        onBlur={() => finish(true)}
        onClick={(event) => event.stopPropagation()}
        onDblClick={(event) => event.stopPropagation()}
        onPointerDown={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          event.preventDefault();
          finish(event.key === 'Enter');
        }}
      />
      <PreviewLines preview={preview} />
    </span>
  );
}
