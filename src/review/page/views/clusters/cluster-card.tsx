import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { QuoteView } from '../../../messages/common.js';
import type { ClustersView } from '../../../messages/deciding.js';
import { Button } from '../../parts/button.js';
import { ThemeChip } from '../../parts/theme-chip.js';
import { linkTo } from '../../state/route.js';
import { ShareBar } from '../decide/share-bar.js';

type Cluster = ClustersView['clusters'][number];
type Props = { readonly cluster: Cluster; readonly onMake: () => void };

/** Quotes shown before the rest is asked for. */
const FIRST = 3;

function Line({ quote }: { readonly quote: QuoteView }): JSX.Element {
  return (
    <li class="clusters-quote">
      <blockquote>{quote.exact}</blockquote>
      <p class="clusters-quiet">
        <a href={linkTo('read', quote.transcript, { quote: quote.id })}>
          {quote.participant || quote.transcript}
        </a>
        {quote.taggings
          .filter(({ status }) => status !== 'rejected')
          .map(({ theme, status }) => (
            <ThemeChip key={theme} theme={theme} status={status} />
          ))}
      </p>
    </li>
  );
}

/** A group of alike quotes: the words that set it apart, its quotes, and how it stands to the themes. */
export function ClusterCard({ cluster, onMake }: Props): JSX.Element {
  const [isAll, setIsAll] = useState(false);
  const { terms, quotes, participants, nearestTheme, cohesion } = cluster;
  const shown = isAll ? quotes : quotes.slice(0, FIRST);
  const rest = quotes.length - shown.length;
  return (
    <article class="clusters-card">
      <h3>{terms.length === 0 ? 'Alike quotes' : terms.join('\u00a0· ')}</h3>
      <p class="clusters-facts">
        {quotes.length} {quotes.length === 1 ? 'quote' : 'quotes'} of {participants}{' '}
        {participants === 1 ? 'participant' : 'participants'}
        <span class="clusters-alike">
          how alike: {cohesion.toFixed(2)} <ShareBar share={cohesion} />
        </span>
      </p>
      <ul class="clusters-quotes">
        {shown.map((quote) => (
          <Line key={quote.id} quote={quote} />
        ))}
      </ul>
      {rest > 0 && (
        <Button tone="quiet" onClick={() => setIsAll(true)}>
          {rest === 1 ? 'Show one more' : `Show ${rest} more`}
        </Button>
      )}
      <div class="clusters-foot">
        <Button tone="strong" onClick={onMake}>
          Make a theme of it…
        </Button>
        <p class="clusters-quiet">
          {nearestTheme === '' ? (
            'No theme is near it.'
          ) : (
            <>
              Nearest theme:{' '}
              <a href={linkTo('organise', nearestTheme)}>
                <ThemeChip theme={nearestTheme} />
              </a>
            </>
          )}
        </p>
      </div>
    </article>
  );
}
