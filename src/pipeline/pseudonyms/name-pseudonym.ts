import { remember } from '../../text/remember.js';
import { foldIdentifier } from './split-runs.js';

/** What a pseudonym says of the string that it stands for, by the kind of the identifier. */
const nouns: ReadonlyMap<string, string> = new Map([
  ['name', 'Person'],
  ['person', 'Person'],
  ['speaker', 'Person'],
  ['place', 'Place'],
  ['organisation', 'Employer'],
  ['email-address', 'Email'],
  ['web-address', 'Web address'],
  ['handle', 'Handle'],
  ['phone-number', 'Phone number'],
  ['long-number', 'Number'],
  ['card-number', 'Card number'],
  ['iban', 'Account'],
  ['date-of-birth', 'Date of birth'],
  ['age', 'Age'],
  ['postcode', 'Postcode'],
  ['street-address', 'Address'],
  ['ip-address', 'IP address'],
]);
/** Counted by letters, as in `[Employer A]`. */
const lettered = new Set(['Employer', 'Organisation', 'Company', 'Client', 'Team', 'Product']);
const counted = /\s(?:\d+|[A-Z]{1,2})$/;

/** The noun for a kind: its own words where no other is known. */
export function nameKind(kind: string): string {
  const words = kind.replaceAll('-', ' ');
  return nouns.get(kind) ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a researcher wrote without its brackets, in single spaces. */
export function bareWords(written: string): string {
  return written
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\[(.*)\]$/, '$1')
    .trim();
}

/** Whether words can stand in any format of transcript: letters, digits, spaces and `. ' ( ) / -`. */
export function isFitForText(bare: string): boolean {
  return bare.length <= 80 && /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .'’()/–-]*$/u.test(bare);
}

/** Whether a pseudonym ends in a number or a letter that tells it from its like. */
export function isCounted(bare: string): boolean {
  return counted.test(bare);
}

/** Every pseudonym that is taken is tried again for the next one. */
const foldPseudonym = remember(foldIdentifier);

/** The first `[Noun 1]` or `[Employer A]` that is not taken (folded by `foldIdentifier`). */
export function countPseudonym(noun: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const pseudonym = `[${noun} ${lettered.has(noun) ? toLetters(number) : number}]`;
    if (!taken.has(foldPseudonym(pseudonym))) return pseudonym;
  }
}

/** 1 is A, 26 is Z, 27 is AA. */
function toLetters(number: number): string {
  const rest = Math.floor((number - 1) / 26);
  return (rest === 0 ? '' : toLetters(rest)) + String.fromCharCode(65 + ((number - 1) % 26));
}

/** Folded form of everything in a text that looks like a pseudonym. */
export function listPseudonyms(text: string): readonly string[] {
  return [...text.matchAll(/\[\p{L}[\p{L} .'’()/–-]{0,76} (?:\d{1,5}|[A-Z]{1,2})\]/gu)].map(([match]) =>
    foldIdentifier(match),
  );
}
