import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ComparisonView } from '../../../messages/comparing.js';
import type { Figure } from './choose-rows.js';
import { describeInterval, placeInterval, showValue } from './describe-comparison.js';

/** The others say much the same in other words, and are shown when they are asked for. */
const FIRST = 4;

/** How far the two agree, each figure with its interval, or why that is not told. */
export function CompareFigures({ comparison }: { readonly comparison: ComparisonView }): JSX.Element | null {
  const { withheld, figures } = comparison;
  if (withheld !== '')
    return (
      <aside class="compare-withheld" aria-label="Why agreement is not told">
        <p>{withheld}</p>
      </aside>
    );
  if (figures.length === 0) return null;
  const more = figures.slice(FIRST);
  return (
    <section aria-labelledby="compare-figures-title">
      <h2 id="compare-figures-title" class="only-read">
        Agreement
      </h2>
      <FigureList figures={figures.slice(0, FIRST)} />
      {more.length > 0 && (
        <details class="compare-more">
          <summary>{more.map(({ label }) => label).join(', ')}</summary>
          <FigureList figures={more} />
        </details>
      )}
    </section>
  );
}

function FigureList({ figures }: { readonly figures: readonly Figure[] }): JSX.Element {
  return (
    <dl class="compare-figures">
      {figures.map((figure) => (
        <FigureCard key={figure.id} figure={figure} />
      ))}
    </dl>
  );
}

function FigureCard({ figure }: { readonly figure: Figure }): JSX.Element {
  return (
    <div class="compare-figure">
      <dt>{figure.label}</dt>
      <dd class={figure.value === null ? 'compare-none' : 'compare-value'}>{showValue(figure)}</dd>
      <dd class="compare-interval">
        {describeInterval(figure)}
        <IntervalBar figure={figure} />
      </dd>
    </div>
  );
}

/** The same in a drawing; the words beside it say it all, so it is not read out. */
function IntervalBar({ figure }: { readonly figure: Figure }): JSX.Element | null {
  const bar = useRef<HTMLSpanElement>(null);
  const place = placeInterval(figure);
  useEffect(() => {
    if (place === undefined) return;
    bar.current?.style.setProperty('--compare-from', `${place.from}%`);
    bar.current?.style.setProperty('--compare-width', `${place.to - place.from}%`);
    bar.current?.style.setProperty('--compare-at', `${place.at}%`);
  }, [place?.from, place?.to, place?.at]);
  if (place === undefined) return null;
  return (
    <span class="compare-bar" ref={bar} aria-hidden="true">
      <span class="compare-band" />
      <span class="compare-point" />
    </span>
  );
}
