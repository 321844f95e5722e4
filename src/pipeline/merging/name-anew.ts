import type { ExchangedCoder, ExchangedParticipant } from '../../exchanges/exchange.js';
import { coderSchema } from '../../model/settings.js';
import { hashText } from '../../text/hash-text.js';

/** What is a code rather than somebody's name: `P07`, `admin-1`, `Participant 3`. */
const codeLike = /^\p{L}{0,14}[-_ ]?\d{1,5}$/u;

/**
 * The code of a coder. A study keeps no names: a name of another tool becomes initials with two digits that are derived
 * from it, so that the same import gives the same code.
 */
export function nameCoder({ key, name, isCode }: ExchangedCoder, known: ReadonlySet<string>): string {
  const isUsable = coderSchema.safeParse(name).success;
  if (isUsable && (isCode || known.has(name) || /^\p{Ll}{1,3}$/u.test(name) || codeLike.test(name)))
    return name;
  const letters = initialsOf(name).toLowerCase() || 'c';
  return `${letters}-${hashText(`${key}\n${name}`).slice(0, 2)}`;
}

/** `Jane Smith` → `JS` */
export function initialsOf(name: string): string {
  return name
    .normalize('NFC')
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) => [...word][0] ?? [])
    .slice(0, 3)
    .join('')
    .toUpperCase();
}

/**
 * The id of a participant. What looks like a code stays; a name becomes `C` and four digits that are derived from the
 * case, so that the same import gives the same id.
 */
export function nameParticipant(
  { key, name, consent }: ExchangedParticipant,
  known: ReadonlySet<string>,
): string {
  if (consent !== undefined || known.has(name)) return name;
  const found = [...known].find((id) => id.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  if (codeLike.test(name)) return name.replaceAll(' ', '-');
  const digits = Number.parseInt(hashText(`${key}\n${name}`).slice(0, 8), 16) % 10_000;
  return `C${String(digits).padStart(4, '0')}`;
}

/** A transcript's id, which is also a file's name: nothing that leaves the folder or is not read. */
export function nameTranscript(name: string): string {
  const bare = name
    .normalize('NFC')
    .replace(/(?<=.)\.(?:txt|docx?|odt|rtf|pdf|md|html?|mp3|mp4|wav|m4a)$/i, '')
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cs}]+/gu, '-')
    .replace(/^[\s.-]+|[\s.]+$/g, '')
    .slice(0, 80)
    .trim();
  if (bare === '') return 'transcript';
  return /^readme(?:\.|$)/i.test(bare) ? `text-${bare}` : bare;
}

/** Whether an id had to be made instead of a name. */
export function isDerived(id: string, name: string): boolean {
  return id.toLowerCase() !== name.replaceAll(' ', '-').toLowerCase();
}

/** The name, or the name with the first free number from 2 on; takes it. Names that differ in case only are one. */
export function takeFree(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name}-${number}`;
  taken.add(free.toLowerCase());
  return free;
}
