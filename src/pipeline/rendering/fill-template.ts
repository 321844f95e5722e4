import Handlebars from 'handlebars';
import { ToolkitError } from '../../errors.js';
import { escapeMarkdown } from './escape-markdown.js';
import { type Drawings, helperSignatures, registerHelpers, type TemplateFormat } from './template-helpers.js';
import { listPartials, type Template, type Templates } from './templates.js';

const compileOptions = {
  knownHelpersOnly: true,
  knownHelpers: {
    ...Object.fromEntries([...helperSignatures.keys()].map((name) => [name, true])),
    lookup: false,
    log: false,
  },
};

export type FillRequest = {
  readonly template: Template;
  readonly format: TemplateFormat;
  readonly data: unknown;
  readonly templates: Templates;
  readonly drawings?: Drawings | undefined;
};

/** Fills a checked template. `{{x}}` is escaped for the format. Throws `ToolkitError` where the template fails. */
export function fillTemplate({ template, format, data, templates, drawings }: FillRequest): string {
  try {
    const fill = openEngine(templates, format).compile(template.text, compileOptions);
    const beside = { data: { drawings: drawings ?? new Map() } };
    return fill(format === 'md' ? escapeTexts(data) : data, beside);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ToolkitError('template-failed', `the template ${template.file} failed: ${reason}`, {
      place: { file: template.file },
      hint: 'Compare it with the shipped template of the same name.',
      cause,
    });
  }
}

type Engine = ReturnType<typeof Handlebars.create>;
/** An engine compiles each partial once, however many reports are made of the same templates. */
const engines = { html: new WeakMap<Templates, Engine>(), md: new WeakMap<Templates, Engine>() };

function openEngine(templates: Templates, format: TemplateFormat): Engine {
  const known = engines[format].get(templates);
  if (known !== undefined) return known;
  const engine = Handlebars.create();
  engine.unregisterHelper('lookup');
  engine.unregisterHelper('log');
  registerHelpers(engine, format);
  for (const [name, { text }] of listPartials(templates)) {
    engine.registerPartial(name, engine.compile(text, compileOptions));
  }
  engines[format].set(templates, engine);
  return engine;
}

/**
 * Handlebars knows the escaping of HTML only, but prints a value that has `toHTML` as that says: so every text
 * becomes such a value. Empty texts stay, since `{{#if}}` looks at them.
 */
function escapeTexts(value: unknown): unknown {
  if (typeof value === 'string' && value !== '') {
    return { toHTML: () => escapeMarkdown(value), toString: () => value };
  }
  if (Array.isArray(value)) return value.map(escapeTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, escapeTexts(one)]));
}
