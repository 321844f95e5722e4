import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  scryptSync,
  timingSafeEqual,
} from 'node:crypto';
import { ToolkitError } from '../../errors.js';
import { type KeyContents, type KeyEnvelope, keyContentsSchema } from '../../model/pseudonym-key.js';

/** scrypt's N that OWASP's password storage cheat sheet recommends with r = 8 and p = 1: 128 MB, a third of a second. */
export const USUAL_COST = 2 ** 17;
const SALT_BYTES = 16;
const IV_BYTES = 12;
const KEY_BYTES = 32;
const CHECK_BYTES = 16;

type Kdf = KeyEnvelope['kdf'];

/** What a passphrase becomes with one salt: made once a run, since it is slow on purpose. */
export type DerivedKey = { readonly kdf: Kdf; readonly cipherKey: Buffer; readonly check: Buffer };

/** The settings of a new key file, with a salt of its own. */
export function chooseKdf(cost: Kdf['N'] = USUAL_COST): Kdf {
  return { name: 'scrypt', N: cost, r: 8, p: 1, salt: randomBytes(SALT_BYTES).toString('base64') };
}

/** A secret for a study's hashes. */
export const makeSecret = () => randomBytes(KEY_BYTES).toString('base64');

/** Derives the key by scrypt (RFC 7914). A passphrase typed on another keyboard counts as the same by NFC. */
export function deriveKey(passphrase: string, kdf: Kdf): DerivedKey {
  const { N, r, p, salt } = kdf;
  const maxmem = 256 * N * r;
  const bytes = scryptSync(passphrase.normalize('NFC'), Buffer.from(salt, 'base64'), 2 * KEY_BYTES, {
    N,
    r,
    p,
    maxmem,
  });
  const check = createHmac('sha256', bytes.subarray(KEY_BYTES)).update('themeloom-key check').digest();
  return { kdf, cipherKey: bytes.subarray(0, KEY_BYTES), check: check.subarray(0, CHECK_BYTES) };
}

/** Encrypts by AES-256-GCM under an initialisation vector of its own; the settings are authenticated with the data. */
export function sealContents(contents: KeyContents, { kdf, cipherKey, check }: DerivedKey): KeyEnvelope {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', cipherKey, iv);
  cipher.setAAD(describeSettings(kdf));
  const data = Buffer.concat([cipher.update(JSON.stringify(contents), 'utf8'), cipher.final()]);
  const sealed = {
    format: 'themeloom-key' as const,
    version: 1 as const,
    kdf,
    check: check.toString('base64'),
    cipher: {
      name: 'aes-256-gcm' as const,
      iv: iv.toString('base64'),
      tag: cipher.getAuthTag().toString('base64'),
    },
    data: data.toString('base64'),
  };
  return { ...sealed, checksum: sumEnvelope(sealed) };
}

const describeSettings = (kdf: Kdf) =>
  Buffer.from(JSON.stringify(['themeloom-key', 1, kdf.N, kdf.r, kdf.p, kdf.salt]));

/** SHA-256 of all but the checksum: no secret, it finds accidents only. */
export function sumEnvelope({ kdf, check, cipher, data }: Omit<KeyEnvelope, 'checksum'>): string {
  const parts = [describeSettings(kdf).toString(), check, cipher.iv, cipher.tag, data];
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}

/** Decrypts. Throws `ToolkitError` `wrong-passphrase`, or `key-file-damaged` where the file was changed on purpose. */
export function openEnvelope(envelope: KeyEnvelope, derived: DerivedKey, file: string): KeyContents {
  if (!timingSafeEqual(derived.check, Buffer.from(envelope.check, 'base64'))) {
    throw new ToolkitError('wrong-passphrase', `the passphrase does not open ${file}`, {
      hint: 'Try again. Without the passphrase nobody can tell who is who, and this cannot be helped.',
      place: { file },
    });
  }
  const contents = decrypt(envelope, derived);
  if (contents === undefined) throw refuseDamaged(file);
  return contents;
}

function decrypt(
  { cipher: { iv, tag }, data }: KeyEnvelope,
  { kdf, cipherKey }: DerivedKey,
): KeyContents | undefined {
  try {
    const decipher = createDecipheriv('aes-256-gcm', cipherKey, Buffer.from(iv, 'base64'));
    decipher.setAAD(describeSettings(kdf));
    decipher.setAuthTag(Buffer.from(tag, 'base64'));
    const text = Buffer.concat([decipher.update(Buffer.from(data, 'base64')), decipher.final()]).toString(
      'utf8',
    );
    return keyContentsSchema.safeParse(JSON.parse(text)).data;
  } catch {
    // The engine's message may quote what was decrypted: it is not passed on.
    return undefined;
  }
}

export function refuseDamaged(file: string): ToolkitError {
  return new ToolkitError('key-file-damaged', `${file} is no key file, or is damaged`, {
    hint: 'Take it from a backup. Nothing was changed.',
    place: { file },
  });
}
