import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { searchSchema } from '../../../messages/reading.js';
import { Empty } from '../../parts/empty.js';
import { FailureNote } from '../../parts/failure-note.js';
import { Loading } from '../../parts/loading.js';
import { useResource } from '../../state/resource.js';
import { route } from '../../state/route.js';
import { describeHits } from './group-hits.js';
import { HitList } from './hit-list.js';
import { countFilters, findSearchPath, readSearch, type Search } from './read-search.js';
import { SearchForm } from './search-form.js';
import './search.css';

/** Words in this or in all transcripts, and quotes by theme, coder and participant. */
export function SearchView(): JSX.Element {
  const search = readSearch(route.value.query);
  const field = useRef<HTMLInputElement>(null);
  return (
    <section class="search" aria-labelledby="search-title">
      <h1 id="search-title" class="only-read">
        Search
      </h1>
      <SearchForm search={search} field={field} />
      <Results search={search} onAbove={() => field.current?.focus()} />
    </section>
  );
}

type Props = { readonly search: Search; readonly onAbove: () => void };

function Results({ search, onAbove }: Props): JSX.Element {
  const path = findSearchPath(search);
  const { value, failure, reload } = useResource(searchSchema, path);
  // While the next answer is on its way the last one stays, so that nothing flickers under the eyes.
  const last = useRef(value);
  if (value !== undefined) last.current = value;
  if (path === undefined) last.current = undefined;
  const shown = value ?? last.current;
  return (
    <div class="search-found">
      <p class="search-count" role="status">
        {shown !== undefined && describeHits(shown.total, shown.hits)}
      </p>
      {failure !== undefined && value === undefined && <FailureNote failure={failure} onRetry={reload} />}
      {path === undefined && <HowToSearch />}
      {path !== undefined && shown === undefined && failure === undefined && <Loading what="Searching" />}
      {shown?.total === 0 && <NothingFound search={search} />}
      {shown !== undefined && shown.total > 0 && (
        <HitList key={path ?? ''} found={shown} search={search} onAbove={onAbove} />
      )}
    </div>
  );
}

function HowToSearch(): JSX.Element {
  return (
    <Empty title="What was said, and by whom">
      <ul class="search-ways">
        <li>
          Words are found in all their forms: <b>expect</b> finds <i>expected</i> and <i>expectations</i>.
        </li>
        <li>
          Words in quotation marks are found as they stand: <b>“doing well”</b>.
        </li>
        <li>
          A star stands for any ending: <b>success*</b>.
        </li>
        <li>Without words, a theme or a coder gives all of its quotes.</li>
      </ul>
    </Empty>
  );
}

function NothingFound({ search }: { readonly search: Search }): JSX.Element {
  const filters = countFilters(search);
  return (
    <Empty title="Nothing like that">
      <p>
        {filters === 0
          ? 'Nobody said these words. Try fewer of them, or the beginning of one with a star.'
          : `Nothing is like that under ${filters === 1 ? 'the filter' : `the ${filters} filters`} that you set. Try without.`}
      </p>
    </Empty>
  );
}
