import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { SearchView } from '../../../messages/reading.js';
import { MarkedText } from '../../parts/marked-text.js';
import { useKeys } from '../../state/keys.js';
import { linkTo } from '../../state/route.js';
import { Pager } from '../lists/pager.js';
import { turnPage } from '../lists/turn-page.js';
import { groupHits, type Hit, linkOfHit, moveAmongHits, orderHits } from './group-hits.js';
import type { Search } from './read-search.js';

const PAGE_SIZE = 50;

type Props = { readonly found: SearchView; readonly search: Search; readonly onAbove: () => void };

/** The hits by transcript, a page at a time; arrows lead through them. */
export function HitList({ found, search, onAbove }: Props): JSX.Element {
  const [asked, setAsked] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const page = turnPage(orderHits(found.hits), asked, PAGE_SIZE);
  useHitKeys(list, onAbove);
  const turn = (to: number) => {
    setAsked(to);
    list.current?.focus();
    list.current?.scrollIntoView({ block: 'start' });
  };
  return (
    <>
      <div class="search-hits" ref={list} tabIndex={-1}>
        {groupHits(page.items, page.from).map(({ transcript, participants, hits }) => (
          <section key={transcript} class="search-group">
            <h2 class="search-transcript">
              <a href={linkTo('read', transcript)}>{transcript}</a>
              {participants.some((id) => id !== transcript) && (
                <span class="search-quiet"> {participants.join(', ')}</span>
              )}
            </h2>
            <ul>
              {hits.map(({ hit, place }) => (
                <HitLine key={place} hit={hit} words={search.q} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <Pager what="Hits" of={page} onTurn={turn} />
    </>
  );
}

function HitLine({ hit, words }: { readonly hit: Hit; readonly words: string }): JSX.Element {
  const { view, id, query } = linkOfHit(hit, words);
  return (
    <li>
      <a class="search-hit" href={linkTo(view, id, query)}>
        <span class="search-snippet">
          <MarkedText
            text={hit.snippet}
            marks={hit.marks.map((span) => ({ ...span, className: 'marked-text-word' }))}
          />
        </span>
        <span class="search-source">
          {nameSpeaker(hit)}
          {hit.quote !== '' && <span class="search-badge">“ quote</span>}
        </span>
      </a>
    </li>
  );
}

/** Who speaks, where the heading does not say it. */
function nameSpeaker({ participant, transcript }: Hit): string {
  if (participant === '') return 'not a participant';
  return participant === transcript ? '' : participant;
}

function useHitKeys(list: { readonly current: HTMLElement | null }, onAbove: () => void): void {
  const move = (step: number) => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('.search-hit') ?? [])];
    const here = document.activeElement;
    const at = here instanceof HTMLElement ? links.indexOf(here) : -1;
    const next = moveAmongHits(at, step, links.length);
    if (next === -1) onAbove();
    else links[next]?.focus();
  };
  useKeys('Search', [
    { key: '/', does: 'go to the words', run: onAbove },
    { key: 'j', does: 'next hit', run: () => move(1) },
    { key: 'ArrowDown', does: 'next hit', run: () => move(1) },
    { key: 'k', does: 'hit before', run: () => move(-1) },
    { key: 'ArrowUp', does: 'hit before', run: () => move(-1) },
  ]);
}
