import { useRef } from 'preact/hooks';
import type { QueueItem } from '../../../messages/deciding.js';
import { announce } from '../../state/announce.js';
import { version } from '../../state/study.js';
import { passCard, returnCard, settleCard, takeBack, type Verdict } from './passing.js';
import { planReturn, planVerdict } from './plan-verdict.js';
import { sendAll } from './send-all.js';
import type { Queue } from './use-queue.js';

export type Verdicts = {
  readonly pass: (verdict: Verdict, instead?: string) => void;
  readonly undo: () => void;
};

/** Passing cards and taking them back: the next one shows at once, the study hears of it through the outbox. */
export function useVerdicts({ passing, change }: Queue): Verdicts {
  const latest = useRef<{ readonly item: QueueItem; readonly at: number | undefined } | undefined>(undefined);

  const pass = (verdict: Verdict, instead = '') => {
    const item = passing.items[0];
    if (item === undefined) return;
    change((now) => passCard(now, verdict, instead));
    if (verdict === 'skip') return;
    latest.current = { item, at: undefined };
    void sendAll(planVerdict(item, verdict, instead)).then((answer) => {
      if (answer === undefined) return;
      if (!answer.ok) return change((now) => returnCard(now, item));
      const settled = { instead, version: answer.value.version };
      if (latest.current?.item === item) latest.current = { item, at: version.peek() };
      change((now) => settleCard(now, item, settled));
    });
  };

  const undo = () => {
    const taken = takeBack(passing);
    if (taken === undefined) return announce('Nothing was decided here yet.');
    const { item, verdict, instead } = taken.last;
    change(() => taken.passing);
    if (verdict === 'skip') return announce('The skipped card is back.');
    // Where nothing else was done since, it is undone, and can be done again; otherwise it is taken back by name.
    const at = latest.current?.at ?? version.peek();
    const isLatest = latest.current?.item === item && at === version.peek();
    latest.current = undefined;
    const back = planReturn(item, verdict, instead);
    void sendAll(isLatest ? back.map(() => ({ kind: 'undo' as const })) : back);
  };
  return { pass, undo };
}
