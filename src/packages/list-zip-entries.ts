/** One file within a zip, as the zip's directory tells it. */
export type ZipEntry = {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly checksum: number;
  /** Bytes in the zip, and bytes once inflated. */
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
};

type Directory = { readonly start: number; readonly end: number; readonly shift: number };

/** Signatures of PKWARE's APPNOTE.TXT 6.3.10, §4.3, read as little-endian numbers. */
const END = 0x06054b50;
const END_64_LOCATOR = 0x07064b50;
const END_64 = 0x06064b50;
const HEADER = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_BYTES = 22;
const HEADER_BYTES = 46;
const LONGEST_COMMENT = 0xffff;
/** Stands where the number is in the entry's 64-bit field. */
const IN_FIELD_64 = 0xffffffff;

/** The entries of a zip in the order of its directory; undefined where the bytes are no whole zip. */
export function listZipEntries(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  if (directory === undefined) return undefined;
  const entries: ZipEntry[] = [];
  for (let at = directory.start; at < directory.end; ) {
    if (at + HEADER_BYTES > directory.end || view.getUint32(at, true) !== HEADER) return undefined;
    const next = at + HEADER_BYTES + sumLengths(view, at);
    if (next > directory.end) return undefined;
    entries.push(readHeader(bytes, { view, at, next, shift: directory.shift }));
    at = next;
  }
  return entries;
}

/** The packed bytes of an entry; undefined where its local header or they are not within the zip. */
export function cutPackedBytes(bytes: Uint8Array, { offset, packedSize }: ZipEntry): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!(offset >= 0 && offset + 30 <= bytes.length)) return undefined;
  if (view.getUint32(offset, true) !== LOCAL_HEADER) return undefined;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return start + packedSize <= bytes.length ? bytes.subarray(start, start + packedSize) : undefined;
}

function findDirectory(view: DataView): Directory | undefined {
  const lowest = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= lowest; at--) {
    if (view.getUint32(at, true) === END) return readEnd64(view, at) ?? readEnd(view, at);
  }
  return undefined;
}

function readEnd(view: DataView, end: number): Directory | undefined {
  return placeDirectory(view.getUint32(end + 12, true), view.getUint32(end + 16, true), end);
}

function readEnd64(view: DataView, end: number): Directory | undefined {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== END_64_LOCATOR) return undefined;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (!(at + 56 <= locator) || view.getUint32(at, true) !== END_64) return undefined;
  const size = Number(view.getBigUint64(at + 40, true));
  return placeDirectory(size, Number(view.getBigUint64(at + 48, true)), at);
}

/** The directory ends where its end record begins: bytes put before the zip shift every offset in it. */
function placeDirectory(size: number, offset: number, end: number): Directory | undefined {
  const start = end - size;
  return start >= 0 && offset <= start ? { start, end, shift: start - offset } : undefined;
}

function sumLengths(view: DataView, at: number): number {
  return view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
}

type Header = { readonly view: DataView; readonly at: number; readonly next: number; readonly shift: number };

function readHeader(bytes: Uint8Array, { view, at, next, shift }: Header): ZipEntry {
  const nameEnd = at + HEADER_BYTES + view.getUint16(at + 28, true);
  const extra = { start: nameEnd, end: Math.min(next, nameEnd + view.getUint16(at + 30, true)) };
  const wanted = [at + 24, at + 20, at + 42].map((field) => view.getUint32(field, true));
  const [size = 0, packedSize = 0, offset = 0] = fillFrom64(view, wanted, extra);
  return {
    name: decodeName(bytes.subarray(at + HEADER_BYTES, nameEnd)),
    method: view.getUint16(at + 10, true),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    checksum: view.getUint32(at + 16, true),
    packedSize,
    size,
    offset: offset + shift,
  };
}

/** Numbers that do not fit 32 bits stand, in order, in the extra field 1 (APPNOTE §4.5.3). */
function fillFrom64(
  view: DataView,
  numbers: readonly number[],
  extra: { readonly start: number; readonly end: number },
): readonly number[] {
  let from = extra.end;
  for (let at = extra.start; at + 4 <= extra.end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 1) {
      from = at + 4;
      break;
    }
  }
  return numbers.map((value) => {
    if (value !== IN_FIELD_64 || from + 8 > extra.end) return value;
    from += 8;
    return Number(view.getBigUint64(from - 8, true));
  });
}

/** UTF-8, as every program writes today; what is not is read byte by byte. */
function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return String.fromCharCode(...bytes);
  }
}
