import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../parts/button.js';
import { connection, discardWaiting, held, releaseWaiting, trouble, waiting } from '../state/act.js';
import { clashes, isChoosing } from '../state/clashes.js';
import { isDraft, nameBroken, showsRepair } from '../state/repair.js';
import { study } from '../state/study.js';
import './banners.css';

function countWaiting(count: number): string {
  if (count === 0) return 'Nothing is lost.';
  return count === 1
    ? '1 action waits here and is sent then, once.'
    : `${count} actions wait here and are sent then, each once.`;
}

function ConnectionBanner(): JSX.Element | null {
  if (connection.value === 'offline') {
    return (
      <p class="banner">
        <b>Themeloom does not answer.</b> Go on reading and marking. {countWaiting(waiting.value)}
      </p>
    );
  }
  if (connection.value === 'signed-out') {
    return (
      <p class="banner">
        <b>This window is not signed in.</b> Open the new address that <code>themeloom review</code> printed.{' '}
        {waiting.value > 0 && countWaiting(waiting.value)}
      </p>
    );
  }
  return null;
}

function HeldBanner(): JSX.Element | null {
  const failure = held.value;
  if (failure === undefined) return null;
  return (
    <div class="banner">
      <p>
        <b>An action was refused:</b> {failure.message} {failure.hint} {waiting.value} more were meant to
        follow it.
      </p>
      <Button onClick={() => void releaseWaiting()}>Send them</Button>
      <Button tone="danger" onClick={discardWaiting}>
        Throw them away
      </Button>
    </div>
  );
}

/** Work that was not written since somebody else changed the same: it waits here for a choice. */
function ClashBanner(): JSX.Element | null {
  const count = clashes.value.length;
  if (count === 0) return null;
  return (
    <div class="banner">
      <p>
        <b>{count === 1 ? 'One thing' : `${count} things`} that you wrote met another’s changes.</b> Nothing
        was overwritten, and your words are kept.
      </p>
      <Button
        onClick={() => {
          isChoosing.value = true;
        }}
      >
        Look at both
      </Button>
    </div>
  );
}

/** Tells the styles how much of the screen the banners take, so that they cover nothing. */
function useBannerHeight() {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const height = entry?.borderBoxSize[0]?.blockSize ?? 0;
      document.documentElement.style.setProperty('--banners', `${height}px`);
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return element;
}

/** What keeps the study from being written, or some of it from being read; the repair view says it all itself. */
function StudyBanner(): JSX.Element | null {
  const here = study.value;
  const errors = here?.problems.errors ?? 0;
  if (here?.repair !== undefined) return <RepairBanner />;
  if (trouble.value !== '')
    return (
      <p class="banner banner-trouble">
        <b>Nothing can be written now.</b> {trouble.value} {waiting.value > 0 && countWaiting(waiting.value)}
      </p>
    );
  if (errors === 0 || showsRepair.value) return null;
  return (
    <p class="banner banner-quiet">
      <a href="#/problems">{errors === 1 ? '1 problem' : `${errors} problems`} in the study’s files</a> keep
      some of it from being read.
    </p>
  );
}

function RepairBanner(): JSX.Element | null {
  if (showsRepair.value) return null;
  return (
    <p class="banner banner-trouble">
      <b>{isDraft.value ? 'The study can only be looked at.' : 'Nothing can be recorded now.'}</b>{' '}
      {nameBroken(study.value?.repair?.files ?? [])}. <a href="#/problems">See what to mend</a>
      {waiting.value > 0 && ` ${countWaiting(waiting.value)}`}
    </p>
  );
}

/** What keeps the work from reaching the disk, if anything does. */
export function Banners(): JSX.Element {
  const element = useBannerHeight();
  return (
    <div class="banners" ref={element} data-covers role="status" aria-live="polite">
      <ConnectionBanner />
      <StudyBanner />
      <HeldBanner />
      <ClashBanner />
    </div>
  );
}
