import type { JSX } from 'preact';
import type { Preview } from './use-preview.js';
import './preview.css';

type Props = { readonly preview: Preview; readonly title?: string };

/** What would change, before it is done. */
export function PreviewLines({ preview, title = 'What changes' }: Props): JSX.Element {
  const { value, failure, isStale } = preview;
  const problem =
    value?.refused || (failure === undefined ? '' : `${failure.message} ${failure.hint}`.trim());
  const lines = problem === '' ? (value?.lines ?? []) : [];
  return (
    <div class={`preview ${isStale ? 'preview-stale' : ''}`} role="status">
      {problem !== '' && <p class="preview-refused">{problem}</p>}
      {lines.length > 0 && <p class="preview-title">{title}</p>}
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
