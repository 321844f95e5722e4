/** A random UUID (version 4). `crypto.randomUUID` is missing where the page comes from another machine without TLS. */
export function makeId(bytes: Uint8Array = crypto.getRandomValues(new Uint8Array(16))): string {
  const marked = Uint8Array.from(bytes, (byte, place) =>
    place === 6 ? (byte & 0x0f) | 0x40 : place === 8 ? (byte & 0x3f) | 0x80 : byte,
  );
  const hex = Array.from(marked, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
