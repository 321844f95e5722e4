import { useEffect, useState } from 'preact/hooks';
import type { ComparisonView } from '../../../messages/comparing.js';
import { act } from '../../state/act.js';
import { nameRow, type Row, settleRows, type Verdict } from './choose-rows.js';

/** Settles a row by a third decision; `null` takes it back. The note may be empty. */
export type Settle = (row: Row, applies: boolean | null, note: string) => void;

type Sent = { readonly resolved: Verdict; readonly isOnDisk: boolean };

/** The rows with what was settled here at once, before the server has compared anew; a refusal takes it away again. */
export function useSettling(comparison: ComparisonView): { rows: readonly Row[]; settle: Settle } {
  const [sent, setSent] = useState<ReadonlyMap<string, Sent>>(new Map());
  // A comparison that comes after a settling was written has it in itself.
  useEffect(() => setSent((old) => new Map([...old].filter(([, { isOnDisk }]) => !isOnDisk))), [comparison]);
  const settle: Settle = (row, applies, note) => {
    const name = nameRow(row);
    const resolved = applies === null ? 'nothing' : applies ? 'applies' : 'does-not';
    setSent((old) => new Map(old).set(name, { resolved, isOnDisk: false }));
    void sendSettling(row, applies, note).then((isDone) =>
      setSent((old) => {
        const next = new Map(old);
        if (isDone) next.set(name, { resolved, isOnDisk: true });
        else next.delete(name);
        return next;
      }),
    );
  };
  const settled = new Map([...sent].map(([name, { resolved }]) => [name, resolved]));
  return { rows: settleRows(comparison.rows, settled), settle };
}

async function sendSettling({ quote, theme }: Row, applies: boolean | null, note: string): Promise<boolean> {
  const words = note === '' ? {} : { note };
  const answer = await act({ kind: 'resolve', quote: quote.id, theme, applies, ...words });
  return answer.ok;
}
