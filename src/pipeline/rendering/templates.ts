/** A template file: its path for messages, and its text. */
export type Template = { readonly file: string; readonly text: string };

/** Templates by name: `themes.html.hbs`, `partials/quote.html.hbs`. A study's own stand in for those of the same name. */
export type Templates = ReadonlyMap<string, Template>;

const partialName = /^partials\/(.+)\.hbs$/;

/** The partials by the name that a template calls them by: `{{> quote.html}}` is `partials/quote.html.hbs`. */
export function listPartials(templates: Templates): ReadonlyMap<string, Template> {
  return new Map(
    [...templates].flatMap(([name, template]) => {
      const called = partialName.exec(name)?.[1];
      return called === undefined ? [] : [[called, template] as const];
    }),
  );
}
