import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** A small bar from 0 to 1; below 0 it is drawn as speaking against. The number stands beside it in words. */
export function ShareBar({ share }: { readonly share: number }): JSX.Element {
  const bar = useRef<HTMLSpanElement>(null);
  const width = `${Math.round(Math.min(1, Math.abs(share)) * 100)}%`;
  useLayoutEffect(() => bar.current?.style.setProperty('--share', width), [width]);
  return <span class={`decide-bar ${share < 0 ? 'decide-bar-against' : ''}`} ref={bar} aria-hidden="true" />;
}
