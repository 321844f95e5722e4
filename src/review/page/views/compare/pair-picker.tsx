import type { JSX } from 'preact';
import type { ComparisonView } from '../../../messages/comparing.js';
import { Button } from '../../parts/button.js';
import { PickOne } from '../lists/pick-one.js';
import { describeTotals } from './describe-comparison.js';

type Props = {
  readonly comparison: ComparisonView;
  readonly onChoose: (a: string, b: string) => void;
};

/** Who is compared with whom. Choosing the other one's name swaps the two. */
export function PairPicker({ comparison, onChoose }: Props): JSX.Element {
  const { a, b, coders, total } = comparison;
  const choices = coders.map((coder) => ({ id: coder, label: coder }));
  return (
    <div class="compare-pair">
      <PickOne
        label="First coder"
        choices={choices}
        chosen={a}
        onChoose={(coder) => onChoose(coder, coder === b ? a : b)}
      />
      <Button tone="quiet" label="Swap the two coders" onClick={() => onChoose(b, a)}>
        <span aria-hidden="true">⇄</span>
      </Button>
      <PickOne
        label="Second coder"
        choices={choices}
        chosen={b}
        onChoose={(coder) => onChoose(coder === a ? b : a, coder)}
      />
      <p class="compare-totals" role="status">
        {describeTotals(total, a, b)}
      </p>
    </div>
  );
}
