import { windows1252High } from '../../text/decode-bytes.js';

const known = new Map<string, InstanceType<typeof TextDecoder>>();

/** Bytes of one encoding, by its name of the WHATWG, as text; what is none of its characters becomes U+FFFD. */
export function decodeCharacters(bytes: readonly number[], encoding: string): string {
  if (encoding === 'windows-1252') return bytes.map(decodeWestern).join('');
  const decoder = known.get(encoding) ?? new TextDecoder(encoding);
  known.set(encoding, decoder);
  return decoder.decode(Uint8Array.from(bytes));
}

function decodeWestern(byte: number): string {
  return byte >= 0x80 && byte < 0xa0 ? windows1252High.charAt(byte - 0x80) : String.fromCharCode(byte);
}
