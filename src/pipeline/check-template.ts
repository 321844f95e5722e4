import Handlebars from 'handlebars';
import { ToolkitError } from '../errors.js';
import { type DataShape, readShape } from '../reporting/contract/data-shape.js';
import type { Report } from '../reporting/report.js';
import { suggestNearest } from '../text/did-you-mean.js';
import {
  checkCall,
  checkExpression,
  checkNamed,
  nameOf,
  refuseHelper,
} from './rendering/check-expression.js';
import { helperSignatures } from './rendering/template-helpers.js';
import {
  isBlock,
  isMustache,
  isPartial,
  isPath,
  isPlain,
  listBranches,
  listNamed,
} from './rendering/template-nodes.js';
import { enterContext, refuseNode, type Scope, scalar } from './rendering/template-scope.js';
import { listPartials, type Template, type Templates } from './rendering/templates.js';

const blocks = ['if', 'unless', 'each', 'with'];

export type CheckRequest = {
  /** The report whose contract counts. */
  readonly report: Pick<Report, 'schema'>;
  /** Where the partials are found. */
  readonly templates: Templates;
};

/**
 * Holds a template, and the partials it calls, against the contract of a report's data, in every branch whether
 * taken or not. Throws `ToolkitError` with file, line and column: `unknown-template-path`, `unknown-template-helper`,
 * `unknown-partial`, `unsafe-template` (what would print unescaped), `unsupported-template`, `template-syntax`.
 */
export function checkTemplate(template: Template, { report, templates }: CheckRequest): void {
  const shape = readShape(report.schema);
  checkProgram(parseTemplate(template), {
    file: template.file,
    root: shape,
    contexts: [shape],
    names: new Map(),
    insideEach: false,
    partials: listPartials(templates),
    callers: [],
  });
}

/** A partial is checked wherever it is called, and parsed once. */
const parsed = new WeakMap<Template, hbs.AST.Program>();

function parseTemplate(template: Template): hbs.AST.Program {
  const program = parsed.get(template) ?? parseText(template);
  parsed.set(template, program);
  return program;
}

function parseText({ file, text }: Template): hbs.AST.Program {
  try {
    return Handlebars.parse(text);
  } catch (cause) {
    const [reason = ''] = (cause instanceof Error ? cause.message : '').split('\n');
    const line = Number(/line (\d+)|(\d+):\d+$/.exec(reason)?.slice(1).find(Boolean) ?? 1);
    throw new ToolkitError(
      'template-syntax',
      `${file}, line ${line}: the template cannot be read: ${reason}`,
      {
        place: { file, line },
        hint: 'Look for a {{ that is not closed, or a block that ends with another name than it began with.',
        cause,
      },
    );
  }
}

function checkProgram(program: hbs.AST.Program | undefined, scope: Scope): void {
  for (const statement of program?.body ?? []) checkStatement(statement, scope);
}

function checkStatement(node: hbs.AST.Statement, scope: Scope): void {
  if (isPlain(node)) return;
  if (isMustache(node)) checkMustache(node, scope);
  else if (isBlock(node)) checkBlock(node, scope);
  else if (isPartial(node)) checkPartial(node, scope);
  else {
    refuseNode(node, scope, {
      code: 'unsupported-template',
      message: `templates have no ${node.type}`,
      hint: 'Use {{path}}, {{#if}}, {{#unless}}, {{#each}}, {{#with}} and {{> partial}}.',
    });
  }
}

function checkMustache(node: hbs.AST.MustacheStatement, scope: Scope): void {
  if (!node.escaped) {
    refuseNode(node, scope, {
      code: 'unsafe-template',
      message: 'three braces print text as it is, which could run in the reader’s browser',
      hint: 'Use two braces; {{prose …}} prints a memo with its Markdown.',
    });
  }
  const isCall = node.params.length > 0 || listNamed(node).length > 0 || helperSignatures.has(nameOf(node));
  const shape = isCall ? checkCall(node, scope) : checkExpression(node.path, scope);
  if (shape.type !== 'array' && shape.type !== 'object') return;
  refuseNode(node, scope, {
    code: 'unknown-template-path',
    message: `"${nameOf(node)}" is ${shape.type === 'array' ? 'a list' : 'a group of fields'}, which has no print of its own`,
    hint: shape.type === 'array' ? 'Go through it with {{#each}}.' : 'Print one of its fields.',
  });
}

function checkBlock(node: hbs.AST.BlockStatement, scope: Scope): void {
  const { main, otherwise } = listBranches(node);
  const name = nameOf(node);
  const [subject] = node.params;
  if (!blocks.includes(name) || subject === undefined) refuseHelper(node, scope, blocks);
  const shape = checkExpression(subject, scope);
  checkProgram(otherwise, scope);
  if (name === 'each') checkProgram(main, enterEach(node, { shape, scope }));
  else if (name === 'with')
    checkProgram(main, nameParams(main, { shapes: [shape], scope: enterContext(scope, shape) }));
  else checkProgram(main, scope);
}

function enterEach(
  node: hbs.AST.BlockStatement,
  { shape, scope }: { shape: DataShape; scope: Scope },
): Scope {
  const { items } = shape;
  if (items === undefined) {
    return refuseNode(node, scope, {
      code: 'unknown-template-path',
      message: 'each goes through a list, and this is none',
      hint: 'Use {{#if}} for a single value and {{#with}} for a group of fields.',
    });
  }
  return nameParams(node.program, {
    shapes: [items, scalar],
    scope: { ...enterContext(scope, items), insideEach: true },
  });
}

/** Gives the names of `as |item index|` their shapes. */
function nameParams(
  program: hbs.AST.Program | undefined,
  { shapes, scope }: { shapes: readonly DataShape[]; scope: Scope },
): Scope {
  const given = (program?.blockParams ?? []).flatMap((name, index) => {
    const shape = shapes[index];
    return shape === undefined ? [] : [[name, shape] as const];
  });
  return { ...scope, names: new Map([...scope.names, ...given]) };
}

function checkPartial(node: hbs.AST.PartialStatement, scope: Scope): void {
  const name = isPath(node.name) ? node.name.original : '';
  const partial = findPartial(node, { name, scope });
  const [context] = node.params;
  const shape = context === undefined ? scope.contexts[0] : checkExpression(context, scope);
  const named = checkNamed(node, scope);
  const given =
    Object.keys(named).length === 0
      ? shape
      : { type: 'object', properties: { ...shape?.properties, ...named } };
  checkProgram(parseTemplate(partial), {
    ...(given === undefined ? scope : enterContext(scope, given)),
    file: partial.file,
    names: new Map(),
    callers: [...scope.callers, name],
  });
}

function findPartial(
  node: hbs.AST.PartialStatement,
  { name, scope }: { name: string; scope: Scope },
): Template {
  const partial = scope.partials.get(name);
  if (partial !== undefined && !scope.callers.includes(name)) return partial;
  const near = suggestNearest(name, scope.partials.keys());
  return refuseNode(node, scope, {
    code: 'unknown-partial',
    message: partial === undefined ? `there is no partial "${name}"` : `the partial "${name}" calls itself`,
    hint: near === undefined ? `It would be partials/${name}.hbs.` : `Did you mean "${near}"?`,
  });
}
