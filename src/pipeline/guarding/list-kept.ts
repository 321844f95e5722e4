import { changesText, type IdentifierDecision } from '../../model/identifier-decision.js';
import type { SoughtString } from './find-leaks.js';

/** What the researcher lists under `publish: { keep: […] }`, and what the key file says is to stay. */
export function listKept(
  keep: readonly string[],
  decisions: readonly IdentifierDecision[],
): readonly SoughtString[] {
  const stays = decisions.filter(({ decision }) => !changesText(decision)).map(({ text }) => text);
  return [...keep, ...stays].map((text) => ({ text, kind: 'kept', needsCapital: false }));
}
