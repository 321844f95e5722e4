import { createHmac } from 'node:crypto';
import type { IdentifierDecision, IdentifierLogRecord } from '../../model/identifier-decision.js';
import type { KeyContents } from '../../model/pseudonym-key.js';
import { foldIdentifier } from '../../pipeline/pseudonyms/split-runs.js';

/** Hex HMAC-SHA256 of a folded string: without the secret of the key file no list of names can be tried on it. */
export function hashIdentifier(text: string, { secret }: Pick<KeyContents, 'secret'>): string {
  return createHmac('sha256', Buffer.from(secret, 'base64'))
    .update(foldIdentifier(text), 'utf8')
    .digest('hex');
}

/** The line of `identifiers.jsonl` for a decision. */
export function toLogRecord(
  { text, kind, decision, at, by }: IdentifierDecision,
  key: Pick<KeyContents, 'secret'>,
): IdentifierLogRecord {
  return { hash: hashIdentifier(text, key), kind, decision, at, by };
}
