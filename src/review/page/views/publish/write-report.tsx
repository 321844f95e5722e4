import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type ReportsView, writtenSchema } from '../../../messages/comparing.js';
import type { Failure } from '../../../messages/study.js';
import { Button } from '../../parts/button.js';
import { FailureNote } from '../../parts/failure-note.js';
import { tell } from '../../state/ask.js';
import { PickOne } from '../lists/pick-one.js';
import { type Choice, describeFormat, describeWritten } from './choose-report.js';

type Props = { readonly reports: ReportsView; readonly choice: Choice };
type Result = { readonly told: string; readonly failure: Failure | undefined };

/** Writes the report into the study's folder of reports, in any of its formats. */
export function WriteReport({ reports, choice }: Props): JSX.Element {
  const formats = reports.reports.find(({ id }) => id === choice.report)?.formats ?? [];
  const [format, setFormat] = useState(choice.format);
  const [isWriting, setIsWriting] = useState(false);
  const [result, setResult] = useState<Result>({ told: '', failure: undefined });
  const write = async () => {
    setIsWriting(true);
    const answer = await tell(writtenSchema, '/api/reports/write', { ...choice, format });
    setIsWriting(false);
    setResult(
      answer.ok
        ? { told: describeWritten(answer.value), failure: undefined }
        : { told: '', failure: answer.failure },
    );
  };
  return (
    <section class="publish-write" aria-labelledby="publish-write-title">
      <h2 id="publish-write-title">Write it to the study’s folder</h2>
      <div class="publish-write-line">
        <PickOne
          label="As"
          choices={formats.map((id) => ({ id, label: describeFormat(id) }))}
          chosen={format}
          onChoose={setFormat}
        />
        <Button tone="strong" disabled={isWriting} onClick={() => void write()}>
          {isWriting ? 'Writing…' : 'Write'}
        </Button>
      </div>
      <p role="status" class="publish-told">
        {result.told}
      </p>
      {result.failure !== undefined && <FailureNote failure={result.failure} />}
    </section>
  );
}
