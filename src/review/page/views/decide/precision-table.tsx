import type { JSX } from 'preact';
import type { QueueView } from '../../../messages/deciding.js';
import { findTheme } from '../../state/study.js';
import { tellShare } from './read-evidence.js';
import { ShareBar } from './share-bar.js';

type Props = {
  readonly precision: QueueView['precision'];
  /** What it is a measure of. */
  readonly basis: string;
  readonly theme: string;
};

/** How often each tagger was right so far, of what it proposed and people decided. */
export function PrecisionTable({ precision, basis, theme }: Props): JSX.Element | null {
  const rows = precision.filter((row) => theme === '' || row.theme === theme);
  if (rows.length === 0) return null;
  return (
    <details class="decide-precision">
      <summary>How often suggestions were right so far</summary>
      <table>
        <caption class="decide-quiet">The share that was accepted, with its 95 % interval. {basis}</caption>
        <thead>
          <tr>
            <th scope="col">Theme</th>
            <th scope="col">Tagger</th>
            <th scope="col">Accepted</th>
            <th scope="col">Precision</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const told = tellShare(row);
            return (
              <tr key={`${row.theme} ${row.tagger}`}>
                <th scope="row">{findTheme(row.theme)?.label ?? row.theme}</th>
                <td>{row.tagger}</td>
                <td class="decide-number">{told.count}</td>
                <td class="decide-number">
                  {told.percent} <span class="decide-quiet">({told.interval})</span>
                  <ShareBar share={row.of === 0 ? 0 : row.accepted / row.of} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}
