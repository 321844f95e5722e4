import { useEffect, useState } from 'preact/hooks';
import { markBase, writeSettled } from '../../../../model/base.js';
import type { ComparisonView } from '../../../messages/comparing.js';
import { act } from '../../state/act.js';
import { nameRow, type Row, type Settled, settleRows } from './choose-rows.js';

/** Settles a row by a third decision; `null` takes it back. The note may be empty. */
export type Settle = (row: Row, applies: boolean | null, note: string) => void;

type Sent = Settled & { readonly isOnDisk: boolean };

/** The rows with what was settled here at once, before the server has compared anew; a refusal takes it away again. */
export function useSettling(comparison: ComparisonView): { rows: readonly Row[]; settle: Settle } {
  const [sent, setSent] = useState<ReadonlyMap<string, Sent>>(new Map());
  // A comparison that comes after a settling was written has it in itself.
  useEffect(() => setSent((old) => new Map([...old].filter(([, { isOnDisk }]) => !isOnDisk))), [comparison]);
  const settle: Settle = (row, applies, note) => {
    const name = nameRow(row);
    const resolved = applies === null ? 'nothing' : applies ? 'applies' : 'does-not';
    const settled: Settled = { resolved, noteResolved: applies === null ? '' : note };
    setSent((old) => new Map(old).set(name, { ...settled, isOnDisk: false }));
    void sendSettling(row, applies, note).then((isDone) =>
      setSent((old) => {
        const next = new Map(old);
        if (isDone) next.set(name, { ...settled, isOnDisk: true });
        else next.delete(name);
        return next;
      }),
    );
  };
  return { rows: settleRows(comparison.rows, sent), settle };
}

async function sendSettling(row: Row, applies: boolean | null, note: string): Promise<boolean> {
  const words = note === '' ? {} : { note };
  const base = markBase({ settled: writeRow(row) });
  const answer = await act({
    kind: 'resolve',
    quote: row.quote.id,
    theme: row.theme,
    applies,
    ...words,
    base,
  });
  return answer.ok;
}

const writeRow = ({ resolved, noteResolved }: Settled) =>
  writeSettled(resolved === 'nothing' ? null : resolved === 'applies', noteResolved);
