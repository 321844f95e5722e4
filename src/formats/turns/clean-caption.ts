/** Inline tags of WebVTT and of SubRip, times within a line, and the overrides of Advanced SubStation. */
const markup = /<\/?(?:[cibusv]|lang|ruby|rt|font)(?:[.\s][^<>]*)?>|<\d+:[\d:.]+>|\{\\[^{}]*\}|\[br\]/gi;
const entity = /&(?:(amp|lt|gt|quot|apos|nbsp|lrm|rlm)|#(\d{1,7})|#x([\da-f]{1,6}));/gi;

const namedEntities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
  ['lrm', '\u200e'],
  ['rlm', '\u200f'],
]);

/** Takes the markup out of one line of a caption and decodes its entities. A `<` that opens no known tag stays. */
export function cleanCaption(line: string): string {
  const plain = /[<{[]/.test(line)
    ? line.replace(markup, (tag) => (tag.toLowerCase() === '[br]' ? ' ' : ''))
    : line;
  return decodeEntities(plain);
}

/** Decodes the entities of WebVTT and numeric ones, once. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    entity,
    (written, name: string | undefined, decimal: string | undefined, hex: string | undefined) => {
      if (name !== undefined) return namedEntities.get(name.toLowerCase()) ?? written;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return isCharacter(code) ? String.fromCodePoint(code) : written;
    },
  );
}

function isCharacter(code: number): boolean {
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
}
