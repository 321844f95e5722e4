import {
  checkWording,
  type DerivedWording,
  deriveWording,
  describeNegations,
  describeWordingDifferences,
  layOutWording,
} from '../../index.js';
import type { WordingView } from '../messages/reading.js';
import type { Desk } from './desk.js';
import { requireQuote } from './tables/require.js';

/** A remark is a sentence. */
const asSentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

function listRemarks(derived: DerivedWording, typed: string): readonly string[] {
  if (!derived.accepted) return [asSentence(describeWordingDifferences(derived.differences))];
  return derived.wording === typed ? [] : [`It will be printed as: ${derived.wording}`];
}

/**
 * Whether an edited wording departs from what was said by marked edits alone, with the marks put in where they can be, and
 * what to beware of. An empty one is none: the exact words are printed. Throws `ToolkitError` `unknown-quote`.
 */
export function answerWording(
  { reading: { study } }: Desk,
  { quote, wording }: { readonly quote: string; readonly wording: string },
): WordingView {
  const { exact } = requireQuote(study, quote);
  const { language } = study.settings;
  const typed = wording.trim() === '' ? exact : wording.normalize('NFC');
  const derived = deriveWording({ exact, edited: typed, language });
  const kept = derived.accepted ? derived.wording : typed;
  const negations =
    derived.accepted && checkWording(kept, exact) ? describeNegations(kept, exact, language) : undefined;
  return {
    ok: derived.accepted,
    wording: kept,
    remarks: [
      ...listRemarks(derived, typed),
      ...(negations === undefined ? [] : [`Beware: it ${negations}, and may say the opposite.`]),
    ],
    differences: [...layOutWording(kept, exact)],
  };
}
