import { ToolkitError } from '../../errors.js';
import type { Notice } from '../../model/notice.js';
import type { FormatReading, Interview, SourceText } from '../format.js';
import { acceptLabels } from '../turns/accept-labels.js';
import { type FrontMatter, readFrontMatter } from '../turns/read-front-matter.js';
import { readLabelledText } from '../turns/read-labelled-text.js';
import { readMarks } from '../turns/read-marks.js';
import { foldLabel, isKnownLabel } from '../turns/role-labels.js';
import { readOpening } from '../turns/speaker-label.js';
import type { SourceDocument } from './document.js';
import { type DocumentLine, type LaidDocument, layDocument } from './lay-document.js';
import { listDocumentNotices } from './list-document-notices.js';
import { placeMarks } from './place-marks.js';
import { placeTurns } from './place-words.js';
import { readDocumentTable } from './read-document-table.js';

/**
 * Makes turns and marks of a word processor's document, by the same labels as plain text: an interview reads the same in
 * every format. A document that is mostly a table of turns is read as a table. Throws `ToolkitError` `document-too-long`.
 */
export function readDocument(source: SourceText, document: SourceDocument): FormatReading {
  refuseLongDocument(source.name, document);
  const laid = layDocument(document, source.labels);
  const read = readDocumentTable(source, document, laid) ?? readLines(source, laid);
  const { interview, places, notices } = read;
  const placed = placeMarks({ file: source.name, document, laid, places, turns: interview.turns });
  const marks = [...interview.marks, ...placed.marks].sort(
    (a, b) => a.from.turn - b.from.turn || a.from.offset - b.from.offset,
  );
  return {
    interviews: [{ ...interview, marks }],
    notices: [...notices, ...placed.notices, ...listDocumentNotices(document, source.name)],
    authors: placed.authors,
  };
}

/** Ten times the turns of thirty hours of speech: what has more was made by no person, and would take gigabytes. */
const MOST_PARAGRAPHS = 200_000;
/** Over the whole document. Word splits sentences into runs whenever somebody edits them: some twenty a paragraph. */
const MOST_RUNS = 1_000_000;

function refuseLongDocument(file: string, { paragraphs }: SourceDocument): void {
  const runs = paragraphs.reduce((sum, paragraph) => sum + paragraph.runs.length, 0);
  if (paragraphs.length <= MOST_PARAGRAPHS && runs <= MOST_RUNS) return;
  const isSplit = paragraphs.length <= MOST_PARAGRAPHS;
  const [found, most, what] = isSplit
    ? [runs, MOST_RUNS, 'changes of look']
    : [paragraphs.length, MOST_PARAGRAPHS, 'paragraphs'];
  const show = (count: number) => count.toLocaleString('en');
  throw new ToolkitError(
    'document-too-long',
    `${file} has ${show(found)} ${what}; at most ${show(most)} are read.`,
    {
      hint: 'Split it into one file per interview, or save its words alone, as plain text.',
      place: { file },
    },
  );
}

type LinesReading = Pick<FormatReading, 'notices'> & {
  readonly interview: Interview;
  readonly places: ReturnType<typeof placeTurns>;
};

function readLines(source: SourceText, laid: LaidDocument): LinesReading {
  const { name: file, labels } = source;
  const frontMatter = readTop(file, laid.lines);
  const lines = tightenNames(laid.lines.slice(laid.lines.length - frontMatter.lines.length), labels);
  const labelled = readLabelledText(lines, { file, labels });
  const marked = readMarks(labelled.drafts, { syntax: 'plain', file });
  const { participant, date } = frontMatter;
  return {
    interview: {
      ...(participant === undefined ? {} : { participant }),
      ...(date === undefined ? {} : { date }),
      turns: marked.turns,
      marks: marked.marks,
      cues: marked.turns.filter(({ startsAtMs }) => startsAtMs !== undefined).length,
    },
    places: placeTurns(laid, labelled.drafts, marked.turns),
    notices: [...frontMatter.notices, ...labelled.notices, ...marked.notices].map(callParagraphs),
  };
}

/** Front matter in paragraphs of its own; its notices point at paragraphs. */
function readTop(file: string, lines: readonly DocumentLine[]): FrontMatter {
  const first = lines.find(({ text }) => text.trim() !== '');
  if (first?.text.trim() !== '---') return { lines, notices: [] };
  const read = readFrontMatter({
    name: file,
    text: lines
      .map(({ text }) => text)
      .join('\n')
      .trimStart(),
  });
  const notices = read.notices.map(({ place, ...notice }) => ({
    ...notice,
    place: { ...place, line: lines[(place.line ?? 1) - 1]?.line ?? 1 },
  }));
  return { ...read, notices };
}

/** Names in paragraphs of their own belong directly above their words: the blank line between them goes. */
function tightenNames(
  lines: readonly DocumentLine[],
  labels: readonly string[] | undefined,
): readonly DocumentLine[] {
  if (acceptLabels(lines, labels).openings.size > 0) return lines;
  const ofStudy = new Set(labels?.map(foldLabel));
  const names = lines.map(({ text }) => readOwnName(text));
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const isName = (name: string) =>
    name !== '' && (isKnownLabel(name) || ofStudy.has(foldLabel(name)) || (counts.get(name) ?? 0) > 1);
  return lines.filter(({ text }, index) => text.trim() !== '' || !isName(names[index - 1] ?? ''));
}

/** The name that a line is, and nothing else; empty where it is none. */
function readOwnName(text: string): string {
  const opening = readOpening(text);
  return opening?.style === 'line' || opening?.style === 'parenthesis' ? opening.label : '';
}

/** Documents have no lines that anybody could count. */
function callParagraphs(notice: Notice): Notice {
  return { ...notice, message: notice.message.replace(/^line(s?) (?=\d)/, 'paragraph$1 ') };
}
