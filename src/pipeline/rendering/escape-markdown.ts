const whiteSpace = /[ \t\n\r\f\v]+/g;
/** Signs with a meaning anywhere in a line; `{` and `$` for MDX and for math, which many Markdown tools read. */
const inlineSigns = /[\\`*[\]<{|~$&]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|=(?==)/gu;
/** What the link finders of GitHub and others take for an address: `https://`, `www.`, `a@b`. */
const addressSigns = /:(?=\/\/)|(?<=\bwww)\.|@(?=[\p{L}\p{N}])/giu;
/** Signs with a meaning at the beginning of a line: headings, lists, quotes, rules, definitions. */
const openingSign = /^[#>+\-=:]/;
const openingNumber = /^(\d{1,9})([.)])(?= |$)/;
/** `# C #` would lose its last sign. */
const closingHashes = /(^| )(#+)$/;

/**
 * Text as Markdown that shows exactly this text, on one line, wherever a template puts it: it cannot become a
 * heading, list, link, HTML, emphasis, code, footnote or table. White space becomes single spaces, as in print.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(whiteSpace, ' ')
    .replace(/^ | $/g, '')
    .replace(inlineSigns, '\\$&')
    .replace(addressSigns, '\\$&')
    .replace(openingNumber, '$1\\$2')
    .replace(openingSign, '\\$&')
    .replace(closingHashes, '$1\\$2');
}
