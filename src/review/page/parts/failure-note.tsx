import type { JSX } from 'preact';
import type { Failure } from '../../messages/study.js';
import { Button } from './button.js';
import './notes.css';

type Props = { readonly failure: Failure; readonly onRetry?: () => void };

/** What went wrong, what to do, and a way to try again. */
export function FailureNote({ failure, onRetry }: Props): JSX.Element {
  return (
    <div class="failure" role="alert">
      <p class="failure-message">{failure.message}</p>
      {failure.hint !== '' && <p>{failure.hint}</p>}
      {onRetry !== undefined && <Button onClick={onRetry}>Try again</Button>}
    </div>
  );
}
