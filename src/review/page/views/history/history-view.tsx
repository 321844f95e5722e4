import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { historySchema } from '../../../messages/comparing.js';
import { Button } from '../../parts/button.js';
import { Empty } from '../../parts/empty.js';
import { FailureNote } from '../../parts/failure-note.js';
import { Loading } from '../../parts/loading.js';
import { type Resource, useResource } from '../../state/resource.js';
import { study } from '../../state/study.js';
import { redo, undo } from '../../state/undo.js';
import { describeDay, type Entry, findLocalDay, findLocalHour, groupByDay } from './group-by-day.js';
import { HistoryDay } from './history-day.js';
import './history.css';

const PAGE_SIZE = 60;

type Shown = { readonly entries: readonly Entry[]; readonly more: boolean };

/** Who did what when, latest first; each own thing that still stands can be taken back, whatever was done since. */
export function HistoryView(): JSX.Element {
  // Id of the last entry of each page before this one; none on the first page.
  const [befores, setBefores] = useState<readonly string[]>([]);
  const before = befores.at(-1) ?? '';
  const query = new URLSearchParams({ count: String(PAGE_SIZE), ...(before === '' ? {} : { before }) });
  const resource: Resource<Shown> = useResource(historySchema, `/api/history?${query}`);
  const top = useRef<HTMLHeadingElement>(null);
  const turn = (next: readonly string[]) => {
    setBefores(next);
    top.current?.focus();
  };
  return (
    <section class="history" aria-labelledby="history-title">
      <header class="history-head">
        <h1 id="history-title" ref={top} tabIndex={-1}>
          History
        </h1>
        <TakingBack />
      </header>
      <HistoryPage
        resource={resource}
        isFirst={befores.length === 0}
        onNewer={() => turn(befores.slice(0, -1))}
        onOlder={(last) => turn([...befores, last])}
      />
    </section>
  );
}

function TakingBack(): JSX.Element {
  const last = study.value?.undo ?? '';
  const next = study.value?.redo ?? '';
  return (
    <div class="history-back">
      <Button disabled={last === ''} onClick={() => void undo()}>
        <span aria-hidden="true">↶</span> {last === '' ? 'Nothing to undo' : `Undo: ${last}`}
      </Button>
      <Button disabled={next === ''} onClick={() => void redo()}>
        <span aria-hidden="true">↷</span> {next === '' ? 'Nothing to redo' : `Redo: ${next}`}
      </Button>
    </div>
  );
}

type PageProps = {
  readonly resource: Resource<Shown>;
  readonly isFirst: boolean;
  readonly onNewer: () => void;
  readonly onOlder: (last: string) => void;
};

function HistoryPage({ resource, isFirst, onNewer, onOlder }: PageProps): JSX.Element {
  const { value, failure, reload } = resource;
  const today = useToday();
  if (value === undefined)
    return failure === undefined ? (
      <Loading what="Reading the history" />
    ) : (
      <FailureNote failure={failure} onRetry={reload} />
    );
  if (value.entries.length === 0 && isFirst) return <NothingYet />;
  const last = value.entries.at(-1);
  return (
    <>
      {groupByDay(value.entries, findLocalDay).map(({ day, entries }) => (
        <HistoryDay key={day} title={describeDay(day, today)} entries={entries} hourOf={findLocalHour} />
      ))}
      {(!isFirst || value.more) && (
        <nav class="history-turn" aria-label="Pages of the history">
          <Button disabled={isFirst} onClick={onNewer}>
            <span aria-hidden="true">←</span> Newer
          </Button>
          <Button
            disabled={!value.more || last === undefined}
            onClick={() => last !== undefined && onOlder(last.id)}
          >
            Older <span aria-hidden="true">→</span>
          </Button>
        </nav>
      )}
    </>
  );
}

function NothingYet(): JSX.Element {
  return (
    <Empty title="Nothing was done here yet">
      <p>
        Whatever you or others mark, decide or rearrange in this app is written down here, in the study’s own
        folder, and can be taken back: step by step, also tomorrow.
      </p>
    </Empty>
  );
}

/** The day that it is, also for a page that stays open over midnight. */
function useToday(): string {
  const now = () => findLocalDay(new Date().toISOString());
  const [today, setToday] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setToday(now), 60_000);
    return () => clearInterval(timer);
  }, []);
  return today;
}
