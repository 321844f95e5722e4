import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ComparisonView } from '../../../messages/comparing.js';
import { Button } from '../../parts/button.js';
import { Empty } from '../../parts/empty.js';
import { FailureNote } from '../../parts/failure-note.js';
import { Loading } from '../../parts/loading.js';
import { go, linkTo, route } from '../../state/route.js';
import { blind } from '../../state/study.js';
import { CompareFigures } from './compare-figures.js';
import { CompareList } from './compare-list.js';
import { PairPicker } from './pair-picker.js';
import { useComparison } from './use-comparison.js';
import './compare.css';
import './rows.css';

/** Rows that come at first and more each time, and at most: a page that holds more would be slow. */
const ROWS = 500;
const MOST_ROWS = 9500;

/** Two coders side by side: what they see differently comes first, and a third decision settles it. */
export function CompareView(): JSX.Element {
  return (
    <section class="compare" aria-labelledby="compare-title">
      <h1 id="compare-title">Compare</h1>
      {blind.value ? <BlindNote /> : <ComparePair />}
    </section>
  );
}

function BlindNote(): JSX.Element {
  return (
    <Empty title="You decide blind">
      <p>
        Blind mode keeps what other coders decided from you, so that you judge for yourself. Comparing shows
        it.
      </p>
      <Button
        tone="strong"
        onClick={() => {
          blind.value = false;
        }}
      >
        End blind mode and compare
      </Button>
    </Empty>
  );
}

function ComparePair(): JSX.Element {
  const { query } = route.value;
  const pair = new URLSearchParams({ a: query.get('a') ?? '', b: query.get('b') ?? '' });
  const [count, setCount] = useState(ROWS);
  if (pair.get('a') === '') {
    pair.delete('a');
    pair.delete('b');
  }
  pair.set('count', String(count));
  const { value, failure, reload } = useComparison(`/api/compare?${pair}`);
  if (value === undefined)
    return failure === undefined ? (
      <Loading what="Comparing" />
    ) : (
      <FailureNote failure={failure} onRetry={reload} />
    );
  if (value.a === '' || value.b === '') return <OneCoder coders={value.coders} />;
  const more = count < MOST_ROWS ? () => setCount(count + ROWS) : undefined;
  return <Comparison comparison={value} onMore={more} />;
}

function OneCoder({ coders }: { readonly coders: readonly string[] }): JSX.Element {
  const who = coders.length === 1 ? coders[0] : 'one coder';
  return (
    <Empty title="A second pair of eyes">
      <p>
        So far only {who} has decided anything here. When a second coder decides on the same quotes, this page
        shows what each of you saw, and what you saw differently.
      </p>
      <p>Each coder opens the study under a name of their own:</p>
      <code class="compare-command">themeloom review --coder ana --coder ben</code>
      <p>Turn on blind mode while you decide: then neither knows what the other said.</p>
    </Empty>
  );
}

type Shown = { readonly comparison: ComparisonView; readonly onMore: (() => void) | undefined };

function Comparison({ comparison, onMore }: Shown): JSX.Element {
  const choose = (a: string, b: string) => go(linkTo('compare', '', { a, b }));
  return (
    <>
      <PairPicker comparison={comparison} onChoose={choose} />
      <CompareFigures comparison={comparison} />
      <CompareList comparison={comparison} onMore={onMore} />
    </>
  );
}
