import type {} from 'handlebars';

export const isMustache = (node: hbs.AST.Node): node is hbs.AST.MustacheStatement =>
  node.type === 'MustacheStatement';
export const isBlock = (node: hbs.AST.Node): node is hbs.AST.BlockStatement => node.type === 'BlockStatement';
export const isPartial = (node: hbs.AST.Node): node is hbs.AST.PartialStatement =>
  node.type === 'PartialStatement';
export const isPath = (node: hbs.AST.Node): node is hbs.AST.PathExpression => node.type === 'PathExpression';
export const isSubExpression = (node: hbs.AST.Node): node is hbs.AST.SubExpression =>
  node.type === 'SubExpression';
/** Text and comments: nothing to look up. */
export const isPlain = (node: hbs.AST.Node): boolean =>
  node.type === 'ContentStatement' || node.type === 'CommentStatement';

/** `{{#if a}}`: both branches may be missing, whatever the library's types say. */
export function listBranches({ program, inverse }: hbs.AST.BlockStatement): {
  main: hbs.AST.Program | undefined;
  otherwise: hbs.AST.Program | undefined;
} {
  return { main: program, otherwise: inverse };
}

/** The named arguments of a call, e.g. `under=3`. */
export function listNamed({
  hash,
}: {
  readonly hash: hbs.AST.Hash | undefined;
}): readonly hbs.AST.HashPair[] {
  return hash?.pairs ?? [];
}
