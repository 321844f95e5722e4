/** Word's text markers (ECMA-376 part 1, §17.18.40), in lower case, as red, green and blue. */
const markers: ReadonlyMap<string, string> = new Map([
  ['yellow', 'ffff00'],
  ['green', '00ff00'],
  ['cyan', '00ffff'],
  ['magenta', 'ff00ff'],
  ['blue', '0000ff'],
  ['red', 'ff0000'],
  ['darkblue', '00008b'],
  ['darkcyan', '008b8b'],
  ['darkgreen', '006400'],
  ['darkmagenta', '800080'],
  ['darkred', '8b0000'],
  ['darkyellow', '808000'],
  ['darkgray', 'a9a9a9'],
  ['lightgray', 'd3d3d3'],
  ['orange', 'ffa500'],
  ['pink', 'ffc0cb'],
  ['purple', '800080'],
]);

/** The same markers as programs write them outside Word's own format. */
const sameMarker: ReadonlyMap<string, string> = new Map([
  ['000080', '00008b'],
  ['008080', '008b8b'],
  ['008000', '006400'],
  ['800000', '8b0000'],
  ['808080', 'a9a9a9'],
  ['c0c0c0', 'd3d3d3'],
]);

const hex = /^#?([\da-f]{6})(?:[\da-f]{2})?$/;
const shortHex = /^#([\da-f])([\da-f])([\da-f])[\da-f]?$/;
const channels = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+[\d.]+%?)?\s*\)$/;

/**
 * One form, `#rrggbb`, of a colour that a text can be marked with: a marker's name, hex digits or `rgb(…)`. Undefined for
 * what is no colour, and for white and black, which mark nothing.
 */
export function readColour(written: string): string | undefined {
  const text = written.trim().toLowerCase();
  const digits = markers.get(text) ?? hex.exec(text)?.[1] ?? readShort(text) ?? readChannels(text);
  if (digits === undefined || digits === 'ffffff' || digits === '000000') return undefined;
  return `#${sameMarker.get(digits) ?? digits}`;
}

function readShort(text: string): string | undefined {
  const [, red, green, blue] = shortHex.exec(text) ?? [];
  return red === undefined ? undefined : `${red}${red}${green}${green}${blue}${blue}`;
}

function readChannels(text: string): string | undefined {
  const match = channels.exec(text);
  if (match === null) return undefined;
  return match
    .slice(1, 4)
    .map((value) => Math.min(255, Number(value)).toString(16).padStart(2, '0'))
    .join('');
}
