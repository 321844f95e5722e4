/** A string that is about to leave the study, and where it would stand: the file, then the path in it. */
export type OutgoingText = { readonly text: string; readonly place: string };

/** Ids that the tool makes tell nothing; others may hold anything, so that places name positions instead. */
const ownId = /^q_[0-9a-f]{10}$/;

/**
 * Every distinct string in some plain data, keys included, with the place where it stands first. Takes any data, so that
 * no field of a report can be forgotten. No place holds a text of the data, but for the ids that the tool makes itself.
 */
export function listOutgoing(data: unknown, name: string): readonly OutgoingText[] {
  const texts = new Map<string, string>();
  const add = (text: string, place: string) => {
    if (text.trim() !== '' && !texts.has(text)) texts.set(text, place);
  };
  const visit = (value: unknown, place: string): void => {
    if (typeof value === 'string') add(value, place);
    else if (Array.isArray(value)) {
      for (const [index, one] of value.entries()) visit(one, `${place}[${index + 1}]`);
    } else if (typeof value === 'object' && value !== null) {
      const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
      const inside = nameInside(entries, place);
      for (const [key, one] of entries) {
        add(key, `${inside}, a key`);
        visit(one, isPlainKey(key) ? `${inside}.${key}` : inside);
      }
    }
  };
  visit(data, name);
  return [...texts].map(([text, place]) => ({ text, place }));
}

/** Keys of a contract, not of data. */
const isPlainKey = (key: string) => /^[a-z][A-Za-z]{0,30}$/.test(key);

function nameInside(entries: readonly (readonly [string, unknown])[], place: string): string {
  const id = entries.find(([key]) => key === 'id')?.[1];
  return typeof id === 'string' && ownId.test(id) ? `${place} (${id})` : place;
}

/** A style sheet's rules begin as handles do. */
const atRule = /@(?=[a-z-]+[\s({;])/g;
/** Coordinates look like telephone numbers; what a drawing says in words stands between its tags and in the data. */
const drawingTag =
  /<\/?(?:svg|g|path|rect|line|circle|ellipse|polyline|polygon|text|tspan|use|defs|clipPath|linearGradient|stop)\b[^<>]*>/g;

/** The lines of a rendered file, without the rules of style sheets and the figures of drawings. */
export function listLines(content: string, name: string): readonly OutgoingText[] {
  return disarmStyles(content)
    .replace(drawingTag, ' | ')
    .split('\n')
    .map((text, index) => ({ text, place: `${name}, line ${index + 1}` }));
}

function disarmStyles(content: string): string {
  const [first = '', ...rest] = content.split('<style');
  return rest.reduce((done, piece) => {
    const end = Math.max(0, piece.indexOf('</style'));
    return `${done}<style${piece.slice(0, end).replace(atRule, '|')}${piece.slice(end)}`;
  }, first);
}
