import type { JSX } from 'preact';
import type { ReportsView } from '../../../messages/comparing.js';
import { PickOne } from '../lists/pick-one.js';
import type { Choice } from './choose-report.js';

type Props = {
  readonly reports: ReportsView;
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
};

/** Which report, and for which use: only words whose participants agreed to that use are printed. */
export function ReportChoosers({ reports, choice, onChoose }: Props): JSX.Element {
  const description = reports.reports.find(({ id }) => id === choice.report)?.description ?? '';
  return (
    <div class="publish-choosers">
      <PickOne
        label="Report"
        choices={reports.reports.map(({ id }) => ({ id, label: nameReport(id) }))}
        chosen={choice.report}
        onChoose={(report) => onChoose({ ...choice, report })}
      />
      {description !== '' && <p class="publish-quiet">{description}</p>}
      <PickOne
        label="For which use"
        choices={reports.consents.map((id) => ({
          id,
          label: id === reports.consent ? `${id} (as in study.yaml)` : id,
        }))}
        chosen={choice.consent}
        onChoose={(consent) => onChoose({ ...choice, consent })}
      />
      <p class="publish-quiet">Only words of participants who agreed to this use are printed.</p>
    </div>
  );
}

const nameReport = (id: string) => id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');
