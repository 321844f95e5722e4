import type { JSX, RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../parts/button.js';
import { linkTo } from '../../state/route.js';
import { study } from '../../state/study.js';
import { PickOne } from '../lists/pick-one.js';
import { listThemeChoices, listTranscriptChoices, listWhere } from './list-choices.js';
import { countFilters, type Search, writeSearch } from './read-search.js';

/** Typing that pauses this long is a search. */
const PAUSE_MS = 220;

type Props = { readonly search: Search; readonly field: RefObject<HTMLInputElement | null> };

/** The search stands in the address, so that it can be gone back to; typing does not fill the way back with steps. */
const show = (search: Search) => location.replace(linkTo('search', '', writeSearch(search)));

/** The words, and what narrows where they are looked for. */
export function SearchForm({ search, field }: Props): JSX.Element {
  const [words, setWords] = useState(search.q);
  useEffect(() => {
    // On a phone the keyboard would cover the hits of a link that was followed.
    if (search.q !== '' && !matchMedia('(pointer: fine)').matches) return;
    field.current?.focus();
    field.current?.select();
  }, [field]);
  useEffect(() => {
    if (words.trim() !== search.q.trim()) setWords(search.q);
    // Only what came from elsewhere is taken over: a link, or the way back.
  }, [search.q]);
  useEffect(() => {
    if (words === search.q) return;
    const timer = setTimeout(() => show({ ...search, q: words }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <search>
      <form
        class="search-form"
        onSubmit={(event) => {
          event.preventDefault();
          show({ ...search, q: words });
        }}
      >
        <label class="search-words">
          <span class="search-label">Words</span>
          <input
            ref={field}
            type="search"
            class="search-input"
            value={words}
            autocomplete="off"
            maxLength={1000}
            placeholder="What are you looking for?"
            onInput={(event) => setWords(event.currentTarget.value)}
            onKeyDown={enterHits}
          />
        </label>
        <Filters search={search} />
      </form>
    </search>
  );
}

/** From the field an arrow leads into the hits. */
function enterHits(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown') return;
  const first = document.querySelector<HTMLElement>('.search-hit');
  if (first === null) return;
  event.preventDefault();
  first.focus();
}

function Filters({ search }: { readonly search: Search }): JSX.Element | null {
  const here = study.value;
  if (here === undefined) return null;
  const any = (label: string) => ({ id: '', label });
  const set = (part: Partial<Search>) => show({ ...search, ...part });
  return (
    <div class="search-filters">
      <PickOne
        label="Where"
        choices={[any('All transcripts'), ...listTranscriptChoices(here)]}
        chosen={search.in}
        onChoose={(transcript) => set({ in: transcript })}
      />
      <PickOne
        label="Who speaks"
        choices={[any('Everybody'), ...listWhere(here)]}
        chosen={search.where}
        onChoose={(where) => set({ where })}
      />
      <PickOne
        label="Theme"
        choices={[any('Any theme'), ...listThemeChoices(here)]}
        chosen={search.theme}
        onChoose={(theme) => set({ theme })}
      />
      <PickOne
        label="Coder"
        choices={[any('Any coder'), ...here.coders.map((coder) => ({ id: coder, label: coder }))]}
        chosen={search.coder}
        onChoose={(coder) => set({ coder })}
      />
      {countFilters(search) > 0 && (
        <Button tone="quiet" onClick={() => set({ in: '', where: '', theme: '', coder: '' })}>
          Without filters
        </Button>
      )}
    </div>
  );
}
