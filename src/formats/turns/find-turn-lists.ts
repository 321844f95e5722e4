import { followPath, isRecord, type JsonRecord, listRecords } from './json-values.js';
import type { JsonPath } from './locate-entries.js';

/** How far down lists of turns are looked for. */
const deepest = 4;

/**
 * The paths of the lists of turns in a JSON value: itself, or under a key, or one in each object of a list, as where
 * a file holds several interviews. Of the keys of an object the first that leads to turns counts.
 */
export function findTurnLists(
  root: unknown,
  isTurn: (record: JsonRecord) => boolean,
  path: JsonPath = [],
): readonly JsonPath[] {
  const value = followPath(root, path);
  if (listRecords(value).some(isTurn)) return [path];
  if (path.length >= deepest) return [];
  if (Array.isArray(value))
    return value.flatMap((_item, index) => findTurnLists(root, isTurn, [...path, index]));
  if (!isRecord(value)) return [];
  for (const key of Object.keys(value)) {
    const found = findTurnLists(root, isTurn, [...path, key]);
    if (found.length > 0) return found;
  }
  return [];
}
