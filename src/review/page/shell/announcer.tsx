import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { announcement } from '../state/announce.js';
import './announcer.css';

const SHOWN_MS = 4000;

/** The polite live region, and the same words as a quiet note at the foot of the page. */
export function Announcer(): JSX.Element {
  const { text, count } = announcement.value;
  const [isShown, setIsShown] = useState(false);
  // The same words again are shown again.
  useEffect(() => {
    if (text === '') return;
    setIsShown(true);
    const timer = setTimeout(() => setIsShown(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [text, count]);
  return (
    <div class="announcer" role="status" aria-live="polite">
      <p key={count} class={`announcer-note ${isShown ? '' : 'announcer-gone'}`}>
        {text}
      </p>
    </div>
  );
}
