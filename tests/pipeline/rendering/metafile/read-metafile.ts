export type Record = { readonly type: number; readonly view: DataView };

/** The records of an Enhanced Metafile; throws where their sizes do not add up to its own. */
export function readMetafile(bytes: Uint8Array): readonly Record[] {
  const records: Record[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length; ) {
    const size = view.getUint32(at + 4, true);
    if (size < 8 || size % 4 !== 0 || at + size > bytes.length) throw new Error(`a record of ${size} bytes`);
    records.push({
      type: view.getUint32(at, true),
      view: new DataView(bytes.buffer, bytes.byteOffset + at, size),
    });
    at += size;
  }
  return records;
}

/** The text of a record that writes one. */
export function readWords({ view }: Record): string {
  const length = view.getUint32(44, true);
  const from = view.getUint32(48, true);
  return Array.from({ length }, (_, at) => String.fromCharCode(view.getUint16(from + 2 * at, true))).join('');
}
