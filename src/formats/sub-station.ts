import type { Format, FormatReading, SourceText } from './format.js';
import { cleanCaption } from './turns/clean-caption.js';
import { giveReading } from './turns/give-reading.js';
import type { Cue } from './turns/join-cues.js';
import { nameCaptions } from './turns/name-captions.js';
import { readClock } from './turns/read-clock.js';
import { tidyWords } from './turns/tidy-words.js';

type Dialogue = {
  readonly startsAtMs: number | undefined;
  readonly endsAtMs: number | undefined;
  readonly name: string;
  readonly style: string;
  readonly text: string;
  readonly line: number;
};

/** What the events have in older files that do not list it. */
const usualFields = [
  'layer',
  'start',
  'end',
  'style',
  'name',
  'marginl',
  'marginr',
  'marginv',
  'effect',
  'text',
];

/** Advanced SubStation Alpha: one `Dialogue:` a line, with the speaker in the name or in the style. */
export const subStation: Format = {
  id: 'sub-station',
  label: 'SubStation captions',
  extensions: ['.ass', '.ssa'],
  recognise: ({ text }) =>
    /^\s*\[script info\]/i.test(text) || /^\[events\]\s*$/im.test(text.slice(0, 4000)) ? 1 : 0,
  read: (source) => readDialogues(source, listDialogues(source.text)),
};

function listDialogues(text: string): readonly Dialogue[] {
  let fields: readonly string[] = usualFields;
  const found: Dialogue[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const [, kind = '', rest = ''] = /^\s*(\[events\]|format|dialogue)\s*:?(.*)$/i.exec(line) ?? [];
    if (/^format$/i.test(kind)) fields = rest.split(',').map((field) => field.trim().toLowerCase());
    else if (/^dialogue$/i.test(kind)) found.push(readDialogue(rest, fields, index + 1));
  }
  return found;
}

/** The last field is the text, which may hold commas. */
function readDialogue(rest: string, fields: readonly string[], line: number): Dialogue {
  const cells = rest.split(',');
  const last = fields.length - 1;
  const cell = (field: string) => (cells[fields.indexOf(field)] ?? '').trim();
  return {
    startsAtMs: readClock(cell('start')),
    endsAtMs: readClock(cell('end')),
    name: cell('name') || cell('actor'),
    style: cell('style'),
    text: cells.slice(Math.max(0, last)).join(','),
    line,
  };
}

function readDialogues(source: SourceText, dialogues: readonly Dialogue[]): FormatReading {
  const styles = new Set(dialogues.map(({ style }) => style));
  const areNamed = dialogues.some(({ name }) => name !== '');
  if (!areNamed && styles.size < 2) return giveReading(source, { cues: readUnnamed(source, dialogues) });
  const cues = dialogues.flatMap(({ name, style, text, startsAtMs, endsAtMs, line }): Cue[] => {
    const words = tidyWords(listLines(text).map(cleanCaption).join(' '));
    const label = areNamed ? name : style.replace(/^\*?default$/i, '');
    return words === '' ? [] : [{ label, words, startsAtMs, endsAtMs, line }];
  });
  return giveReading(source, { cues });
}

/** Speakers may still be named in the words, as in other captions. */
function readUnnamed({ labels }: SourceText, dialogues: readonly Dialogue[]): readonly Cue[] {
  const captions = dialogues.map(({ startsAtMs, endsAtMs, text, line }) => ({
    id: '',
    startsAtMs,
    endsAtMs,
    line,
    lines: listLines(text).map((part) => ({ text: part, line, afterBlank: false })),
  }));
  return nameCaptions(captions, labels).flat();
}

/** `\N` and `\n` break a line, `\h` is a hard space. */
function listLines(text: string): readonly string[] {
  return text.replace(/\\h/g, ' ').split(/\\[Nn]/);
}
