import { readColour } from '../../text/read-colour.js';
import { decodeHtml } from './scan-html.js';

/** What an element of HTML says of the text within; undefined where it says nothing. */
export type HtmlLook = {
  readonly isSet?: boolean;
  readonly isHidden?: boolean;
  /** `none` where it takes a colour away. */
  readonly colour?: string;
};

/** Looks by the name of a class. */
export type HtmlClasses = ReadonlyMap<string, HtmlLook>;

const attribute = /([a-z][a-z0-9:_-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gi;
const classRule = /\.([\w-]{1,80})\s*\{([^{}]{0,2000})\}/g;
/** Elements that set their words apart, as speakers' names are. */
const settingNames = new Set(['b', 'strong', 'th', 'dt', 'i', 'em', 'u']);
/** Classes of one element; those beyond are not looked at. */
const MOST_CLASSES = 50;
/** What a browser shows where `<mark>` names no colour. */
const markColour = '#ffff00';

/** The classes of a style sheet; those of elements, of ids and of several classes are not looked at. */
export function readClasses(sheet: string): HtmlClasses {
  return new Map([...sheet.matchAll(classRule)].map(([, name = '', rules = '']) => [name, readRules(rules)]));
}

/** The value of an attribute, decoded; empty where it has none. */
export function readAttribute(attributes: string, name: string): string | undefined {
  for (const [, found = '', double, single, bare] of attributes.matchAll(attribute))
    if (found.toLowerCase() === name) return decodeHtml(double ?? single ?? bare ?? '');
  return undefined;
}

/** How an element's text looks, by its name, its classes and its own style, of which the last counts most. */
export function readLook(name: string, attributes: string, classes: HtmlClasses): HtmlLook {
  const own = settingNames.has(name) ? { isSet: true } : name === 'mark' ? { colour: markColour } : {};
  if (!/class|style|bgcolor|hidden/i.test(attributes)) return own;
  const named = (readAttribute(attributes, 'class') ?? '')
    .split(/\s+/, MOST_CLASSES)
    .map((each) => classes.get(each) ?? {});
  const style = readRules(readAttribute(attributes, 'style') ?? '');
  const hidden = readAttribute(attributes, 'hidden') === undefined ? {} : { isHidden: true };
  return Object.assign({}, own, ...named, style, hidden);
}

function readRules(rules: string): HtmlLook {
  const found = new Map(
    rules.split(';').map((rule): [string, string] => {
      const colon = rule.indexOf(':');
      return [
        rule.slice(0, Math.max(0, colon)).trim().toLowerCase(),
        rule
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      ];
    }),
  );
  const weight = found.get('font-weight');
  const background = found.get('background-color') ?? found.get('background');
  return {
    ...(weight === undefined ? {} : { isSet: weight.startsWith('bold') || Number(weight) >= 600 }),
    ...(background === undefined ? {} : { colour: readColour(background) ?? 'none' }),
    ...(found.get('display') === 'none' ? { isHidden: true } : {}),
  };
}
