import type { JSX } from 'preact';
import { findTheme, lookOfTheme } from '../state/study.js';
import './theme-chip.css';

type Props = {
  readonly theme: string;
  /** Said in words as well as shown. */
  readonly status?: 'accepted' | 'rejected' | 'disputed' | 'suggested';
  readonly onClick?: () => void;
};

const signs = { accepted: '', rejected: '✕', disputed: '⇄', suggested: '?' } as const;

/** The name of a theme in its colour, with its line. */
export function ThemeChip({ theme, status = 'accepted', onClick }: Props): JSX.Element {
  const label = findTheme(theme)?.label ?? theme;
  const classes = `theme-chip theme-chip-${status} look-${lookOfTheme(theme)}`;
  const words = (
    <>
      {signs[status] !== '' && <span aria-hidden="true">{signs[status]}</span>}
      <span class="theme-chip-label">{label}</span>
      {status !== 'accepted' && <span class="only-read"> ({status})</span>}
    </>
  );
  if (onClick === undefined) return <span class={classes}>{words}</span>;
  return (
    <button type="button" class={classes} onClick={() => onClick()}>
      {words}
    </button>
  );
}
