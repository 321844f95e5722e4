import type Handlebars from 'handlebars';
import { renderMarkdown, tameMarkdown } from './tame-markdown.js';

export type HelperSignature = {
  readonly params: number;
  readonly named: readonly string[];
  /** Whether the first parameter has to be a text that the contract declares as Markdown. */
  readonly takesMarkdown: boolean;
};

/** All that a template may call for a value; the blocks are `if`, `unless`, `each` and `with`. */
export const helperSignatures: ReadonlyMap<string, HelperSignature> = new Map([
  ['prose', { params: 1, named: ['under'], takesMarkdown: true }],
  ['plural', { params: 3, named: [], takesMarkdown: false }],
  ['drawing', { params: 1, named: [], takesMarkdown: false }],
]);

export type TemplateFormat = 'html' | 'md';
type Engine = typeof Handlebars;

/** What we drew ourselves, by the id that the data names: an `svg` element in HTML, a picture's address in Markdown. */
export type Drawings = ReadonlyMap<string, string>;

/**
 * Gives an engine its helpers. `{{prose commentary under=4}}` prints the researcher's Markdown with its headings
 * below level 4; `{{plural quotes "quote" "quotes"}}` prints "1 quote" or "2 quotes"; `{{drawing id}}` prints the chart of
 * that id among the `drawings` that the engine is given beside the data, else nothing: no text of the data is printed
 * as it is.
 */
export function registerHelpers(engine: Engine, format: TemplateFormat): void {
  const print = format === 'html' ? renderMarkdown : tameMarkdown;
  engine.registerHelper('prose', (markdown: unknown, { hash }: { hash: { under?: unknown } }) => {
    const under = typeof hash.under === 'number' ? hash.under : 1;
    return new engine.SafeString(print(String(markdown), under).trimEnd());
  });
  engine.registerHelper('plural', (count: unknown, one: unknown, many: unknown) => {
    return `${String(count)} ${String(count === 1 ? one : many)}`;
  });
  engine.registerHelper('drawing', (id: unknown, { data }: { data: { drawings: Drawings } }) => {
    return new engine.SafeString(data.drawings.get(String(id)) ?? '');
  });
}
