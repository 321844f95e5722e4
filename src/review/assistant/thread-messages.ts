import type { MessagePort } from 'node:worker_threads';
import type { HistoryEntry } from '../../index.js';
import type { Desk, Made } from '../answers/desk.js';
import type { Failure } from '../messages/study.js';
import type { Answer, Question } from './question.js';

/** One thread answers, the other makes what the answers are about: it may take seconds, and nobody waits for it. */
export type Role = 'answers' | 'makes';

/** What a thread is started with: `port` leads to the other thread. */
export type ThreadData = { readonly role: Role; readonly port: MessagePort };

/** What a thread is told. */
export type Order =
  | { readonly kind: 'reload'; readonly desk: Desk; readonly today: string }
  | {
      readonly kind: 'change';
      readonly entry: HistoryEntry;
      readonly version: number;
      readonly today: string;
    }
  | { readonly kind: 'ask'; readonly id: number; readonly question: Question };

/** What the thread that makes tells the one that answers. */
export type Delivery = Partial<Made> & Pick<Made, 'version'>;

/** What the thread that answers says. */
export type Reply =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly kind: 'failure'; readonly id: number; readonly failure: Failure; readonly isKnown: boolean }
  | { readonly kind: 'suggested'; readonly version: number };
