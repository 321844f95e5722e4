import { ToolkitError } from '../../errors.js';
import type { DataShape } from '../../reporting/contract/data-shape.js';
import { suggestNearest } from '../../text/did-you-mean.js';
import type { Template } from './templates.js';

/** What a place in a template can see. */
export type Scope = {
  readonly file: string;
  readonly root: DataShape;
  /** What `this`, `../`, `../../` are, innermost first. */
  readonly contexts: readonly DataShape[];
  /** Names given by `as |x|`. */
  readonly names: ReadonlyMap<string, DataShape>;
  readonly insideEach: boolean;
  readonly partials: ReadonlyMap<string, Template>;
  /** Names of the partials that led here. */
  readonly callers: readonly string[];
};

/** A value that is printed as it is. */
export const scalar: DataShape = { type: 'string' };
const eachData = ['index', 'key', 'first', 'last'];

/** Throws the `ToolkitError` for a place in a template. */
export function refuseNode(
  node: hbs.AST.Node,
  { file }: Pick<Scope, 'file'>,
  { code, message, hint }: { code: string; message: string; hint: string },
): never {
  const { line, column } = node.loc.start;
  throw new ToolkitError(code, `${file}, line ${line}: ${message}`, {
    hint,
    place: { file, line, column: column + 1 },
  });
}

/** A scope in which `this` is another value; a context that stays the same adds no `../`, as in Handlebars. */
export function enterContext(scope: Scope, shape: DataShape): Scope {
  return shape === scope.contexts[0] ? scope : { ...scope, contexts: [shape, ...scope.contexts] };
}

/** The shape of what a path points to; throws `unknown-template-path` where the contract has no such path. */
export function resolvePath(path: hbs.AST.PathExpression, scope: Scope): DataShape {
  const { start, parts } = findStart(path, scope);
  return parts.reduce((shape, part) => {
    const next = shape.type === 'array' && part === 'length' ? scalar : findField(shape, part);
    return next ?? refusePath(path, scope, { part, known: Object.keys(shape.properties ?? {}) });
  }, start);
}

function findField({ properties = {} }: DataShape, name: string): DataShape | undefined {
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}

type Start = { readonly start: DataShape; readonly parts: readonly string[] };

function findStart(path: hbs.AST.PathExpression, scope: Scope): Start {
  const [first = '', ...rest] = path.parts;
  if (path.data) return findDataStart(path, scope);
  const named = /^(?:\.|this\b)/.test(path.original) ? undefined : scope.names.get(first);
  if (named !== undefined) return { start: named, parts: rest };
  const start = scope.contexts[path.depth];
  return start === undefined
    ? refusePath(path, scope, { part: path.original, known: [] })
    : { start, parts: path.parts };
}

/** `@root.study.name`, `@index`. */
function findDataStart(path: hbs.AST.PathExpression, scope: Scope): Start {
  const [first = '', ...rest] = path.parts;
  if (first === 'root') return { start: scope.root, parts: rest };
  if (scope.insideEach && path.depth === 0 && eachData.includes(first)) return { start: scalar, parts: rest };
  const known = scope.insideEach ? ['root', ...eachData] : ['root'];
  return refusePath(path, scope, { part: `@${first}`, known: known.map((name) => `@${name}`) });
}

function refusePath(
  path: hbs.AST.PathExpression,
  scope: Scope,
  { part, known }: { part: string; known: readonly string[] },
): never {
  const near = suggestNearest(part, known);
  const whole = part === path.original ? '' : ` in "${path.original}"`;
  const listed =
    known.length === 0 ? 'There is nothing to look up at this place.' : `There are: ${known.join(', ')}.`;
  return refuseNode(path, scope, {
    code: 'unknown-template-path',
    message: `unknown path "${part}"${whole}`,
    hint: near === undefined ? listed : `Did you mean "${near}"?`,
  });
}
