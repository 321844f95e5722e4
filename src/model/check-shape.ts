import { z } from 'zod';

/** A schema of this room, for rooms that check values against it without knowing zod. */
export type Schema<T> = z.ZodType<T>;

type Path = readonly PropertyKey[];

/** One way in which a value is not of its schema. */
export type ShapeProblem = {
  readonly kind: 'unknown-key' | 'missing-key' | 'invalid-value';
  /** To the value; where a key is unknown or missing, to that key. */
  readonly path: Path;
  /** What was expected, to follow "must be"; empty for an unknown key. */
  readonly expected: string;
  /** The word that was found where one of `known` was expected. */
  readonly found?: string;
  /** The keys or words that are known there; empty where anything may stand. */
  readonly known: readonly string[];
};

/** `value` holds what is left without the unknown keys and invalid list entries; absent where too little is left. */
export type ShapeReading<T> = { readonly value?: T; readonly problems: readonly ShapeProblem[] };

/** Checks a value from outside against its schema and names every problem at once. */
export function checkShape<T>(schema: Schema<T>, value: unknown): ShapeReading<T> {
  const whole = schema.safeParse(value);
  if (whole.success) return { value: whole.data, problems: [] };
  const problems = whole.error.issues.flatMap((issue) => describeIssue(issue, schema, value));
  const left = schema.safeParse(dropPaths(value, new Set(problems.map(findDropped))));
  return left.success ? { value: left.data, problems } : { problems };
}

function describeIssue(issue: z.core.$ZodIssue, schema: z.ZodType, value: unknown): ShapeProblem[] {
  if (issue.code === 'unrecognized_keys') {
    const known = listKeys(schema, issue.path);
    return issue.keys.map((key) => ({
      kind: 'unknown-key',
      path: [...issue.path, key],
      expected: '',
      found: key,
      known,
    }));
  }
  const found = readPath(value, issue.path);
  const expected = describeExpectation(issue);
  if (found === undefined && issue.code !== 'custom')
    return [{ kind: 'missing-key', path: issue.path, expected, known: [] }];
  const known = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  return [
    {
      kind: 'invalid-value',
      path: issue.path,
      expected,
      ...(known.length > 0 && typeof found === 'string' ? { found } : {}),
      known,
    },
  ];
}

const typeNames = new Map<string, string>([
  ['string', 'a text (in "quotes" where it looks like a number or a list)'],
  ['int', 'a whole number'],
  ['number', 'a number'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['object', 'a set of keys and values'],
  ['record', 'a set of keys and values'],
]);
const formatNames = new Map<string, string>([
  ['date', 'a day such as 2026-03-02'],
  ['datetime', 'a time such as 2026-04-02T09:14:11Z'],
]);

function describeExpectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return typeNames.get(issue.expected) ?? issue.expected;
  if (issue.code === 'invalid_value') return `one of ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_format') return formatNames.get(issue.format) ?? issue.message;
  if (issue.code === 'too_small')
    return issue.origin === 'string' ? 'filled in' : `at least ${issue.minimum}`;
  return issue.message;
}

/** The keys of the object schema at a path: lists, records and defaults on the way are passed through. */
function listKeys(schema: z.core.$ZodType, path: Path): readonly string[] {
  if (schema instanceof z.ZodObject) {
    const [key, ...rest] = path;
    if (key === undefined) return Object.keys(schema.shape);
    const inner: unknown = Reflect.get(schema.shape, key);
    return inner instanceof z.core.$ZodType ? listKeys(inner, rest) : [];
  }
  if (schema instanceof z.ZodArray) return listKeys(schema.element, path.slice(1));
  if (schema instanceof z.ZodRecord) return listKeys(schema.valueType, path.slice(1));
  const wrapped =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault;
  return wrapped ? listKeys(schema.unwrap(), path) : [];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readPath(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => {
    const own = typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key);
    return own ? Reflect.get(inner, key) : undefined;
  }, value);
}

const nameOf = (path: Path) => JSON.stringify(path);

/** The path to leave out for a problem: an unknown key itself, else the innermost list entry around it. */
function findDropped({ kind, path }: ShapeProblem): string {
  const entry = path.findLastIndex((key) => typeof key === 'number');
  return nameOf(kind === 'unknown-key' ? path : path.slice(0, entry + 1));
}

function dropPaths(value: unknown, dropped: ReadonlySet<string>, path: Path = []): unknown {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => {
      const here = [...path, index];
      return dropped.has(nameOf(here)) ? [] : [dropPaths(item, dropped, here)];
    });
  }
  if (!isRecord(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !dropped.has(nameOf([...path, key])));
  return Object.fromEntries(kept.map(([key, item]) => [key, dropPaths(item, dropped, [...path, key])]));
}
