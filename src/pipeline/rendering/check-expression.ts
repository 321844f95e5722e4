import { type DataShape, MARKDOWN } from '../../reporting/contract/data-shape.js';
import { suggestNearest } from '../../text/did-you-mean.js';
import { type HelperSignature, helperSignatures } from './template-helpers.js';
import { isPath, isSubExpression, listNamed } from './template-nodes.js';
import { refuseNode, resolvePath, type Scope, scalar } from './template-scope.js';

/** What a call, a block or a path is named; empty for a literal. */
export function nameOf({ path }: Pick<hbs.AST.MustacheStatement, 'path'>): string {
  return isPath(path) ? path.original : '';
}

/** The shape of a value: of a path, of what a helper gives, or of a literal. Throws `ToolkitError` as `checkTemplate`. */
export function checkExpression(node: hbs.AST.Expression, scope: Scope): DataShape {
  if (isPath(node)) return resolvePath(node, scope);
  return isSubExpression(node) ? checkCall(node, scope) : scalar;
}

type Call = hbs.AST.MustacheStatement | hbs.AST.SubExpression;

/** The shape of what a helper gives, its arguments checked. */
export function checkCall(node: Call, scope: Scope): DataShape {
  const signature = helperSignatures.get(nameOf(node));
  if (signature === undefined) return refuseHelper(node, scope, [...helperSignatures.keys()]);
  const [first] = node.params.map((param) => checkExpression(param, scope));
  checkNamed(node, scope);
  if (!matchesSignature(node, signature)) {
    refuseNode(node, scope, {
      code: 'unknown-template-helper',
      message: `"${nameOf(node)}" takes ${signature.params} values${signature.named.map((name) => ` and ${name}=`).join('')}`,
      hint: 'See the shipped templates for an example.',
    });
  }
  if (signature.takesMarkdown && first?.contentMediaType !== MARKDOWN) {
    refuseNode(node, scope, {
      code: 'unsafe-template',
      message: `"${nameOf(node)}" is for the researcher’s memos: other text is not Markdown`,
      hint: 'Print it with {{…}} alone.',
    });
  }
  return scalar;
}

function matchesSignature(node: Call, { params, named }: HelperSignature): boolean {
  return node.params.length === params && listNamed(node).every(({ key }) => named.includes(key));
}

/** The shapes of named arguments, e.g. `under=3`. */
export function checkNamed(node: { readonly hash: hbs.AST.Hash }, scope: Scope): Record<string, DataShape> {
  return Object.fromEntries(listNamed(node).map(({ key, value }) => [key, checkExpression(value, scope)]));
}

/** Throws `unknown-template-helper` with the name that was probably meant. */
export function refuseHelper(
  node: Call | hbs.AST.BlockStatement,
  scope: Scope,
  known: readonly string[],
): never {
  const name = nameOf(node);
  const near = suggestNearest(name, known);
  return refuseNode(node, scope, {
    code: 'unknown-template-helper',
    message: `unknown helper "${name}"`,
    hint: near === undefined ? `There are: ${known.join(', ')}.` : `Did you mean "${near}"?`,
  });
}
