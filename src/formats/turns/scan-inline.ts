import { decodeEntities } from './clean-caption.js';

/** `verbatim` has no marks and no syntax; `plain` has marks and code; `markdown` also escapes, emphasis, links and tags. */
export type InlineSyntax = 'verbatim' | 'plain' | 'markdown';

/** One sign that may begin or end a marked passage. */
export type MarkSign = {
  readonly kind: 'sign';
  readonly notation: 'equals' | 'html';
  /** As written, with the themes that follow: what stays in the text where the sign marks nothing. */
  readonly text: string;
  readonly mayOpen: boolean;
  readonly mayClose: boolean;
  /** Space before it and words after it: it can hardly be meant to close a passage. */
  readonly clearlyOpens: boolean;
  /** Ids after a closing sign; `undefined` where `{…}` follows that does not read as themes. */
  readonly themes: readonly string[] | undefined;
};

/** A run of `*` or `_` that may be emphasis: gone where it finds its partner. */
export type EmphasisRun = {
  readonly kind: 'emphasis';
  readonly text: string;
  readonly mayOpen: boolean;
  readonly mayClose: boolean;
};

export type Piece = { readonly kind: 'text'; readonly text: string } | MarkSign | EmphasisRun;

type Scanned = { readonly pieces: readonly Piece[]; readonly end: number };

/** Signs at which `plain` and `markdown` stop. */
const plainSigns = /\\==|==+|`+/g;
const markdownSigns = /\\[!-/:-@[-`{-~]|==+|`+|\*+|_+|!?\[|<|&[#\w]+;/g;

/** Most lines hold none: told before anything is built. */
const anySign = { plain: new RegExp(plainSigns.source), markdown: new RegExp(markdownSigns.source) };

const themeList = /\{\s*#[\p{L}\p{N}][\p{L}\p{N}._-]*(?:[\s,;]+#[\p{L}\p{N}][\p{L}\p{N}._-]*)*\s*\}/uy;
/** What is most likely meant as a list of themes, but is not written as one, or not directly behind its mark. */
const strayBraces = /^(?:\{|\s{1,8}\{#)/;
const link = /!?\[((?:[^[\]\\\n]|\\.){0,500})\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"]*")?\)/y;
const autoLink = /<((?:https?|mailto):[^<>\s]+)>/y;
const markTag = /<(\/?)mark(?:\s[^<>]*)?>/iy;
const formatTag =
  /<\/?(?:a|abbr|b|big|del|div|em|font|i|ins|kbd|p|s|small|span|strong|sub|sup|u)(?:\s[^<>]*)?\/?>/iy;
const breakTag = /<br\s*\/?>/iy;

/** Cuts one line into its text and the signs in it; escapes, links, tags and code are resolved here. */
export function scanInline(line: string, syntax: InlineSyntax): readonly Piece[] {
  if (syntax === 'verbatim' || !anySign[syntax].test(line)) return [{ kind: 'text', text: line }];
  const signs = new RegExp(syntax === 'plain' ? plainSigns : markdownSigns);
  const pieces: Piece[] = [];
  let from = 0;
  for (let match = signs.exec(line); match !== null; match = signs.exec(line)) {
    const scanned = scanSign({ line, at: match.index, sign: match[0], syntax });
    if (match.index > from) pieces.push({ kind: 'text', text: line.slice(from, match.index) });
    pieces.push(...scanned.pieces);
    from = scanned.end;
    signs.lastIndex = from;
  }
  if (from < line.length) pieces.push({ kind: 'text', text: line.slice(from) });
  return pieces;
}

type Sign = {
  readonly line: string;
  readonly at: number;
  readonly sign: string;
  readonly syntax: InlineSyntax;
};

function scanSign(found: Sign): Scanned {
  const { line, at, sign } = found;
  const end = at + sign.length;
  if (sign === '\\==' || line.startsWith('\\==', at)) return asText('==', at + 3);
  if (sign.startsWith('\\')) return asText(sign.slice(1), end);
  if (sign.startsWith('=')) return scanEquals(found);
  if (sign.startsWith('`')) return scanCode(found);
  if (sign.startsWith('*') || sign.startsWith('_')) return scanEmphasis(found);
  if (sign.startsWith('&')) return asText(decodeEntities(sign), end);
  return sign === '<' ? scanTag(found) : scanLink(found);
}

function asText(text: string, end: number): Scanned {
  return { pieces: text === '' ? [] : [{ kind: 'text', text }], end };
}

/** Two signs are one end of a mark, four are the end of one and the beginning of the next. */
function scanEquals({ line, at, sign: run }: Sign): Scanned {
  const end = at + run.length;
  if (run.length === 4) {
    const between = { kind: 'sign', notation: 'equals', text: '==', themes: [] } as const;
    const sign = { ...between, mayOpen: true, mayClose: true, clearlyOpens: false };
    return { pieces: [sign, sign], end };
  }
  if (run.length !== 2) return asText(run, end);
  const piece = readSign(line, at, end);
  return { pieces: [piece], end: at + piece.text.length };
}

function readSign(line: string, at: number, end: number): MarkSign {
  const before = line.charAt(at - 1);
  const after = line.charAt(end);
  const list = matchAt(themeList, line, end)?.[0];
  const afterSpace = before === '' || /\s/.test(before);
  const beforeSpace = after === '' || /\s/.test(after);
  return {
    kind: 'sign',
    notation: 'equals',
    text: `==${list ?? ''}`,
    mayOpen: list === undefined && (afterSpace || !beforeSpace),
    mayClose: true,
    clearlyOpens: afterSpace && !beforeSpace && !/[.,;:!?)\]}{]/.test(after),
    themes: readThemes(list, line.slice(end, end + 10)),
  };
}

function readThemes(list: string | undefined, rest: string): readonly string[] | undefined {
  if (list === undefined) return strayBraces.test(rest) ? undefined : [];
  return [...new Set(list.match(/[\p{L}\p{N}][\p{L}\p{N}._-]*/gu) ?? [])];
}

/** Code runs to the next run of as many backticks; Markdown takes these away. */
function scanCode({ line, at, sign, syntax }: Sign): Scanned {
  const start = at + sign.length;
  const end = findRun(line, sign, start);
  if (end === -1) return asText(sign, start);
  const inner = line.slice(start, end);
  const text = syntax === 'plain' ? line.slice(at, end + sign.length) : inner.replace(/^ (.*\S.*) $/, '$1');
  return asText(text, end + sign.length);
}

function findRun(line: string, run: string, from: number): number {
  for (let at = line.indexOf(run, from); at !== -1; at = line.indexOf(run, at)) {
    let end = at;
    while (line[end] === '`') end += 1;
    if (end - at === run.length) return at;
    at = end;
  }
  return -1;
}

/** Only runs at the edge of a word are emphasis: `snake_case` and `2*3*4` stay. */
function scanEmphasis({ line, at, sign }: Sign): Scanned {
  const end = at + sign.length;
  const before = line.charAt(at - 1);
  const after = line.charAt(end);
  const mayOpen = sign.length <= 3 && !/[\p{L}\p{N}]/u.test(before) && /\S/.test(after);
  const mayClose = sign.length <= 3 && /\S/.test(before) && !/[\p{L}\p{N}]/u.test(after);
  return { pieces: [{ kind: 'emphasis', text: sign, mayOpen, mayClose }], end };
}

function scanLink({ line, at, sign }: Sign): Scanned {
  const match = matchAt(link, line, at);
  if (match?.[1] === undefined) return asText(sign, at + sign.length);
  return { pieces: scanInline(match[1], 'markdown'), end: at + match[0].length };
}

/** Tags that shape text go; anything else in angle brackets may be words, such as `<employer>`. */
function scanTag({ line, at, sign }: Sign): Scanned {
  const mark = matchAt(markTag, line, at);
  if (mark !== undefined) return { pieces: [toHtmlSign(mark[0], mark[1] === '/')], end: at + mark[0].length };
  const address = matchAt(autoLink, line, at);
  if (address?.[1] !== undefined) return asText(address[1], at + address[0].length);
  const lineBreak = matchAt(breakTag, line, at);
  if (lineBreak !== undefined) return asText(' ', at + lineBreak[0].length);
  const tag = matchAt(formatTag, line, at);
  return tag === undefined ? asText(sign, at + 1) : asText('', at + tag[0].length);
}

function toHtmlSign(text: string, closes: boolean): MarkSign {
  const shared = { kind: 'sign', notation: 'html', text, themes: [] } as const;
  return { ...shared, mayOpen: !closes, mayClose: closes, clearlyOpens: !closes };
}

function matchAt(sticky: RegExp, line: string, at: number): RegExpExecArray | undefined {
  const pattern = new RegExp(sticky);
  pattern.lastIndex = at;
  return pattern.exec(line) ?? undefined;
}
