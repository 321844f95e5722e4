import { useEffect, useRef, useState } from 'preact/hooks';
import { type ReportPreview, reportPreviewSchema } from '../../../messages/comparing.js';
import type { Failure } from '../../../messages/study.js';
import { tell } from '../../state/ask.js';
import { version } from '../../state/study.js';
import type { Choice } from './choose-report.js';

/** Several changes in a row make one preview. */
const CALM_MS = 700;

export type Preview = {
  readonly value: ReportPreview | undefined;
  readonly failure: Failure | undefined;
  readonly isMaking: boolean;
  /** The study has changed since, and the preview was asked to stay. */
  readonly isBehind: boolean;
  readonly make: () => void;
};

type Made = {
  readonly value: ReportPreview | undefined;
  readonly failure: Failure | undefined;
  /** The page's count of changes when it was asked for. */
  readonly at: number;
};

/** A report as it would be now: made at once for a new choice, and again after changes while `isFollowing`. */
export function usePreview(choice: Choice | undefined, isFollowing: boolean): Preview {
  const [made, setMade] = useState<Made>({ value: undefined, failure: undefined, at: -1 });
  const [isMaking, setIsMaking] = useState(false);
  const turn = useRef(0);
  const changes = version.value;
  const make = () => {
    if (choice === undefined) return;
    turn.current += 1;
    const mine = turn.current;
    setIsMaking(true);
    void tell(reportPreviewSchema, '/api/reports/preview', choice).then((answer) => {
      if (mine !== turn.current) return;
      setIsMaking(false);
      setMade(
        answer.ok
          ? { value: answer.value, failure: undefined, at: changes }
          : { value: undefined, failure: answer.failure, at: changes },
      );
    });
  };
  useEffect(make, [choice?.report, choice?.format, choice?.consent]);
  useEffect(() => {
    if (!isFollowing || made.at === changes || made.at < 0) return;
    const timer = setTimeout(make, CALM_MS);
    return () => clearTimeout(timer);
  }, [changes, isFollowing, made.at]);
  return { ...made, isMaking, isBehind: made.at >= 0 && made.at !== changes && !isMaking, make };
}
