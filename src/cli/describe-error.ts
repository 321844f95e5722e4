import type { Colours } from './door.js';

type Described = {
  readonly message: string;
  readonly hint?: string | undefined;
  readonly place?: { readonly file?: string; readonly line?: number; readonly column?: number } | undefined;
};

/** `file:line:column`, as much of it as is known. */
export function describePlace(place: Described['place']): string {
  return [place?.file, place?.line, place?.column].filter((part) => part !== undefined).join(':');
}

/** A known error in at most three lines: what was wrong, where, what to do. */
export function describeError(error: Described, colours: Colours): string {
  const where = describePlace(error.place);
  return [
    `${colours.red('error')} ${firstLine(error.message)}`,
    ...(where === '' || error.message.includes(where) ? [] : [`  at ${where}`]),
    ...(error.hint === undefined ? [] : [`  ${colours.dim('→')} ${firstLine(error.hint)}`]),
  ].join('\n');
}

const firstLine = (text: string) => text.split('\n', 1)[0] ?? '';
