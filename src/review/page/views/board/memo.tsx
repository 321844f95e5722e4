import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { BothTexts } from '../../parts/both-texts.js';
import { useMemoKeeping } from './use-memo-keeping.js';

type Props = { readonly theme: string; readonly held: string; readonly reload: () => void };

/** The memo of a theme, which saves itself. */
export function Memo({ theme, held, reload }: Props): JSX.Element {
  const { state, told, type, save, ...keeping } = useMemoKeeping(theme, held, reload);
  const { takeMine, takeTheirs, takeBoth } = keeping;
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
      {state.theirs !== undefined && (
        <div class="board-memo-both" role="alert">
          <p>
            <b>The memo was changed elsewhere while you wrote.</b> Nothing is overwritten until you choose.
          </p>
          <BothTexts
            theirs={state.theirs}
            mine={state.typed}
            onTheirs={takeTheirs}
            onMine={takeMine}
            {...(takeBoth === undefined ? {} : { onBoth: takeBoth })}
          />
        </div>
      )}
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
    </section>
  );
}
