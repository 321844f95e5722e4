import { applyToReading } from '../../index.js';
import type { Desk } from '../answers/desk.js';
import type { Order } from './thread-messages.js';

/** A thread's own desk after an order: the study anew, or one entry more of its history. */
export function followOrder(desk: Desk | undefined, order: Order): Desk | undefined {
  if (order.kind === 'reload')
    return { ...order.desk, ...(desk?.made === undefined ? {} : { made: desk.made }) };
  if (order.kind === 'ask' || desk === undefined || order.version <= desk.version) return desk;
  return {
    ...desk,
    reading: applyToReading(desk.reading, order.entry.changes),
    history: [...desk.history, order.entry],
    version: order.version,
  };
}
