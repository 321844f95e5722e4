import type { JSX } from 'preact';
import type { StudyView } from '../../../messages/study.js';
import { kept, waiting } from '../../state/act.js';
import { linkTo } from '../../state/route.js';
import { tellNeed } from './group-notices.js';

type Repair = NonNullable<StudyView['repair']>;

const FOLLOWS = 'Open a file in any editor and save it: this page follows by itself.';

/** What the errors mean for the work, and what to do about them. */
export function RepairLead({ errors }: { readonly errors: number }): JSX.Element {
  return (
    <p class="repair-lead">
      {errors === 0
        ? 'Everything could be read. These are remarks: look at them when you have time.'
        : 'What stands under “Error” is not used, and stays in its file. All the rest of the study is there to work with; only what would be written to such a file waits until it is mended.'}{' '}
      {FOLLOWS} <a href={linkTo('read')}>Go on reading</a>
    </p>
  );
}

/** Why nothing can be recorded now, what each of the files is needed for, and what becomes of the work meanwhile. */
export function BrokenLead({ repair }: { readonly repair: Repair }): JSX.Element {
  const { files, isDraft } = repair;
  const count = isDraft ? kept.value : waiting.value;
  return (
    <div class="repair-lead repair-needs">
      <ul>
        {files.map((file) => (
          <li key={file}>
            <code>{file}</code> {tellNeed(file)}
          </li>
        ))}
      </ul>
      <p>
        {isDraft
          ? 'Until that is mended the study can only be looked at: nothing can be marked or decided.'
          : 'Until that is mended you see the study as it was before. What you do waits in this window and is sent then, once.'}{' '}
        {count > 0 && (count === 1 ? '1 action waits here. ' : `${count} actions wait here. `)}
        {FOLLOWS} Nothing is written to a file that cannot be read.
      </p>
    </div>
  );
}
