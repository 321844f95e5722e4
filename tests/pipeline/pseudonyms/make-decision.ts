import type { IdentifierDecision } from '../../../src/model/identifier-decision.js';

/** A decision to replace a string; without a replacement, to keep it. */
export function makeDecision(text: string, replacement = ''): IdentifierDecision {
  return {
    text,
    kind: 'name',
    decision: replacement === '' ? 'keep' : 'replace',
    replacement,
    at: '2026-04-02T09:14:20Z',
    by: 'ana',
  };
}
