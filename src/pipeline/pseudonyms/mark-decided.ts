import type { IdentifierDecision, IdentifierVerdict } from '../../model/identifier-decision.js';
import { foldIdentifier } from './split-runs.js';

type Decided = Pick<IdentifierDecision, 'text' | 'decision'>;

/**
 * The one way from a string as it is found to what somebody decided on it, whatever its kind: by `foldIdentifier`, as
 * the log's hashes and the replacing do. The function gives undefined where nobody has decided; the last decision counts.
 */
export function seekVerdicts(decisions: readonly Decided[]): (text: string) => IdentifierVerdict | undefined {
  const verdicts = new Map(decisions.map(({ text, decision }) => [foldIdentifier(text), decision]));
  return (text) => verdicts.get(foldIdentifier(text));
}

/** Says of each identifier whether somebody has decided on it, and how: see `seekVerdicts`. */
export function markDecided<T extends { readonly text: string }>(
  identifiers: readonly T[],
  decisions: readonly Decided[],
): readonly (T & { readonly decided: boolean; readonly decision?: IdentifierVerdict })[] {
  const seek = seekVerdicts(decisions);
  return identifiers.map((identifier) => {
    const decision = seek(identifier.text);
    return {
      ...identifier,
      decided: decision !== undefined,
      ...(decision === undefined ? {} : { decision }),
    };
  });
}
