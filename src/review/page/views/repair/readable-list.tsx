import type { JSX } from 'preact';
import { linkTo } from '../../state/route.js';
import { study } from '../../state/study.js';

/** More than these are left to the list of all transcripts. */
const FIRST = 12;

const count = (number: number, one: string) =>
  number === 1 ? `1 ${one}` : `${number.toLocaleString('en')} ${one}s`;

/** What of a study that must be mended can be read all the same. */
export function ReadableList(): JSX.Element | null {
  const here = study.value;
  if (here === undefined) return null;
  const { transcripts, quotes, themes } = here;
  if (transcripts.length === 0) return null;
  const sum = [
    count(transcripts.length, 'transcript'),
    ...(quotes.total === 0 ? [] : [count(quotes.total, 'quote')]),
    ...(themes.length === 0 ? [] : [count(themes.length, 'theme')]),
  ].join(', ');
  return (
    <section class="repair-file" aria-labelledby="repair-readable">
      <h2 class="repair-name" id="repair-readable">
        What can be read <span class="repair-purpose">{sum}</span>
      </h2>
      <ul class="repair-readable">
        {transcripts.slice(0, FIRST).map(({ id, words }) => (
          <li key={id}>
            <a class="repair-open" href={linkTo('read', id)}>
              {id} <span class="repair-count">{count(words, 'word')}</span>
            </a>
          </li>
        ))}
      </ul>
      <a href={linkTo('read')}>
        {transcripts.length > FIRST
          ? `All ${transcripts.length.toLocaleString('en')} transcripts`
          : 'The list of transcripts'}
      </a>
    </section>
  );
}
