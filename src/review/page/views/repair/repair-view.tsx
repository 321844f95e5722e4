import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { NoticeView } from '../../../messages/common.js';
import { problemsSchema } from '../../../messages/study.js';
import { Button } from '../../parts/button.js';
import { Empty } from '../../parts/empty.js';
import { FailureNote } from '../../parts/failure-note.js';
import { Loading } from '../../parts/loading.js';
import { useResource } from '../../state/resource.js';
import { linkTo } from '../../state/route.js';
import { FileProblemList } from './file-problem-list.js';
import { countSeverities, describeSeverity, groupNotices, type Severity } from './group-notices.js';
import './repair.css';

const severities = ['error', 'caution', 'info'] as const;

/** Everything that was found while the study was read, file by file, and what to do about it. */
export function RepairView(): JSX.Element {
  const { value, failure, isLoading, reload } = useResource(problemsSchema, '/api/problems');
  return (
    <section class="repair" aria-labelledby="repair-title">
      <header class="repair-head">
        <h1 id="repair-title">Problems in the study’s files</h1>
        <Button onClick={reload} disabled={isLoading}>
          Look again
        </Button>
      </header>
      {value === undefined && failure === undefined && <Loading what="Looking through the files" />}
      {failure !== undefined && <FailureNote failure={failure} onRetry={reload} />}
      {value !== undefined && <Problems notices={value.notices} />}
    </section>
  );
}

function Problems({ notices }: { readonly notices: readonly NoticeView[] }): JSX.Element {
  const [hidden, setHidden] = useState<ReadonlySet<Severity>>(new Set());
  if (notices.length === 0) return <AllWell />;
  const counts = countSeverities(notices);
  const toggle = (severity: Severity) =>
    setHidden(new Set(severities.filter((each) => hidden.has(each) !== (each === severity))));
  const shown = notices.filter(({ severity }) => !hidden.has(severity));
  return (
    <>
      <Lead errors={counts.error} />
      <fieldset class="repair-shows">
        <legend class="only-read">What to show</legend>
        {severities
          .filter((severity) => counts[severity] > 0)
          .map((severity) => (
            <label key={severity} class="repair-show">
              <input type="checkbox" checked={!hidden.has(severity)} onChange={() => toggle(severity)} />
              <span>
                {describeSeverity(severity).word} <span class="repair-count">{counts[severity]}</span>
              </span>
            </label>
          ))}
      </fieldset>
      {groupNotices(shown).map((group) => (
        <FileProblemList key={group.file} group={group} />
      ))}
      {shown.length === 0 && <p class="repair-count">Nothing is chosen to be shown.</p>}
    </>
  );
}

function Lead({ errors }: { readonly errors: number }): JSX.Element {
  return (
    <p class="repair-lead">
      {errors === 0
        ? 'Everything could be read. These are remarks: look at them when you have time.'
        : 'What stands under “Error” is not used, and stays in its file. All the rest of the study is there to work with.'}{' '}
      Open a file in any editor, save it, and this page follows by itself.{' '}
      <a href={linkTo('read')}>Go on reading</a>
    </p>
  );
}

function AllWell(): JSX.Element {
  return (
    <Empty title="All of the study could be read">
      <p>Nothing is missing and nothing is in doubt. If a file breaks, it is listed here with its line.</p>
      <a href={linkTo('read')}>Back to the transcripts</a>
    </Empty>
  );
}
