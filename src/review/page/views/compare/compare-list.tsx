import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ComparisonView } from '../../../messages/comparing.js';
import { Button } from '../../parts/button.js';
import { Empty } from '../../parts/empty.js';
import { findTheme } from '../../state/study.js';
import { Pager } from '../lists/pager.js';
import { PickOne } from '../lists/pick-one.js';
import {
  chooseRows,
  countOpenByTheme,
  countRows,
  nameRow,
  type Row,
  type Show,
  shows,
} from './choose-rows.js';
import { CompareRow } from './compare-row.js';
import { describeRest } from './describe-comparison.js';
import { useRows } from './use-rows.js';
import { useSettling } from './use-settling.js';

const labels: Readonly<Record<Show, string>> = {
  open: 'To settle',
  settled: 'Settled',
  agreed: 'Agreed',
  all: 'All',
};

type Props = {
  readonly comparison: ComparisonView;
  /** Fetches more rows; missing where no more can be held. */
  readonly onMore: (() => void) | undefined;
};

/** The rows, narrowed to what is looked at, a page at a time; keys move among them. */
export function CompareList({ comparison, onMore }: Props): JSX.Element {
  const [show, setShow] = useState<Show>('open');
  const [theme, setTheme] = useState('');
  const { rows: all, settle: send } = useSettling(comparison);
  const rows = chooseRows(all, show, theme);
  const { page, current, turn, take, list, note, setNote, settle } = useRows(rows, send);
  return (
    <section class="compare-rows" aria-labelledby="compare-rows-title">
      <h2 id="compare-rows-title" class="only-read">
        Decisions side by side
      </h2>
      <div class="compare-filter">
        <ShowPicker rows={all} theme={theme} show={show} onShow={setShow} />
        <ThemeFilter rows={all} theme={theme} onTheme={setTheme} />
      </div>
      {rows.length === 0 && <NoRows show={show} total={all.length} />}
      <ol class="compare-list" ref={list} start={page.from + 1}>
        {page.items.map((row, place) => (
          <CompareRow
            key={nameRow(row)}
            row={row}
            coders={[comparison.a, comparison.b]}
            isCurrent={page.from + place === current}
            note={page.from + place === current ? note : ''}
            onTake={() => take(page.from + place)}
            onNote={setNote}
            onSettle={(applies) => settle(row, applies)}
          />
        ))}
      </ol>
      <Pager what="Rows" of={page} onTurn={turn} />
      <RestNote comparison={comparison} onMore={onMore} />
    </section>
  );
}

type Filter = { readonly rows: readonly Row[]; readonly theme: string };

function ShowPicker(
  props: Filter & { readonly show: Show; readonly onShow: (show: Show) => void },
): JSX.Element {
  const counts = countRows(props.rows, props.theme);
  return (
    <fieldset class="compare-shows">
      <legend class="only-read">Rows to show</legend>
      {shows.map((show) => (
        <label key={show} class="compare-show">
          <input
            type="radio"
            name="compare-show"
            checked={show === props.show}
            onChange={() => props.onShow(show)}
          />
          <span>
            {labels[show]} <span class="compare-count">{counts[show].toLocaleString('en')}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function ThemeFilter(props: Filter & { readonly onTheme: (theme: string) => void }): JSX.Element {
  const themes = countOpenByTheme(props.rows).map(({ theme, open }) => ({
    id: theme,
    label: `${findTheme(theme)?.label ?? theme}${open === 0 ? '' : ` (${open} to settle)`}`,
  }));
  return (
    <PickOne
      label="Theme"
      choices={[{ id: '', label: 'Every theme' }, ...themes]}
      chosen={props.theme}
      onChoose={props.onTheme}
    />
  );
}

function RestNote({ comparison, onMore }: Props): JSX.Element | null {
  const words = describeRest(comparison);
  if (words === '') return null;
  return (
    <p class="compare-nothing">
      {words} {onMore !== undefined && <Button onClick={onMore}>Show the next 500</Button>}
    </p>
  );
}

function NoRows({ show, total }: { readonly show: Show; readonly total: number }): JSX.Element {
  if (total === 0)
    return (
      <Empty title="Nothing to lay side by side yet">
        <p>These two have not decided on the same quotes. What both decide on stands here.</p>
      </Empty>
    );
  if (show !== 'open') return <p class="compare-nothing">No row is like that.</p>;
  return (
    <Empty title="Nothing is left to settle">
      <p>Where the two saw things differently, somebody has said how it is to be counted.</p>
    </Empty>
  );
}
