import type { JSX } from 'preact';
import type { ReportPreview } from '../../../messages/comparing.js';
import { linkTo } from '../../state/route.js';
import {
  describeFindingPlace,
  describeFindingSeverity,
  describeGate,
  type Finding,
} from './choose-report.js';

/** What the gate found in the report, masked and with its places, and whom the report leaves out. */
export function GateFindings({ preview }: { readonly preview: ReportPreview }): JSX.Element {
  const { findings, leftOut } = preview;
  const state = preview.path === '' ? 'refused' : findings.length > 0 ? 'doubtful' : 'clear';
  return (
    <section class={`publish-gate publish-gate-${state}`} aria-labelledby="publish-gate-title">
      <h2 id="publish-gate-title">The gate</h2>
      <p role="status">{describeGate(preview)}</p>
      {findings.length > 0 && (
        <ul class="publish-findings">
          {findings.map((finding, place) => (
            <li key={place} class={`publish-finding publish-${finding.severity}`}>
              <p>
                <b>
                  <span aria-hidden="true">{describeFindingSeverity(finding.severity).sign}</span>{' '}
                  {describeFindingSeverity(finding.severity).word}
                </b>{' '}
                <span class="publish-masked">{finding.text}</span>
              </p>
              <p class="publish-quiet" title={finding.place}>
                <FindingPlace finding={finding} />
              </p>
            </li>
          ))}
        </ul>
      )}
      {findings.length > 0 && (
        <p class="publish-quiet">
          Take the string out of the wording or the memo, or let it stand: in study.yaml,{' '}
          <code>publish: {'{ keep: […] }'}</code>.
        </p>
      )}
      {leftOut.length > 0 && <LeftOut lines={leftOut} />}
    </section>
  );
}

/** In words where it stands; a quote can be gone to, where its wording is changed. */
function FindingPlace({ finding }: { readonly finding: Finding }): JSX.Element | string {
  const { place, quote, transcript } = finding;
  const words = describeFindingPlace(place);
  return quote === '' ? words : <a href={linkTo('read', transcript, { quote })}>{words}</a>;
}

function LeftOut({ lines }: { readonly lines: readonly string[] }): JSX.Element {
  return (
    <>
      <h3>Left out</h3>
      <ul class="publish-left-out">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
