import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { NoticeView } from '../../../messages/common.js';
import { problemsSchema, type StudyView } from '../../../messages/study.js';
import { Button } from '../../parts/button.js';
import { Empty } from '../../parts/empty.js';
import { FailureNote } from '../../parts/failure-note.js';
import { Loading } from '../../parts/loading.js';
import { useResource } from '../../state/resource.js';
import { linkTo } from '../../state/route.js';
import { study } from '../../state/study.js';
import { FileProblemList } from './file-problem-list.js';
import { countSeverities, describeSeverity, groupNotices, type Severity } from './group-notices.js';
import { ReadableList } from './readable-list.js';
import { BrokenLead, RepairLead } from './repair-lead.js';
import './repair.css';

const severities = ['error', 'caution', 'info'] as const;

/** Everything that was found while the study was read, file by file, and what to do about it. */
export function RepairView(): JSX.Element {
  const { value, failure, isLoading, reload } = useResource(problemsSchema, '/api/problems');
  return (
    <section class="repair" aria-labelledby="repair-title">
      <header class="repair-head">
        <h1 id="repair-title">{tellTitle(study.value?.repair)}</h1>
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

function tellTitle(repair: StudyView['repair']): string {
  if (repair === undefined) return 'Problems in the study’s files';
  const [first = '', ...more] = repair.files;
  if (first === 'transcripts') return 'The transcripts cannot be read';
  return more.length === 0 ? `${first} must be mended` : `${repair.files.length} files must be mended`;
}

function Problems({ notices }: { readonly notices: readonly NoticeView[] }): JSX.Element {
  const [hidden, setHidden] = useState<ReadonlySet<Severity>>(new Set());
  const repair = study.value?.repair;
  if (notices.length === 0) return <AllWell />;
  const counts = countSeverities(notices);
  const toggle = (severity: Severity) =>
    setHidden(new Set(severities.filter((each) => hidden.has(each) !== (each === severity))));
  const shown = notices.filter(({ severity }) => !hidden.has(severity));
  return (
    <>
      {repair === undefined ? <RepairLead errors={counts.error} /> : <BrokenLead repair={repair} />}
      <ShownChoice counts={counts} hidden={hidden} onToggle={toggle} />
      {groupNotices(shown, repair?.files).map((group) => (
        <FileProblemList key={group.file} group={group} />
      ))}
      {shown.length === 0 && <p class="repair-count">Nothing is chosen to be shown.</p>}
      {repair?.isDraft === true && <ReadableList />}
    </>
  );
}

type ChoiceProps = {
  readonly counts: Readonly<Record<Severity, number>>;
  readonly hidden: ReadonlySet<Severity>;
  readonly onToggle: (severity: Severity) => void;
};

/** What to show, where there is more than one kind. */
function ShownChoice({ counts, hidden, onToggle }: ChoiceProps): JSX.Element | null {
  const present = severities.filter((severity) => counts[severity] > 0);
  if (present.length < 2) return null;
  return (
    <fieldset class="repair-shows">
      <legend class="only-read">What to show</legend>
      {present.map((severity) => (
        <label key={severity} class="repair-show">
          <input type="checkbox" checked={!hidden.has(severity)} onChange={() => onToggle(severity)} />
          <span>
            {describeSeverity(severity).word} <span class="repair-count">{counts[severity]}</span>
          </span>
        </label>
      ))}
    </fieldset>
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
