import { type Document, isSeq, YAMLMap, YAMLSeq } from 'yaml';
import { ToolkitError } from '../errors.js';
import { studyFiles } from './study-files.js';

const file = studyFiles.taxonomy;

/**
 * The list under a key of `taxonomy.yaml`; made, in lines of its own, where the key is missing or has no value. Throws
 * `ToolkitError` `taxonomy-unusable` where something else stands there.
 */
export function ensureList(document: Document, map: unknown, key: string): YAMLSeq {
  if (!(map instanceof YAMLMap)) throw refuseTaxonomy();
  const present = map.get(key, true);
  if (isSeq(present)) {
    if (present.items.length === 0) present.flow = false;
    if (present instanceof YAMLSeq) return present;
  }
  if (map.get(key) !== undefined && map.get(key) !== null) throw refuseTaxonomy();
  const list = new YAMLSeq(document.schema);
  map.flow = false;
  map.set(key, list);
  return list;
}

export function refuseTaxonomy(): ToolkitError {
  return new ToolkitError('taxonomy-unusable', `${file} is no taxonomy, so no theme can be changed in it`, {
    hint: 'Its first line must be "dimensions:", with a list of dimensions below. Run "themeloom check" for every problem.',
    place: { file },
  });
}
