import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ReportsView } from '../../../messages/comparing.js';
import type { Failure } from '../../../messages/study.js';
import { Button } from '../../parts/button.js';
import { FailureNote } from '../../parts/failure-note.js';
import { announce } from '../../state/announce.js';
import { download } from '../../state/ask.js';
import { study } from '../../state/study.js';
import { nameExport } from './choose-report.js';

type Props = { readonly exports: ReportsView['exports'] };

/** Downloads of the whole study for other tools; the gate looks through each of them first. */
export function ExportButtons({ exports }: Props): JSX.Element | null {
  const [busy, setBusy] = useState('');
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const fetchExport = async (extension: string) => {
    setBusy(extension);
    const name = nameExport(study.peek()?.name ?? '', extension);
    const answer = await download('/api/export', { extension }, name);
    setBusy('');
    setFailure(answer.ok ? undefined : answer.failure);
    if (answer.ok) announce(`Downloaded ${name}`);
  };
  if (exports.length === 0) return null;
  return (
    <section class="publish-exports" aria-labelledby="publish-exports-title">
      <h2 id="publish-exports-title">Take the study elsewhere</h2>
      <ul class="publish-export-list">
        {exports.map(({ extension, description }) => (
          <li key={extension}>
            <Button disabled={busy !== ''} onClick={() => void fetchExport(extension)}>
              {busy === extension ? 'Making…' : `.${extension.replace(/^\./u, '')}`}
            </Button>
            <span class="publish-quiet">{description}</span>
          </li>
        ))}
      </ul>
      {failure !== undefined && <FailureNote failure={failure} />}
    </section>
  );
}
