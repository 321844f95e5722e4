import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { Button } from '../../parts/button.js';
import { useMemoKeeping } from './use-memo-keeping.js';

type Props = { readonly theme: string; readonly held: string };

/** The memo of a theme, which saves itself. */
export function Memo({ theme, held }: Props): JSX.Element {
  const { state, told, type, save, takeMine, takeTheirs } = useMemoKeeping(theme, held);
  const id = useId();
  return (
    <section class="board-memo" aria-labelledby={`${id}-title`}>
      <div class="board-memo-head">
        <h2 id={`${id}-title`}>
          <label for={id}>Memo</label>
        </h2>
        <span class="board-quiet" role="status">
          {told}
        </span>
      </div>
      <textarea
        id={id}
        class="field-input board-memo-text"
        aria-describedby={`${id}-hint`}
        rows={14}
        value={state.typed}
        placeholder="What do these quotes say together? What surprises you? What is still open?"
        onInput={(event) => type(event.currentTarget.value)}
        onBlur={save}
      />
      <p id={`${id}-hint`} class="board-quiet">
        Reports print it under the theme. Markdown works: a blank line between paragraphs, “-” before points.
        It saves itself.
      </p>
      {state.theirs !== undefined && (
        <div class="board-memo-both" role="alert">
          <p>
            <b>The memo was changed elsewhere while you wrote.</b> It now reads:
          </p>
          <pre>{state.theirs || '(nothing)'}</pre>
          <div class="board-memo-choice">
            <Button tone="strong" onClick={takeMine}>
              Keep what I wrote
            </Button>
            <Button onClick={takeTheirs}>Take that one</Button>
          </div>
        </div>
      )}
    </section>
  );
}
