/** Tags within a line of text: what stands on both sides of one is read as one word. */
const inlineTag =
  /<\/?(?:a|abbr|b|bdi|bdo|cite|code|del|em|font|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|var|wbr)(?:\s[^<>]*)?\/?>/gi;
const anyTag = /<\/?[a-z][^<>]*>/gi;
/** Emphasis, code and escapes of Markdown; an underscore within a word is none. */
const markdownSigns = /[*`~]+|\\(?=[!-/:-@[-`{-~])|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu;
const linkEnd = /\]\([^()\s]*(?:\s[^()]*)?\)/g;
const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
const entity =
  /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp|commat|period|colon|sol|lowbar|hyphen));/gi;
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  commat: '@',
  period: '.',
  colon: ':',
  sol: '/',
  lowbar: '_',
  hyphen: '-',
};
const MOST_CODE_POINT = 0x10ffff;
const mayHoldMarkup = /[*`~_\\[<&]|[^\0-\x7F]/;

/**
 * What a reader sees of a text in Markdown or HTML: without tags, comments, signs of emphasis and invisible characters,
 * entities and full-width forms as plain characters. Linear. The same text where there is nothing of the kind.
 */
export function stripMarkup(text: string): string {
  if (!mayHoldMarkup.test(text)) return text;
  return dropComments(text)
    .replace(inlineTag, '')
    .replace(anyTag, '\n')
    .replace(entity, decodeEntity)
    .replace(linkEnd, '')
    .replace(/\[(?=\S)/g, '')
    .replace(markdownSigns, '')
    .replace(invisible, '')
    .normalize('NFKC');
}

/** Without `<!-- … -->`; a beginning without an end stays. */
function dropComments(text: string): string {
  const [first = '', ...rest] = text.split('<!--');
  return rest.reduce((kept, piece) => {
    const end = piece.indexOf('-->');
    return kept + (end < 0 ? piece : piece.slice(end + 3));
  }, first);
}

function decodeEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return named[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= MOST_CODE_POINT ? String.fromCodePoint(code) : whole;
}
