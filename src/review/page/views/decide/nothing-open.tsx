import type { JSX } from 'preact';
import { Button } from '../../parts/button.js';
import { Empty } from '../../parts/empty.js';
import { linkTo } from '../../state/route.js';
import { findTheme, study } from '../../state/study.js';

type Props = {
  readonly theme: string;
  readonly decided: number;
  readonly skipped: number;
  readonly onBringSkipped: () => void;
};

/** What the table says when no card is on it: why, and what to do next. */
export function NothingOpen({ theme, decided, skipped, onBringSkipped }: Props): JSX.Element {
  if (skipped > 0)
    return (
      <Empty title="Only skipped ones are left">
        <p>
          {decided > 0 && `You decided ${decided}. `}
          {skipped === 1 ? 'One card was skipped.' : `${skipped} cards were skipped.`}
        </p>
        <Button tone="strong" onClick={onBringSkipped}>
          Look at them again
        </Button>
      </Empty>
    );
  if (theme !== '')
    return (
      <Empty title={`Nothing is open for “${findTheme(theme)?.label ?? theme}”`}>
        <p>Every quote that was proposed for this theme has been decided.</p>
        <a href={linkTo('decide')}>Decide on all themes</a>
      </Empty>
    );
  if ((study.value?.quotes.total ?? 0) === 0)
    return (
      <Empty title="No quotes yet">
        <p>
          Suggestions are made for quotes. Open a transcript, select words that matter, and come back: themes
          will be proposed here, one card at a time.
        </p>
        <a href={linkTo('read')}>Read a transcript</a>
      </Empty>
    );
  if ((study.value?.themes.length ?? 0) === 0)
    return (
      <Empty title="No themes yet">
        <p>
          There are quotes, and nothing that they could be about. Make a first theme, with a few keywords.
        </p>
        <a href={linkTo('organise')}>Make a theme</a>
      </Empty>
    );
  return (
    <Empty title={decided > 0 ? 'All decided' : 'Nothing to decide now'}>
      <p>
        {decided > 0
          ? `You decided ${decided}. The taggers learn from it, so new suggestions may come.`
          : 'No tagger proposes anything that is still open. More quotes, or keywords in the themes, give it something to go by.'}
      </p>
      <p>
        <a href={linkTo('read')}>Read on</a> · <a href={linkTo('organise')}>Organise the themes</a> ·{' '}
        <a href={linkTo('clusters')}>See what the themes miss</a>
      </p>
    </Empty>
  );
}
