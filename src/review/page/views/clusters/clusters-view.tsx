import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type ClustersView as Clusters, clustersSchema } from '../../../messages/deciding.js';
import { Empty } from '../../parts/empty.js';
import { FailureNote } from '../../parts/failure-note.js';
import { Loading } from '../../parts/loading.js';
import { useResource } from '../../state/resource.js';
import { go, linkTo } from '../../state/route.js';
import { findTheme, study, suggestedVersion } from '../../state/study.js';
import { NewThemeDialog } from '../organise/new-theme-dialog.js';
import { showTheme } from '../organise/stand.js';
import { nameDimension } from '../organise/theme-tree.js';
import { UndoStrip } from '../organise/undo-strip.js';
import { ClusterCard } from './cluster-card.js';
import './clusters.css';

type Cluster = Clusters['clusters'][number];
type ListProps = { readonly clusters: readonly Cluster[]; readonly onMake: (cluster: Cluster) => void };

function List({ clusters, onMake }: ListProps): JSX.Element {
  return (
    <div class="clusters-list">
      {clusters.map((cluster) => (
        <ClusterCard key={cluster.id} cluster={cluster} onMake={() => onMake(cluster)} />
      ))}
    </div>
  );
}

function NoClusters(): JSX.Element {
  return (
    <Empty title="No groups yet">
      <p>
        Here alike quotes are laid side by side, whatever their themes: what the taxonomy misses shows as a
        group of its own. It takes a few dozen quotes before groups stand out.
      </p>
      <a href={linkTo('read')}>Mark more quotes</a>
    </Empty>
  );
}

function Groups({ value, onMake }: { readonly value: Clusters; readonly onMake: ListProps['onMake'] }) {
  const prompts = value.clusters.filter(({ isPrompt }) => isPrompt);
  const covered = value.clusters.filter(({ isPrompt }) => !isPrompt);
  if (value.clusters.length === 0) return <NoClusters />;
  return (
    <>
      <section class="clusters-part" aria-labelledby="clusters-prompts">
        <h2 id="clusters-prompts">No theme covers these</h2>
        {prompts.length === 0 ? (
          <p class="clusters-quiet">
            Every group is covered by a theme. That is a good sign for the taxonomy.
          </p>
        ) : (
          <List clusters={prompts} onMake={onMake} />
        )}
      </section>
      {covered.length > 0 && (
        <details class="clusters-part">
          <summary>
            <h2>A theme covers these already ({covered.length})</h2>
          </summary>
          <List clusters={covered} onMake={onMake} />
        </details>
      )}
      {value.unclustered > 0 && (
        <p class="clusters-quiet">
          {value.unclustered === 1 ? 'One quote is' : `${value.unclustered} quotes are`} unlike all others,
          and in no group.
        </p>
      )}
    </>
  );
}

/** Where a theme made of a group is put at first: beside the theme that is nearest, or in the first dimension. */
function findHome(cluster: Cluster): string {
  const near = findTheme(cluster.nearestTheme);
  return nameDimension(near?.dimension ?? study.value?.dimensions[0]?.id ?? 'theme');
}

/** Groups of alike quotes as prompts: what do the themes miss? */
export function ClustersView(): JSX.Element {
  const { value, failure, reload } = useResource(clustersSchema, '/api/clusters');
  const [made, setMade] = useState<Cluster | undefined>();
  const suggested = suggestedVersion.value;
  useEffect(() => {
    if (suggested > 0) reload();
  }, [suggested]);
  return (
    <div class="clusters">
      <header class="clusters-head">
        <h1>Clusters</h1>
        <p class="clusters-quiet">
          Quotes that use alike words, grouped by the machine. A group is a question, not an answer: is there
          a theme in it?
        </p>
      </header>
      <UndoStrip />
      {failure !== undefined && value === undefined && <FailureNote failure={failure} onRetry={reload} />}
      {value === undefined && failure === undefined && <Loading what="Looking for groups" />}
      {value?.ready === false && <Loading what="The quotes are being grouped for the first time" />}
      {value?.notices.map((notice) => (
        <p key={notice} class="clusters-notice">
          {notice}
        </p>
      ))}
      {value?.ready === true && <Groups value={value} onMake={setMade} />}
      {made !== undefined && (
        <NewThemeDialog
          home={findHome(made)}
          quotes={made.quotes}
          terms={made.terms}
          onClose={() => setMade(undefined)}
          onDone={(done) => {
            showTheme(done.made);
            go(linkTo('organise', done.made));
          }}
        />
      )}
    </div>
  );
}
