import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import './meter.css';

type Props = {
  readonly value: number;
  readonly of: number;
  readonly label: string;
  /** Lower and upper end of the interval, as shares from 0 to 1. */
  readonly interval?: readonly [number, number];
};

const percent = (share: number): string => `${Math.round(Math.max(0, Math.min(1, share)) * 100)}%`;

/** A share as a bar, with its interval as a band. The numbers are beside it in words, so the bar itself is not read out. */
export function Meter({ value, of, label, interval }: Props): JSX.Element {
  const bar = useRef<HTMLSpanElement>(null);
  const share = of === 0 ? 0 : value / of;
  const [low, high] = interval ?? [share, share];
  useEffect(() => {
    bar.current?.style.setProperty('--meter-share', percent(share));
    bar.current?.style.setProperty('--meter-low', percent(low));
    bar.current?.style.setProperty('--meter-width', percent(high - low));
  }, [share, low, high]);
  return (
    <span class="meter">
      <span class="meter-words">
        {label}{' '}
        <span class="meter-count">
          {value} of {of}
          {interval !== undefined && ` (${percent(low)} to ${percent(high)})`}
        </span>
      </span>
      <span class="meter-bar" ref={bar} aria-hidden="true">
        <span class="meter-fill" />
        {interval !== undefined && <span class="meter-band" />}
      </span>
    </span>
  );
}
