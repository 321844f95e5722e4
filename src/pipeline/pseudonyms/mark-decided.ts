import type { IdentifierDecision, IdentifierVerdict } from '../../model/identifier-decision.js';
import { foldIdentifier } from './split-runs.js';

/** Says of each identifier whether somebody has decided on it, and how. Case and possessives do not count. */
export function markDecided<T extends { readonly text: string }>(
  identifiers: readonly T[],
  decisions: readonly IdentifierDecision[],
): readonly (T & { readonly decided: boolean; readonly decision?: IdentifierVerdict })[] {
  const verdicts = new Map(decisions.map(({ text, decision }) => [foldIdentifier(text), decision]));
  return identifiers.map((identifier) => {
    const decision = verdicts.get(foldIdentifier(identifier.text));
    return {
      ...identifier,
      decided: decision !== undefined,
      ...(decision === undefined ? {} : { decision }),
    };
  });
}
