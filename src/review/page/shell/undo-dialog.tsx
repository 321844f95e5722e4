import type { JSX } from 'preact';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { go, linkTo, route } from '../state/route.js';
import { blockedUndo, undo } from '../state/undo.js';
import { findPlaceOfEntry } from '../views/history/find-place.js';

/** Says why the last thing cannot be taken back, and offers to look at it or to go on to the one before it. */
export function UndoDialog(): JSX.Element | null {
  const blocked = blockedUndo.value;
  if (blocked === undefined) return null;
  const { failure, entry, older } = blocked;
  const close = () => {
    blockedUndo.value = undefined;
  };
  const leaveTo = (path: string) => {
    close();
    go(path);
  };
  const place = entry === undefined ? undefined : findPlaceOfEntry(entry);
  const foot = (
    <>
      <Button onClick={close}>Leave it</Button>
      {place !== undefined && (
        <Button onClick={() => leaveTo(linkTo(place.view, place.id, place.query))}>Look at it</Button>
      )}
      {route.value.view !== 'history' && (
        <Button onClick={() => leaveTo(linkTo('history'))}>See the history</Button>
      )}
      {older !== undefined && (
        <Button
          tone="strong"
          onClick={() => {
            close();
            void undo(older.id);
          }}
        >
          Undo the one before
        </Button>
      )}
    </>
  );
  return (
    <Dialog title="Changed since" onClose={close} foot={foot}>
      {entry !== undefined && (
        <p>
          <b>{entry.told}</b>
        </p>
      )}
      <p>
        {failure.message.charAt(0).toUpperCase() + failure.message.slice(1)}. {failure.hint}
      </p>
      {older === undefined ? (
        <p>Nothing else of yours can be taken back by itself.</p>
      ) : (
        <p>
          The one before it that can be taken back by itself: <b>{older.told}</b>
        </p>
      )}
    </Dialog>
  );
}
