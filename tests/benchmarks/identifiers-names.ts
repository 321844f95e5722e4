import { measureCasing } from '../../src/identifiers/names/measure-casing.js';
import { readKey } from '../../src/identifiers/names/read-key.js';
import { allowedWords } from '../../src/identifiers/words/allow-list.js';
import { openDictionary } from '../../src/identifiers/words/dictionary.js';
import type { Span } from '../../src/model/span.js';

export type Cover = 'full' | 'part' | 'none';

type MarkedSpan = Span & { readonly label: string };

/** Labels of the corpora by what they are called here; other labels are shown under their own names. */
const NAMES = new Set(['person', 'place', 'organisation']);
/** What has no capital in a name that is written with capitals. */
const small =
  /^(?:an?|the|of|for|and|on|in|at|by|to|with|de|des|del|della|di|da|do|dos|du|la|le|les|los|las|el|al|van|von|der|den|ter|bin|ibn|y|e|vs)$/u;
const possessive = /['’]s(?![\p{L}\p{N}])/giu;

export const isNamed = (label: string) => NAMES.has(label);

/** How many of a span's letters and digits are covered; a possessive ending is no part of a name. */
export function measureCover(text: string, span: Span, covered: Uint8Array): Cover {
  const own = text.slice(span.start, span.end).replace(possessive, (ending) => ' '.repeat(ending.length));
  let open = 0;
  let shut = 0;
  for (let index = 0; index < own.length; index++) {
    if (!/[\p{L}\p{M}\p{N}]/u.test(own[index] ?? '')) continue;
    if (covered[span.start + index] === 1) shut++;
    else open++;
  }
  if (open === 0) return 'full';
  return shut === 0 ? 'none' : 'part';
}

/** In which rows a marked span is counted: its label, and for a name how it is written. */
export function listRows(text: string, span: MarkedSpan): readonly string[] {
  if (!NAMES.has(span.label)) return [span.label];
  const writing = tellWriting(text.slice(span.start, span.end));
  const rows = [
    `${span.label}, written ${writing}`,
    `~ names written ${writing}`,
    '~~ names, however written',
  ];
  const isShared = writing === 'with capitals' && standsOnList(text.slice(span.start, span.end));
  return writing !== 'with capitals' || isShared
    ? rows
    : [...rows, `~ names written ${writing}, but for the shared list`];
}

/** A name without any capital is no cased text, one with a word in lower case only partly. */
function tellWriting(name: string): 'with capitals' | 'partly in lower case' | 'in lower case' {
  if (!/\p{Lu}/u.test(name)) return 'in lower case';
  const words = name.replace(possessive, '').match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.every((word) => /\p{Lu}/u.test(word) || small.test(word))
    ? 'with capitals'
    : 'partly in lower case';
}

const standsOnList = (name: string) => name.split(/\s+/u).every((word) => allowedWords.has(readKey(word)));

/** Why a name was missed, as far as its form tells. */
export function tellCause(text: string, { start, end }: Span, isPart: boolean): string {
  const name = text.slice(start, end);
  const writing = tellWriting(name);
  if (writing !== 'with capitals') return `written ${writing}`;
  if (standsOnList(name)) return 'on the shared list';
  if (/[#@]/.test(text.slice(Math.max(0, start - 1), end))) return 'hashtag or handle';
  if (measureCasing(text) !== 'cased') return 'text has nothing but capitals, or hardly any';
  if (isPart) return 'covered in part';
  const keys = name.split(/\s+/u).map(readKey);
  if (!keys.every((key) => openDictionary().words.has(key))) return 'other';
  return /(?:^|[.!?:;\n"“(-])\s*$/u.test(text.slice(0, start))
    ? 'everyday word that begins a sentence'
    : 'everyday word';
}
