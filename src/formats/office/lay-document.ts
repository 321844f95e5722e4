import type { TextLine } from '../turns/draft-turn.js';
import { readClock } from '../turns/read-clock.js';
import { foldLabel, isKnownLabel } from '../turns/role-labels.js';
import { looksLikeName, readOpening } from '../turns/speaker-label.js';
import { type DocumentParagraph, joinDocumentRuns, type SourceDocument } from './document.js';
import { labelTableRows, type TurnCell } from './label-table-rows.js';

/** A line of a document as the label reader takes it. */
export type DocumentLine = TextLine & {
  /** As it stands in the document. */
  readonly source: string;
  /** Its characters without white space: numbers of the first, and of the first that is no longer in it. */
  readonly from: number;
  readonly to: number;
};

/** A run that is marked, by its characters without white space. */
export type MarkedStretch = {
  readonly from: number;
  readonly to: number;
  /** Number of its paragraph. */
  readonly paragraph: number;
  readonly colour?: string;
  readonly commentIds: readonly string[];
};

export type LaidDocument = {
  /** Paragraphs are parted by blank lines; the line of a line is the number of its paragraph. */
  readonly lines: readonly DocumentLine[];
  /** All characters of the document but white space, in reading order: what words and marks are laid upon. */
  readonly characters: string;
  readonly stretches: readonly MarkedStretch[];
  /** Where the characters of each paragraph begin; one more than there are paragraphs. */
  readonly starts: readonly number[];
};

/** UTF-16 units: what is set apart beyond is a sentence and no name. */
const LONGEST_LEAD = 80;
/** Paragraphs that tell date, place and people above an interview. */
const MOST_METADATA = 15;
const metadataLine = /^[\p{L}][^:\n]{0,30}:\s*\S.{0,80}$/u;
const dateLine = /^(?:date|project|recording|datum|fecha|data)\s*:/i;
const teamsEvent = /^\P{L}*\p{L}.{0,60} (?:started|stopped) transcription\s*$/u;

/** Lays a document out as lines for the label reader, with the place of every character and mark. */
export function layDocument(document: SourceDocument, labels: readonly string[] = []): LaidDocument {
  const paragraphs = dropUsualLook(document.paragraphs);
  const hasSpeechInHeadings = isMostlyHeadings(paragraphs);
  const names = listLeads(paragraphs, labels);
  const metadata = countMetadata(paragraphs);
  const cells = labelTableRows(paragraphs);
  const lines: DocumentLine[] = [];
  const stretches: MarkedStretch[] = [];
  const starts = [0];
  const packed: string[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const start = starts[index] ?? 0;
    const isHeading = paragraph.isHeading && !hasSpeechInHeadings;
    const cell = cells.get(paragraph.number);
    const laid = layParagraph({ ...paragraph, isHeading }, start, names);
    for (const line of cell === undefined ? laid : laid.map((each, at) => layCell(each, at, cell)))
      lines.push(line);
    if (index >= metadata - 1) lines.push(blankLine(paragraph.number, start));
    for (const stretch of listStretches(paragraph, start)) stretches.push(stretch);
    const text = pack(joinDocumentRuns(paragraph));
    packed.push(text);
    starts.push(start + text.length);
  }
  return { lines, characters: packed.join(''), stretches, starts };
}

/** A text without its white space. */
export function pack(text: string): string {
  return text.replace(/\s+/g, '');
}

function blankLine(line: number, at: number): DocumentLine {
  return { text: '', source: '', line, from: at, to: at };
}

function isMostlyHeadings(paragraphs: readonly DocumentParagraph[]): boolean {
  let all = 0;
  let headings = 0;
  for (const paragraph of paragraphs) {
    const { length } = joinDocumentRuns(paragraph);
    all += length;
    if (paragraph.isHeading) headings += length;
  }
  return headings * 2 > all;
}

/** A look that most of the words have sets nobody's name apart. */
function dropUsualLook(paragraphs: readonly DocumentParagraph[]): readonly DocumentParagraph[] {
  let all = 0;
  let set = 0;
  for (const { runs } of paragraphs) {
    for (const { text, isSet } of runs) {
      all += text.length;
      if (isSet) set += text.length;
    }
  }
  if (set * 2 <= all) return paragraphs;
  return paragraphs.map((paragraph) => ({
    ...paragraph,
    runs: paragraph.runs.map((run) => ({ ...run, isSet: false })),
  }));
}

/** Paragraphs of `Date: …`, `Interviewer: …` on top, up to the first empty one, are one block; none without a date. */
function countMetadata(paragraphs: readonly DocumentParagraph[]): number {
  const top = paragraphs.slice(0, MOST_METADATA + 1).map((each) => joinDocumentRuns(each).trim());
  const end = top.indexOf('');
  const block = top.slice(0, Math.max(0, end));
  const isBlock =
    block.some((text) => dateLine.test(text)) && block.slice(1).every((text) => metadataLine.test(text));
  return isBlock ? end : 0;
}

function layParagraph(
  paragraph: DocumentParagraph,
  start: number,
  names: ReadonlySet<string>,
): readonly DocumentLine[] {
  const { number, isHeading } = paragraph;
  const texts = joinDocumentRuns(paragraph).split('\n');
  const lead = readLead(paragraph);
  let from = start;
  return texts.map((source, index) => {
    const to = from + pack(source).length;
    const line = { source, line: number, from, to };
    from = to;
    if (isHeading || teamsEvent.test(source)) return { ...line, text: source, heading: true };
    if (index > 0 || lead === '') return { ...line, text: source };
    const rest = source.slice(lead.length);
    if (names.has(foldLabel(lead)) && rest.trim() !== '')
      return { ...line, text: `${lead.trimEnd()}: ${rest.trimStart()}`, emphasised: true };
    return { ...line, text: source, ...(endsLabel(lead, rest) ? { emphasised: true } : {}) };
  });
}

/** A line of a cell in a table of turns: names, times and headers are no words, and the label stands before these. */
function layCell({ source, line, from, to }: DocumentLine, index: number, cell: TurnCell): DocumentLine {
  const own = { source, line, from, to };
  if (cell.kind !== 'opening' || index > 0) return { ...own, text: cell.kind === 'aside' ? '' : source };
  const clock = readClock(cell.clock) === undefined ? '' : `[${cell.clock}] `;
  return { ...own, text: `${clock}${cell.label}: ${source.trimStart()}`, emphasised: true };
}

/** What stands set apart at the beginning of a paragraph's first line; empty where it is too long for a name. */
function readLead({ runs }: DocumentParagraph): string {
  let lead = '';
  for (const { text, isSet } of runs) {
    const [first = ''] = text.split('\n');
    if (!isSet && text.trim() !== '') break;
    lead += first;
    if (first.length < text.length || lead.length > LONGEST_LEAD) break;
  }
  const isSet = runs.some((run) => run.isSet);
  return isSet && lead.length <= LONGEST_LEAD && lead.trim() !== '' ? lead : '';
}

function endsLabel(lead: string, rest: string): boolean {
  return rest.trim() === '' || lead.trimEnd().endsWith(':') || /^\s*[:：—–[(\d]/.test(rest);
}

/** Names, folded, that are set apart before words without a colon: known ones, and those that come back. */
function listLeads(paragraphs: readonly DocumentParagraph[], labels: readonly string[]): ReadonlySet<string> {
  const ofStudy = new Set(labels.map(foldLabel));
  const counts = new Map<string, number>();
  for (const paragraph of paragraphs) {
    const lead = readLead(paragraph);
    const rest = joinDocumentRuns(paragraph).split('\n')[0]?.slice(lead.length) ?? '';
    const isBare =
      lead !== '' &&
      rest.trim() !== '' &&
      !endsLabel(lead, rest) &&
      /\s/.test(lead.slice(-1) + rest.charAt(0));
    if (isBare) counts.set(lead.trim(), (counts.get(lead.trim()) ?? 0) + 1);
  }
  const kept = [...counts].filter(([label, count]) => {
    const opening = readOpening(`${label}: x`);
    if (opening?.style !== 'colon' || opening.label !== label.replace(/\s+/g, ' ')) return false;
    return isKnownLabel(label) || ofStudy.has(foldLabel(label)) || (count > 1 && looksLikeName(label));
  });
  return new Set(kept.map(([label]) => foldLabel(label)));
}

function listStretches({ runs, number }: DocumentParagraph, start: number): readonly MarkedStretch[] {
  let from = start;
  return runs.flatMap(({ text, colour, commentIds }) => {
    const to = from + pack(text).length;
    const isMarked = to > from && (colour !== undefined || commentIds.length > 0);
    const stretch = { from, to, paragraph: number, commentIds, ...(colour === undefined ? {} : { colour }) };
    from = to;
    return isMarked ? [stretch] : [];
  });
}
