const beyondBasic = /[\ud800-\udbff][\udc00-\udfff]/;

/** How many code points stand before each place of a text, places being in UTF-16 units. */
export function countPoints(text: string): (offset: number) => number {
  if (!beyondBasic.test(text)) return (offset) => offset;
  const counts = new Uint32Array(text.length + 1);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    counts[at] = count;
    const isPair = (text.codePointAt(at) ?? 0) > 0xffff;
    if (isPair) {
      at += 1;
      counts[at] = count;
    }
    count += 1;
  }
  counts[text.length] = count;
  return (offset) => counts[offset] ?? count;
}
