/** A speaker's name at the start of a line of speech, and the words after it. */
export type SpokenPrefix = { readonly label: string; readonly rest: string };

const longestLabel = 60;
const mostWordsOfALabel = 6;

/** What captions set before the words of a new speaker. */
const turnSign = /^(?:>>|[-–—](?=\s*[\p{L}[(]))\s*/u;
const bracketedName = /^\[([^\][:]{1,60})\](:?)(?:\s+|$)(.*)$/;
const nameInParentheses = /^\(([^()]{1,60})\)$/;
const numberedSpeaker = /^speaker[ _]?\w{1,3}$/i;
const sound =
  /applau|beep|cheer|chuckl|cough|cross ?talk|gasp|inaudible|indistinct|laugh|music|noise|paus|ring|sigh|silen|speaking|unintelligible/i;
const phoneNumber = /^\+?[\d ()*-]{7,}$/;
const particles = new Set([
  'al',
  'da',
  'de',
  'del',
  'den',
  'der',
  'di',
  'dos',
  'du',
  'el',
  'la',
  'le',
  'van',
  'von',
  'y',
  'of',
]);

/** What people write before a colon without meaning a speaker. */
const notNames = new Set(
  'actually and answer because but example finally first http https important yes no note nb okay ok ps question remember right second so then third update warning well'.split(
    ' ',
  ),
);

/**
 * Reads `Name: words`, `>> Name: words`, `- Name: words`, `[SPEAKER_00]: words`, `[SPEAKER_00] words`, or `(Name)`
 * on a line of its own.
 * `undefined` for a clock time, an address, a sound such as `(laughs)`, and whatever else cannot be a name.
 */
export function readSpokenPrefix(line: string): SpokenPrefix | undefined {
  if (!/[:[(]/.test(line)) return undefined;
  const text = line.trim().replace(turnSign, '');
  const prefix = readBracketed(text) ?? readInParentheses(text) ?? readBeforeColon(text);
  return prefix !== undefined && canBeName(prefix.label) ? prefix : undefined;
}

/** True where every word begins as a name does: a capital, a script without capitals, a digit, or a particle. */
export function isWrittenLikeName(label: string): boolean {
  return label
    .split(' ')
    .every((word) => particles.has(word) || /^[(+"'@#]?[\p{Lu}\p{Lt}\p{Lo}\d]/u.test(word));
}

function readBracketed(text: string): SpokenPrefix | undefined {
  const match = text.startsWith('[') ? bracketedName.exec(text) : null;
  if (match === null) return undefined;
  const [, label = '', colon, rest = ''] = match;
  return colon === ':' || numberedSpeaker.test(label) ? { label: label.trim(), rest } : undefined;
}

function readInParentheses(text: string): SpokenPrefix | undefined {
  const match = text.startsWith('(') ? nameInParentheses.exec(text) : null;
  const label = match?.[1]?.trim() ?? '';
  return isWrittenLikeName(label) ? { label, rest: '' } : undefined;
}

function readBeforeColon(text: string): SpokenPrefix | undefined {
  const colon = text.slice(0, longestLabel + 1).indexOf(':');
  if (colon < 1) return undefined;
  const rest = text.slice(colon + 1);
  if (rest !== '' && !/^\s/.test(rest)) return undefined;
  return { label: text.slice(0, colon).trim(), rest: rest.trim() };
}

function canBeName(label: string): boolean {
  if (notNames.has(label.toLowerCase()) || sound.test(label) || /[<>[\]{}?!;"“”]/.test(label)) return false;
  if (label.split(/\s+/, mostWordsOfALabel + 1).length > mostWordsOfALabel) return false;
  return /\p{L}/u.test(label) || phoneNumber.test(label);
}
