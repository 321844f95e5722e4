import type { TextLine } from './draft-turn.js';
import { type Opening, readOpening } from './speaker-label.js';

/** A line that may begin a turn. */
export type Candidate = {
  readonly opening: Opening;
  /** Of the line in the list of lines. */
  readonly index: number;
  readonly line: number;
  /** No other text stands directly above. */
  readonly startsBlock: boolean;
  readonly emphasised: boolean;
  readonly heading: boolean;
};

/** Finds the lines of a text that look as if they began a turn. */
export function readCandidates(lines: readonly TextLine[]): readonly Candidate[] {
  return lines
    .map((_line, index) => readCandidate(index, lines))
    .filter((candidate) => candidate !== undefined);
}

function readCandidate(index: number, lines: readonly TextLine[]): Candidate | undefined {
  const line = lines[index];
  if (line === undefined || line.code || line.text === '') return undefined;
  const opening = readMarkedOpening(line.text);
  if (opening === undefined || opening.style === 'clock') return undefined;
  const startsBlock = (lines[index - 1]?.text ?? '').trim() === '';
  if (line.heading && opening.style === 'colon' && opening.words !== '') return undefined;
  const isSet = line.emphasised === true || line.heading === true;
  if (opening.words === '' && !isSet && !isFollowed(opening, index, lines)) return undefined;
  const { emphasised = false, heading = false } = line;
  return { opening, index, line: line.line, startsBlock, emphasised, heading };
}

/** A mark may begin before the label; it then begins with the words. */
function readMarkedOpening(text: string): Opening | undefined {
  if (!/^\s*==[^\s=]/.test(text)) return readOpening(text);
  const opening = readOpening(text.trimStart().slice(2));
  return opening === undefined ? undefined : { ...opening, words: `==${opening.words}` };
}

/** A name on a line of its own stands directly above its words. */
function isFollowed({ style }: Opening, index: number, lines: readonly TextLine[]): boolean {
  if (style !== 'line' && style !== 'parenthesis') return true;
  return (lines[index + 1]?.text ?? '').trim() !== '';
}
