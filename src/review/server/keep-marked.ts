import { ToolkitError } from '../../errors.js';
import { placeReviewMarker, type ReviewMarker, removeStaleMarker } from '../../index.js';
import type { Address } from './listen.js';
import { isTrouble } from './tell-failure.js';

type Marking = {
  readonly folder: string;
  readonly address: Address;
  /** Left by a server that crashed. */
  readonly stale: ReviewMarker | undefined;
  /** Hears what keeps the mark from being made; undefined where it is made after all. */
  readonly tell: (failure: ToolkitError | undefined) => void;
};

export type Marked = {
  /** Tries again where the disk refused the mark. */
  readonly look: () => void;
  readonly end: () => void;
};

/**
 * Marks a study as open. On a disk that cannot be written it is open without a mark, which is told at once and made as soon
 * as it can be. Throws `ToolkitError` `review-running` where another server was quicker.
 */
export function keepMarked(marking: Marking): Marked {
  let unmark = tryMarking(marking);
  return {
    look: () => {
      if (unmark !== undefined) return;
      try {
        unmark = tryMarking(marking);
        if (unmark !== undefined) marking.tell(undefined);
      } catch (error) {
        if (!(error instanceof ToolkitError)) throw error;
        // Another server has it by now. Both write one action at a time, under the lock of the study.
        unmark = () => undefined;
      }
    },
    end: () => unmark?.(),
  };
}

function tryMarking({ folder, address, stale, tell }: Marking): (() => void) | undefined {
  try {
    if (stale !== undefined) removeStaleMarker(folder, stale);
    return placeReviewMarker(folder, address);
  } catch (error) {
    if (!isTrouble(error)) throw error;
    tell(error);
    return undefined;
  }
}
