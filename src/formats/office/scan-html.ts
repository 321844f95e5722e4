import { decodeEntities } from '../turns/clean-caption.js';

export type HtmlTag = {
  /** Lower case; empty for a comment or a declaration. */
  readonly name: string;
  readonly closes: boolean;
  /** What stands between the name and `>`, as written. */
  readonly attributes: string;
};

/** What is called, in the file's order; `line` is that of the file where it ends, 1-based. */
export type HtmlListener = {
  tag(tag: HtmlTag, line: number): void;
  /** Text between two tags, as written: entities are not decoded. It begins in `line`. */
  text(written: string, line: number): void;
};

const tagStart = /<(\/?)([a-z][a-z0-9-]*)|<!--|<[!?]/gi;

/** Letters of Latin-1 from U+00C0 on, as HTML 4 names them. */
const latinNames =
  'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

/** Entities that stand for letters and typography, beside those of captions; their case counts. */
const entities: ReadonlyMap<string, string> = new Map([
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['bdquo', '„'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['sbquo', '‚'],
  ['laquo', '«'],
  ['raquo', '»'],
  ['lsaquo', '‹'],
  ['rsaquo', '›'],
  ['hellip', '…'],
  ['mdash', '—'],
  ['ndash', '–'],
  ['shy', ''],
  ['euro', '€'],
  ['middot', '·'],
  ['bull', '•'],
  ['deg', '°'],
  ['iexcl', '¡'],
  ['iquest', '¿'],
  ['OElig', 'Œ'],
  ['oelig', 'œ'],
  ['Scaron', 'Š'],
  ['scaron', 'š'],
  ...latinNames.split(' ').map((name, index) => [name, String.fromCharCode(0xc0 + index)] as const),
]);

/**
 * Reads HTML from start to end, as it comes: no tag need be closed. Of an element in `skipped` only its tags are told,
 * not its content.
 */
export function scanHtml(text: string, skipped: ReadonlySet<string>, listener: HtmlListener): void {
  const tags = new RegExp(tagStart);
  let from = 0;
  let line = 1;
  const tellText = (end: number) => {
    if (end <= from) return;
    const written = text.slice(from, end);
    listener.text(written, line);
    line += countLines(written);
  };
  for (let match = tags.exec(text); match !== null; match = tags.exec(text)) {
    tellText(match.index);
    const name = (match[2] ?? '').toLowerCase();
    const closes = match[1] === '/';
    const inner = match.index + match[0].length;
    const close = findTagClose(text, inner, match[0]);
    from = !closes && skipped.has(name) && text[close - 2] !== '/' ? findClosing(text, name, close) : close;
    line += countLines(text.slice(match.index, from));
    listener.tag(
      { name, closes, attributes: name === '' ? '' : text.slice(inner, close).replace(/\/?>$/, '') },
      line,
    );
    tags.lastIndex = from;
  }
  tellText(text.length);
}

/** Decodes entities, each once; what is none that is known stays as it is written. */
export function decodeHtml(written: string): string {
  if (!written.includes('&')) return written;
  return decodeEntities(
    written.replace(/&([a-z]{2,6}\d{0,2});/gi, (all, name: string) => entities.get(name) ?? all),
  );
}

/** Where a tag ends, behind its `>`. */
function findTagClose(text: string, from: number, opening: string): number {
  const sign = opening === '<!--' ? '-->' : '>';
  const found = text.indexOf(sign, from);
  return found === -1 ? text.length : found + sign.length;
}

/** Where the closing tag of a skipped element begins. */
function findClosing(text: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, 'gi');
  closing.lastIndex = from;
  return closing.exec(text)?.index ?? text.length;
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
