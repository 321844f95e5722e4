import { ToolkitError } from '../../errors.js';
import type { Schema } from '../../model/check-shape.js';

/** A value of a client as its schema has it. Throws `ToolkitError` `bad-request`, with the first thing that is wrong. */
export function readRequest<T>(schema: Schema<T>, value: unknown): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [first] = read.error.issues;
  const where = first === undefined || first.path.length === 0 ? 'the request' : first.path.join('.');
  throw new ToolkitError('bad-request', `${where}: ${first?.message ?? 'not as expected'}`, {
    hint: 'Reload the page: it may be older than its server.',
  });
}

/** What stands after the `?` of an address: the last value of each name, and of the `lists` all of them. */
export function readQuery<T>(schema: Schema<T>, url: string, lists: readonly string[] = []): T {
  const { searchParams } = new URL(url);
  const single = [...searchParams].filter(([name]) => !lists.includes(name));
  const several = lists.map((name) => [name, searchParams.getAll(name)] as const);
  return readRequest(schema, Object.fromEntries([...single, ...several]));
}
