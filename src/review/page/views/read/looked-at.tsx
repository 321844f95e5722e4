import type { ComponentChildren, JSX } from 'preact';
import { isDraft, whyNot } from '../../state/repair.js';
import './looked-at.css';

/** What can be done with something; in a study that must be mended first it is shown with the reason, and cannot be used. */
export function LookedAt({ children }: { readonly children: ComponentChildren }): JSX.Element {
  if (!isDraft.value) return <>{children}</>;
  return (
    <>
      <p class="read-panel-quiet">{whyNot.value}</p>
      <fieldset class="looked-at" disabled>
        {children}
      </fieldset>
    </>
  );
}
