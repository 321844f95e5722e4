import { type JsonObject, readList, readObject } from './read-json.js';

/** The annotations in a file: of a Web Annotation collection, page or list, or of an answer of Hypothesis. */
export type ListedAnnotations = {
  readonly kind: 'web-annotation' | 'hypothesis';
  readonly items: readonly JsonObject[];
};

/** Pages may hold pages; more of them than this is no file that a tool writes. */
const DEEPEST = 8;

/** Undefined where a file holds none. */
export function listAnnotations(value: unknown): ListedAnnotations | undefined {
  const items = listItems(value, 0);
  const [first] = items;
  if (first === undefined) return undefined;
  if (items.every((item) => typeof item.user === 'string' && Array.isArray(item.target)))
    return { kind: 'hypothesis', items };
  const found = items.filter((item) => readList(item.type ?? item['@type']).some(isAnnotationType));
  return found.length === 0 ? undefined : { kind: 'web-annotation', items: found };
}

const isAnnotationType = (type: unknown) => type === 'Annotation' || type === 'oa:Annotation';

function listItems(value: unknown, depth: number): readonly JsonObject[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((one) => listItems(one, depth + 1));
  const object = readObject(value);
  if (object === undefined) return [];
  const inside = object.rows ?? object.items ?? object.first ?? object.annotations;
  return inside === undefined ? [object] : listItems(inside, depth + 1);
}
