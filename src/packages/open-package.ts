import { ToolkitError } from '../errors.js';
import { computeChecksum } from './compute-checksum.js';
import { inflateBytes, inflatePieces } from './inflate-bytes.js';
import { cutPackedBytes, listZipEntries, type ZipEntry } from './list-zip-entries.js';

/** A source file as it is on disk. */
export type SourceBytes = { readonly name: string; readonly bytes: Uint8Array };

/** An opened zip of parts: .docx, .odt, .xlsx, .qdpx. Nothing is inflated before it is asked for. */
export type OfficePackage = {
  readonly file: string;
  /** The files in it, in the order of its directory, with their bytes once inflated. */
  readonly parts: readonly { readonly name: string; readonly size: number }[];
  /** Whether it holds a part. Names are told apart as in OPC: without regard to case, a slash at the front or `\`. */
  has(name: string): boolean;
  /**
   * The bytes of a part, checked against its checksum; undefined where there is no such part. They are inflated anew each
   * time, since a package that kept them would hold all of itself twice. Throws `ToolkitError` `damaged-package`,
   * `package-too-large`, `protected-package` or `unsupported-package`.
   */
  read(name: string): Uint8Array | undefined;
  /** As `read`, but piece by piece, so that never all is held; damage is told where it is met, at the end at the latest. */
  readPieces(name: string): Iterable<Uint8Array> | undefined;
};

export type PackageLimits = {
  /** Bytes of all parts that are read from one package; of one that is read twice, twice. */
  readonly total: number;
  /** Parts that inflate to more bytes than `free` may be at most `ratio` times what they are in the zip. */
  readonly free: number;
  readonly ratio: number;
};

/** Far above what office programs write, far below what a bomb needs: deflate packs up to 1,032 bytes into one. */
export const packageLimits: PackageLimits = { total: 200_000_000, free: 10_000_000, ratio: 100 };
const STORED = 0;
const DEFLATED = 8;
const oldOffice = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Opens a zip of parts and reads its directory. Names are never used as paths: a name that climbs out of its folder
 * and two parts of one name are refused. Throws `ToolkitError` `damaged-package` or `protected-package`.
 */
export function openPackage(
  { name: file, bytes }: SourceBytes,
  limits: PackageLimits = packageLimits,
): OfficePackage {
  if (oldOffice.every((byte, at) => bytes[at] === byte)) throw isProtected(file);
  const entries = listZipEntries(bytes);
  if (entries === undefined) throw isDamaged(file, 'it is not a whole zip archive');
  const byName = indexEntries(file, entries);
  let left = limits.total;
  const findPacked = (name: string): PackedEntry | undefined => {
    const entry = byName.get(foldName(name));
    if (entry === undefined) return undefined;
    refuseBomb(file, entry, { ...limits, total: left });
    left -= entry.size;
    return { file, entry, packed: cutEntry(file, bytes, entry) };
  };
  return {
    file,
    parts: [...byName.values()].map(({ name, size }) => ({ name: unifyName(name), size })),
    has: (name) => byName.has(foldName(name)),
    read: (name) => {
      const found = findPacked(name);
      return found === undefined ? undefined : unpackWhole(found);
    },
    readPieces: (name) => {
      const found = findPacked(name);
      return found === undefined ? undefined : unpackPieces(found);
    },
  };
}

function indexEntries(file: string, entries: readonly ZipEntry[]): ReadonlyMap<string, ZipEntry> {
  const byName = new Map<string, ZipEntry>();
  for (const entry of entries) {
    if (/[\\/]$/.test(entry.name)) continue;
    const key = foldName(entry.name);
    const climbs = key === '' || key.includes('\0') || key.split('/').includes('..');
    if (climbs) throw isDamaged(file, 'a file in it has a name that no office program writes');
    if (byName.has(key)) throw isDamaged(file, 'two files in it have the same name');
    byName.set(key, entry);
  }
  return byName;
}

function refuseBomb(file: string, { size, packedSize }: ZipEntry, limits: PackageLimits): void {
  const isSwollen = size > limits.free && size > packedSize * limits.ratio;
  if (size <= limits.total && !isSwollen) return;
  throw new ToolkitError('package-too-large', `${file} unpacks to more than is read`, {
    hint: 'Check that it is what its name says; take large pictures and recordings out of it.',
    place: { file },
  });
}

type PackedEntry = { readonly file: string; readonly entry: ZipEntry; readonly packed: Uint8Array };

function cutEntry(file: string, bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.isEncrypted) throw isProtected(file);
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw new ToolkitError('unsupported-package', `${file} is packed by a method that is not read`, {
      hint: 'Open it in the program that made it and save it again.',
      place: { file },
    });
  }
  const packed = cutPackedBytes(bytes, entry);
  if (packed === undefined) throw isDamaged(file, 'it is cut off');
  if (entry.method === STORED && packed.length !== entry.size) throw isDamagedPart(file, entry);
  return packed;
}

function unpackWhole({ file, entry, packed }: PackedEntry): Uint8Array {
  const part = entry.method === DEFLATED ? inflateBytes(packed, entry.size) : packed;
  if (part === undefined || computeChecksum(part) !== entry.checksum) throw isDamagedPart(file, entry);
  return part;
}

function* unpackPieces({ file, entry, packed }: PackedEntry): Generator<Uint8Array> {
  let checksum = 0;
  let size = 0;
  try {
    for (const piece of entry.method === DEFLATED ? inflatePieces(packed) : [packed]) {
      checksum = computeChecksum(piece, checksum);
      size += piece.length;
      if (size > entry.size) break;
      yield piece;
    }
  } catch {
    throw isDamagedPart(file, entry);
  }
  if (size !== entry.size || checksum !== entry.checksum) throw isDamagedPart(file, entry);
}

const isDamagedPart = (file: string, { name }: ZipEntry) =>
  isDamaged(file, `its part ${showName(name)} cannot be unpacked`);

function unifyName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '');
}

function foldName(name: string): string {
  return unifyName(name).toLowerCase();
}

function showName(name: string): string {
  return name.replace(/[^\x20-\x7e]/g, '?').slice(0, 80);
}

function isDamaged(file: string, reason: string): ToolkitError {
  return new ToolkitError('damaged-package', `${file} is damaged: ${reason}`, {
    hint: 'Copy it again from where it came, or open it in the program that made it and save it again.',
    place: { file },
  });
}

function isProtected(file: string): ToolkitError {
  return new ToolkitError(
    'protected-package',
    `${file} is protected by a password, or an old Office document`,
    {
      hint: 'Save it again without a password, in the current format (.docx, .xlsx).',
      place: { file },
    },
  );
}
