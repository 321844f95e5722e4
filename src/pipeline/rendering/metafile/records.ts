/** Numbers of records, MS-EMF 2.1.1. */
export const records = {
  header: 1,
  windowExtent: 9,
  windowOrigin: 10,
  viewportExtent: 11,
  viewportOrigin: 12,
  end: 14,
  mapMode: 17,
  backgroundMode: 18,
  textAlign: 22,
  textColor: 24,
  select: 37,
  createPen: 38,
  createBrush: 39,
  remove: 40,
  createFont: 82,
  textOut: 84,
  polygon: 86,
  polyline: 87,
} as const;

/** One object is made at a time. */
export const OBJECT = 1;
/** Bounds that say nothing: programs work them out. */
export const noBounds = [0, 0, -1, -1];

/** Objects that are always there, MS-EMF 2.1.31. */
export const stock = { noBrush: 0x80000005, noPen: 0x80000008, font: 0x8000000d } as const;

/** Makes an object, draws with it, and takes it away, once another is in its place. */
export function use(create: Uint8Array, drawn: Uint8Array, after: number): readonly Uint8Array[] {
  return [
    create,
    record(records.select, words(OBJECT)),
    drawn,
    record(records.select, words(after)),
    record(records.remove, words(OBJECT)),
  ];
}

/** `#rrggbb` as a number with red in its lowest byte. */
export function readColour(hex: string): number {
  const value = Number.parseInt(hex.slice(1), 16);
  return ((value & 0xff) << 16) | (value & 0xff00) | (value >> 16);
}

/** 32-bit numbers, little-endian. */
export function words(...values: readonly number[]): Uint8Array {
  return new Uint8Array(Uint32Array.from(values, (value) => value >>> 0).buffer);
}

/** A record: its type, its size in bytes, what it holds. */
export function record(type: number, body: Uint8Array): Uint8Array {
  return join([words(type, 8 + body.length), body]);
}

/** Bytes one after the other. */
export function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
