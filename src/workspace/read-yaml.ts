import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import { ToolkitError } from '../errors.js';
import type { ShapeProblem } from '../model/check-shape.js';
import type { Place } from '../model/notice.js';
import { explainYamlError } from './explain-yaml-error.js';

type Path = readonly PropertyKey[];

export type YamlReading = {
  /** Plain data; undefined for an empty file. */
  readonly value: unknown;
  /** Where the value at a path stands (its key where `of` is `key`), or the nearest thing around it. */
  readonly locate: (path: Path, of?: 'key' | 'value') => Place;
};

/**
 * Reads YAML 1.2 with the place of every value. Throws `ToolkitError` `yaml-syntax` at the first thing that is not
 * YAML, which includes a key that is given twice, and at an alias: no study needs one, and they can multiply or go
 * in a circle.
 */
export function readYaml(file: string, text: string): YamlReading {
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const { contents, value } = guardDepth(file, () => {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
    const alias = findAlias(document);
    if (alias !== undefined)
      throw refuse('an alias (*name) stands for a value: write the value out', placeAt(alias));
    const [problem] = document.errors;
    if (problem !== undefined) {
      const place = placeAt(problem.pos[0]);
      throw refuse(explainYamlError(problem, text.split('\n')[(place.line ?? 1) - 1] ?? ''), place);
    }
    const plain: unknown = document.toJS();
    return { contents: document.contents, value: plain };
  });
  return {
    value: value ?? undefined,
    locate: (path, of = 'value') => placeAt(findOffset(contents, path, of)),
  };
}

/** Where a problem of a YAML file stands: an unknown key at the key, a missing one at what should hold it. */
export function locateProblem(yaml: YamlReading, { kind, path }: ShapeProblem): Place {
  if (kind === 'missing-key') return yaml.locate(path.slice(0, -1));
  return yaml.locate(path, kind === 'unknown-key' ? 'key' : 'value');
}

function refuse(reason: string, place: Place): ToolkitError {
  return new ToolkitError('yaml-syntax', `${place.file} is not YAML: ${reason}`, {
    hint: 'Write "key: value" with spaces, never tabs, and put a value that holds ": " or " #" in "quotes".',
    place,
  });
}

/** Brackets nested without end make the library run out of stack. */
function guardDepth<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw refuse('its brackets nest too deeply', { file, line: 1, column: 1 });
  }
}

function findAlias(document: Document.Parsed): number | undefined {
  let offset: number | undefined;
  visit(document, {
    Alias: (_key, node) => {
      offset = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

const startOf = (node: unknown) => (isNode(node) ? node.range?.[0] : undefined);

function findOffset(contents: Node | null, path: Path, of: 'key' | 'value'): number {
  let node: unknown = contents;
  let offset = startOf(contents) ?? 0;
  for (const [depth, key] of path.entries()) {
    const step = takeStep(node, key);
    if (step === undefined) return offset;
    const last = depth === path.length - 1;
    offset = (last && of === 'key' ? startOf(step.key) : startOf(step.value)) ?? startOf(step.key) ?? offset;
    node = step.value;
  }
  return offset;
}

function takeStep(node: unknown, key: PropertyKey): { key: unknown; value: unknown } | undefined {
  if (isSeq(node) && typeof key === 'number') return { key: node.items[key], value: node.items[key] };
  if (!isMap(node)) return undefined;
  return node.items.find(
    (pair) => isPair(pair) && String(isScalar(pair.key) ? pair.key.value : pair.key) === String(key),
  );
}
