import type { JSX } from 'preact';
import { type BoardView as Board, boardSchema } from '../../../messages/deciding.js';
import type { ThemeView } from '../../../messages/study.js';
import { Empty } from '../../parts/empty.js';
import { FailureNote } from '../../parts/failure-note.js';
import { Loading } from '../../parts/loading.js';
import { ThemeRules } from '../../parts/theme-rules.js';
import { useResource } from '../../state/resource.js';
import { linkTo, route } from '../../state/route.js';
import { findTheme } from '../../state/study.js';
import { showTheme } from '../organise/stand.js';
import { UndoStrip } from '../organise/undo-strip.js';
import { BoardList } from './board-list.js';
import { Memo } from './memo.js';
import './board.css';

function NoQuotes({ theme }: { readonly theme: ThemeView }): JSX.Element {
  return (
    <Empty title="No quotes on this board yet">
      <p>
        A quote comes here when somebody decides that it is about “{theme.label}”: while reading, or one
        suggestion at a time.
      </p>
      <p>
        <a href={linkTo('decide', '', { theme: theme.id })}>Decide on suggestions</a> ·{' '}
        <a href={linkTo('read')}>Read a transcript</a>
      </p>
    </Empty>
  );
}

function Summary({ board }: { readonly board: Board }): JSX.Element {
  const people = new Set(board.quotes.map(({ participant }) => participant)).size;
  return (
    <p class="board-summary">
      {board.quotes.length} {board.quotes.length === 1 ? 'quote' : 'quotes'} of {people}{' '}
      {people === 1 ? 'participant' : 'participants'}. The reports would print <b>{board.picked.length}</b> of
      them now. What you choose and put first comes first.
    </p>
  );
}

function Head({ theme }: { readonly theme: ThemeView }): JSX.Element {
  return (
    <header class="board-head">
      <p class="board-quiet">
        <a href={linkTo('organise')} onClick={() => showTheme(theme.id)}>
          Organise
        </a>{' '}
        › board
      </p>
      <h1>{theme.label}</h1>
      <details class="board-rules" open>
        <summary>Its rules</summary>
        <ThemeRules theme={theme} />
      </details>
    </header>
  );
}

/** The board of a theme: its quotes to order and choose, and the memo beside them. */
export function BoardView(): JSX.Element {
  const { id } = route.value;
  const theme = findTheme(id);
  const path = `/api/themes/${encodeURIComponent(id)}/board`;
  const { value, failure, reload } = useResource(boardSchema, theme === undefined ? undefined : path);
  if (theme === undefined)
    return (
      <>
        <h1 class="only-read">Board</h1>
        <Empty title="This theme is not there any more">
          <p>It was removed, merged into another, or the address names a theme that never was.</p>
          <a href={linkTo('organise')}>See all themes</a>
        </Empty>
      </>
    );
  return (
    <div class="board">
      <Head theme={theme} />
      <UndoStrip />
      {failure !== undefined && value === undefined && <FailureNote failure={failure} onRetry={reload} />}
      {value === undefined ? (
        failure === undefined && <Loading what="Laying out the quotes" />
      ) : (
        <div class="board-panes">
          <section class="board-quotes" aria-label="Quotes">
            {value.quotes.length === 0 ? <NoQuotes theme={theme} /> : <Summary board={value} />}
            <BoardList key={id} board={value} />
          </section>
          <Memo key={id} theme={id} held={value.memo} reload={reload} />
        </div>
      )}
    </div>
  );
}
