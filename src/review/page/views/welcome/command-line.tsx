import type { JSX } from 'preact';
import { Button } from '../../parts/button.js';
import { announce } from '../../state/announce.js';

/** A command exactly as it is typed, and a way to take it along. */
export function CommandLine({ command }: { readonly command: string }): JSX.Element {
  const copy = () =>
    navigator.clipboard
      ?.writeText(command)
      .then(() => announce('Copied'))
      .catch(() => announce('This browser does not let the page copy: select the words instead.'));
  return (
    <div class="welcome-command">
      <code>{command}</code>
      {'clipboard' in navigator && (
        <Button tone="quiet" label={`Copy: ${command}`} onClick={() => void copy()}>
          Copy
        </Button>
      )}
    </div>
  );
}
