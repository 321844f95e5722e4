/** A value of a column; a blob is given as nothing. */
export type SqlValue = string | number | null;

/** A number of one to nine bytes, seven bits in each, and where it ends. Larger numbers than JavaScript holds are rounded. */
export function readVarint(bytes: Uint8Array, at: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let index = 0; index < 8; index++) {
    const byte = bytes[at + index] ?? 0;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, end: at + index + 1 };
  }
  return { value: value * 256 + (bytes[at + 8] ?? 0), end: at + 9 };
}

const widths = [0, 1, 2, 3, 4, 6, 8];

/** The values of a record (SQLite file format, §2.1): a header of types, then the values one after the other. */
export function readRecord(payload: Uint8Array): readonly SqlValue[] {
  const header = readVarint(payload, 0);
  const values: SqlValue[] = [];
  let body = header.value;
  for (let at = header.end; at < Math.min(header.value, payload.length); ) {
    const type = readVarint(payload, at);
    at = type.end;
    const size = sizeOf(type.value);
    values.push(readValue(payload.subarray(body, body + size), type.value));
    body += size;
  }
  return values;
}

function sizeOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2);
  if (type === 7) return 8;
  return widths[type] ?? 0;
}

function readValue(bytes: Uint8Array, type: number): SqlValue {
  if (type === 8 || type === 9) return type - 8;
  if (type === 7)
    return bytes.length < 8 ? null : new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0);
  if (type >= 13 && type % 2 === 1) return new TextDecoder().decode(bytes);
  if (type === 0 || type > 7 || bytes.length === 0) return null;
  return readInteger(bytes);
}

function readInteger(bytes: Uint8Array): number {
  let value = (bytes[0] ?? 0) >= 0x80 ? -1 : 0;
  for (const byte of bytes) value = value * 256 + byte;
  return value;
}
