import type { Span } from '../../model/span.js';
import type { NumberedText } from '../../text/number-words.js';
import { foldWord } from '../../text/tokenise.js';
import type { RemovableFillers } from './removable-fillers.js';

/** Numbers of the words of a stretch (in words) of a transcript that are fillers which may go. */
export function findRemovable(
  source: NumberedText,
  stretch: Span,
  fillers: RemovableFillers,
): ReadonlySet<number> {
  const found = new Set<number>();
  for (let word = stretch.start; word < stretch.end; ) {
    const length = measureFiller(source, { start: word, end: stretch.end }, fillers);
    for (let each = word; each < word + length; each++) found.add(each);
    word += Math.max(1, length);
  }
  return found;
}

/** What stands before a word of a transcript, behind the last one. */
export function readSigns(source: NumberedText, word: number): string {
  const spans = source.spans();
  return source.text.slice(spans[word - 1]?.end ?? 0, spans[word]?.start ?? source.text.length);
}

/** How many words the filler has that a stretch begins with; 0 where it begins with none. */
function measureFiller(source: NumberedText, { start, end }: Span, fillers: RemovableFillers): number {
  if (fillers.hesitations.has(readWords(source, start, start + 1))) return 1;
  for (let length = Math.min(fillers.longest, end - start); length > 0; length--) {
    const isAside = fillers.asides.has(readWords(source, start, start + length));
    if (isAside && isSetOff(source, start) && isSetOff(source, start + length)) return length;
  }
  return 0;
}

/** Whether signs stand before a word, or it begins or ends what somebody says. */
function isSetOff(source: NumberedText, word: number): boolean {
  const signs = readSigns(source, word);
  return signs.includes('\n') || signs.trim() !== '' || word === 0;
}

function readWords(source: NumberedText, from: number, to: number): string {
  return source
    .spans()
    .slice(from, to)
    .map(({ start, end }) => foldWord(source.text.slice(start, end)))
    .join(' ');
}
