import type { Desk } from '../answers/desk.js';

/** The coder of `study.yaml`; empty while that file, or another without which nothing is decided, must be mended. */
export function readOwnCoder({ repair, reading }: Desk): string {
  return repair?.isDraft === true ? '' : reading.study.settings.coder;
}
