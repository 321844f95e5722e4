import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../parts/button.js';
import { raiseFirst } from '../../state/say-failure.js';
import { describeFile, describeSeverity, type FileProblems } from './group-notices.js';

/** More than these are shown when they are asked for: a broken file of thousands of lines does not bury the next one. */
const FIRST = 12;

/** The problems of one file. Their text is a file's own words in part, and is shown as text alone. */
export function FileProblemList({ group }: { readonly group: FileProblems }): JSX.Element {
  const [count, setCount] = useState(FIRST);
  const purpose = describeFile(group.file);
  const more = group.notices.length - count;
  return (
    <section class="repair-file">
      <h2 class="repair-name">
        <code>{group.file === '' ? 'The study' : group.file}</code>
        {purpose !== '' && <span class="repair-purpose"> {purpose}</span>}
      </h2>
      <ul class="repair-list">
        {group.notices.slice(0, count).map((notice, place) => (
          <li key={place} class={`repair-notice repair-${notice.severity}`}>
            <p class="repair-severity">
              <span class="repair-sign" aria-hidden="true">
                {describeSeverity(notice.severity).sign}
              </span>{' '}
              {describeSeverity(notice.severity).word}
              {notice.where !== '' && <span class="repair-where"> {notice.where}</span>}
            </p>
            <p class="repair-message">{raiseFirst(notice.message)}</p>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Button onClick={() => setCount(count * 10)}>
          Show {Math.min(more, count * 9).toLocaleString('en')} more of {group.file}
        </Button>
      )}
    </section>
  );
}
