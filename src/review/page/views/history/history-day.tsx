import type { JSX } from 'preact';
import { Button } from '../../parts/button.js';
import { linkTo } from '../../state/route.js';
import { study } from '../../state/study.js';
import { redo, undo } from '../../state/undo.js';
import { findPlaceOfEntry } from './find-place.js';
import type { Entry } from './group-by-day.js';

type Props = {
  readonly title: string;
  readonly entries: readonly Entry[];
  readonly hourOf: (at: string) => string;
};

/** What was done on one day, latest first. */
export function HistoryDay({ title, entries, hourOf }: Props): JSX.Element {
  return (
    <section class="history-day">
      <h2>{title}</h2>
      <ol class="history-list" reversed>
        {entries.map((entry) => (
          <HistoryLine key={entry.id} entry={entry} hour={hourOf(entry.at)} />
        ))}
      </ol>
    </section>
  );
}

function HistoryLine({ entry, hour }: { readonly entry: Entry; readonly hour: string }): JSX.Element {
  const place = findPlaceOfEntry(entry);
  const isMine = entry.by === study.value?.coder;
  return (
    <li class={`history-line ${entry.undone ? 'history-undone' : ''}`}>
      <time class="history-hour" dateTime={entry.at}>
        {hour}
      </time>
      <span class="history-by">{isMine ? `${entry.by} (you)` : entry.by}</span>
      <span class="history-told">
        <span class="history-words">{entry.told}</span>
        {entry.undone && <span class="history-state"> (taken back)</span>}
        {entry.offer === 'changed' && <span class="history-state"> ({tellChanged(entry)})</span>}
      </span>
      <span class="history-doing">
        {place !== undefined && (
          <a
            class="history-place"
            href={linkTo(place.view, place.id, place.query)}
            aria-label={nameLink(entry, place.words)}
          >
            {place.words}
          </a>
        )}
        <Offer entry={entry} />
      </span>
    </li>
  );
}

/** Taking back one thing by itself, or doing it again. */
function Offer({ entry }: { readonly entry: Entry }): JSX.Element | null {
  if (entry.offer === 'undo')
    return (
      <Button tone="quiet" label={`Undo: ${entry.told}`} onClick={() => void undo(entry.id)}>
        Undo
      </Button>
    );
  if (entry.offer !== 'redo') return null;
  return (
    <Button tone="quiet" label={`Do again: ${entry.told}`} onClick={() => void redo(entry.id)}>
      Do again
    </Button>
  );
}

const tellChanged = ({ by, changedBy }: Entry) => `changed since by ${changedBy === by ? 'you' : changedBy}`;

/** Many links have the same words: the name says which is which, and begins with the words that are seen. */
const nameLink = (entry: Entry, words: string) => `${words}: ${entry.told}`;
