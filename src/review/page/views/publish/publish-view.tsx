import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type ReportsView, reportsSchema } from '../../../messages/comparing.js';
import { Empty } from '../../parts/empty.js';
import { FailureNote } from '../../parts/failure-note.js';
import { Loading } from '../../parts/loading.js';
import { useResource } from '../../state/resource.js';
import { go, linkTo, route } from '../../state/route.js';
import { type Choice, settleChoice } from './choose-report.js';
import { ExportButtons } from './export-buttons.js';
import { GateFindings } from './gate-findings.js';
import { PreviewPane } from './preview-pane.js';
import { ReportChoosers } from './report-choosers.js';
import { usePreview } from './use-preview.js';
import { WriteReport } from './write-report.js';
import './publish.css';

/** Every report as it would be now, what the gate says of it, and the ways out of the study. */
export function PublishView(): JSX.Element {
  const { value, failure, reload } = useResource(reportsSchema, '/api/reports');
  return (
    <section class="publish" aria-labelledby="publish-title">
      <h1 id="publish-title" class="publish-title">
        Publish
      </h1>
      {value === undefined && failure === undefined && <Loading what="Looking for reports" />}
      {failure !== undefined && <FailureNote failure={failure} onRetry={reload} />}
      {value !== undefined && <Reports reports={value} />}
    </section>
  );
}

function readChoice(): Choice {
  const { id, query } = route.value;
  return { report: id, format: query.get('format') ?? '', consent: query.get('consent') ?? '' };
}

function Reports({ reports }: { readonly reports: ReportsView }): JSX.Element {
  const [isFollowing, setIsFollowing] = useState(true);
  const choice = settleChoice(reports, readChoice());
  const preview = usePreview(choice, isFollowing);
  if (choice === undefined)
    return (
      <Empty title="No report can be looked at">
        <p>The study has no report that is a page or a text.</p>
      </Empty>
    );
  const choose = ({ report, format, consent }: Choice) => go(linkTo('publish', report, { format, consent }));
  return (
    <div class="publish-sheet">
      <div class="publish-side">
        <ReportChoosers reports={reports} choice={choice} onChoose={choose} />
        {preview.value !== undefined && <GateFindings preview={preview.value} />}
      </div>
      <PreviewPane
        reports={reports}
        choice={choice}
        preview={preview}
        isFollowing={isFollowing}
        onFollow={setIsFollowing}
        onChoose={choose}
      />
      <div class="publish-side publish-ways">
        <WriteReport key={choice.report} reports={reports} choice={choice} />
        <ExportButtons exports={reports.exports} />
      </div>
    </div>
  );
}
