import type { JSX } from 'preact';
import type { ReportsView } from '../../../messages/comparing.js';
import { Button } from '../../parts/button.js';
import { Empty } from '../../parts/empty.js';
import { FailureNote } from '../../parts/failure-note.js';
import { Loading } from '../../parts/loading.js';
import { type Choice, describeFormat, findSeenFormats } from './choose-report.js';
import { PreviewFrame } from './preview-frame.js';
import type { Preview } from './use-preview.js';

type Props = {
  readonly reports: ReportsView;
  readonly choice: Choice;
  readonly preview: Preview;
  readonly isFollowing: boolean;
  readonly onFollow: (isFollowing: boolean) => void;
  readonly onChoose: (choice: Choice) => void;
};

/** The report itself, and how it is looked at. */
export function PreviewPane(props: Props): JSX.Element {
  const { preview, isFollowing, onFollow } = props;
  return (
    <section class="publish-pane" aria-labelledby="publish-pane-title">
      <header class="publish-pane-head">
        <h2 id="publish-pane-title" class="only-read">
          Preview
        </h2>
        <FormatPicker {...props} />
        <p class="publish-quiet" role="status">
          {preview.isMaking ? 'Making it anew…' : preview.isBehind ? 'The study has changed since.' : ''}
        </p>
        {preview.isBehind && !isFollowing && <Button onClick={preview.make}>Make it anew</Button>}
        <label class="publish-follow">
          <input
            type="checkbox"
            checked={isFollowing}
            onChange={(event) => onFollow(event.currentTarget.checked)}
          />
          <span>Follow changes</span>
        </label>
      </header>
      <Shown {...props} />
    </section>
  );
}

function FormatPicker({ reports, choice, onChoose }: Props): JSX.Element | null {
  const formats = findSeenFormats(reports.reports.find(({ id }) => id === choice.report)?.formats ?? []);
  if (formats.length < 2) return <p class="publish-quiet">{describeFormat(choice.format)}</p>;
  return (
    <fieldset class="publish-formats">
      <legend class="only-read">Look at it as</legend>
      {formats.map((format) => (
        <label key={format} class="publish-format">
          <input
            type="radio"
            name="publish-format"
            checked={format === choice.format}
            onChange={() => onChoose({ ...choice, format })}
          />
          <span>{describeFormat(format)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Shown({ choice, preview }: Props): JSX.Element {
  const { value, failure, make } = preview;
  if (failure !== undefined) return <FailureNote failure={failure} onRetry={make} />;
  if (value === undefined) return <Loading what="Making the report" />;
  if (value.path === '')
    return (
      <Empty title="The gate keeps this report back">
        <p>
          It would print something that identifies somebody. What and where stands under “The gate”. Nothing
          was written.
        </p>
      </Empty>
    );
  return <PreviewFrame path={value.path} title={`Preview of the report “${choice.report}”`} />;
}
