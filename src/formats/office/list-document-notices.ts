import type { Notice } from '../../model/notice.js';
import type { LeftOut, SourceDocument } from './document.js';

/** What may be left out, one and many. */
const kinds: readonly { readonly kind: keyof LeftOut; readonly one: string; readonly many: string }[] = [
  { kind: 'deletions', one: '1 tracked deletion was', many: 'tracked deletions were' },
  { kind: 'hidden', one: '1 stretch of hidden text was', many: 'stretches of hidden text were' },
  { kind: 'embedded', one: '1 embedded document was', many: 'embedded documents were' },
  { kind: 'notes', one: '1 paragraph of footnotes was', many: 'paragraphs of footnotes were' },
  { kind: 'boxes', one: '1 paragraph in a text box was', many: 'paragraphs in text boxes were' },
];

/** What of a document was not read as speech, and whose names the file carries, masked. */
export function listDocumentNotices({ leftOut, people }: SourceDocument, file: string): readonly Notice[] {
  return [...listLeftOut(leftOut, file), ...tellPeople(people, file)];
}

function listLeftOut(leftOut: LeftOut, file: string): Notice[] {
  return kinds.flatMap(({ kind, one, many }): Notice[] => {
    const count = leftOut[kind];
    if (count === 0) return [];
    const message = `${count === 1 ? one : `${count} ${many}`} left out; the file still holds the words, so take them out of it before you share it`;
    return [{ severity: 'info', code: `${kind}-left-out`, message, place: { file } }];
  });
}

function tellPeople(people: readonly string[], file: string): Notice[] {
  const names = [...new Set(people.map((name) => name.trim()))].filter((name) => name !== '');
  if (names.length === 0) return [];
  const message = `the file's properties name ${names.map(maskName).join(', ')}: take personal properties out of it before you share it`;
  return [{ severity: 'caution', code: 'names-in-properties', message, place: { file } }];
}

/** Initials of a name: who knows the person knows them, who does not learns little. */
export function maskName(name: string): string {
  const initials = name.match(/(?<![\p{L}\p{N}])\p{L}/gu) ?? [];
  return initials.length === 0 ? 'somebody unnamed' : `${initials.slice(0, 3).join('.').toUpperCase()}.`;
}
