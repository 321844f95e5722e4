import type { SourceText } from '../../formats/format.js';
import { recogniseFormat } from '../../formats/index.js';
import { type EditOptions, findEdits, prepareReplacer } from './find-edits.js';
import { readSourceParts, type SourcePart } from './read-source-parts.js';
import { readTablePart } from './read-table-part.js';
import { foldIdentifier } from './split-runs.js';

/** A source as pseudonyms see it. */
export type PseudonymSource = {
  readonly name: string;
  /** Decoded, line feeds only. */
  readonly text: string;
  readonly parts: readonly SourcePart[];
  /** Speakers' labels as written, each once. */
  readonly labels: readonly string[];
  /** What is said, one entry a turn. */
  readonly turns: readonly string[];
  readonly options: EditOptions;
};

const captions = new Set(['web-vtt', 'sub-rip', 'sbv']);
/** A caption's times with the number above them; bounded, so that no line of digits takes long. */
const timing =
  /^(?:\d{1,9}\n)?[^\S\n]{0,9}\d[\d:.,]{3,20}?[^\S\n]{0,9}(?:-->|,)[^\S\n]{0,9}\d[\d:.,]{3,20}(?:[^\S\n][^\n]*)?$/gm;

/** Reads a source that `parseTranscript` can read. Nothing but times and tags is left out of its parts. */
export function readPseudonymSource(source: SourceText): PseudonymSource {
  const format = recogniseFormat(source);
  const turns = format?.read(source).interviews.flatMap((interview) => interview.turns) ?? [];
  const isCaptions = captions.has(format?.id ?? '');
  const isJson = format?.id.endsWith('-json') ?? false;
  const isTable = format?.id === 'table';
  const whole = isTable ? [readTablePart(source.text)] : readSourceParts(source.text, isJson);
  const parts = isCaptions ? readCaptionParts(source.text) : whole;
  const labels = listWritten([...new Set(turns.map(({ label }) => label))], parts);
  return {
    name: source.name,
    text: source.text,
    parts,
    labels,
    turns: turns.map(({ words }) => words),
    options: {
      labels: new Set(labels.map(foldIdentifier)),
      crossesBlankLines: isCaptions,
      isTable,
    },
  };
}

/** Labels that the source holds: readers make some up, such as `Channel 1` for a number. */
function listWritten(labels: readonly string[], parts: readonly SourcePart[]): readonly string[] {
  const replacer = prepareReplacer(labels.map((text) => ({ text, replacement: '-' })));
  const found = new Set(parts.flatMap(({ text }) => findEdits(text, replacer).map(({ key }) => key)));
  return labels.filter((label) => found.has(foldIdentifier(label)));
}

const blank = (text: string) => text.replace(/[^\n]/g, ' ');

/**
 * Captions without their tags and times, so that a name is whole where the caption changes within it; and their voice
 * tags alone. What is left out is blank: places stay.
 */
function readCaptionParts(text: string): readonly SourcePart[] {
  const tag = /<[^<>\n]{1,200}>|\{\\[^{}\n]{0,200}\}/g;
  const spoken = text
    .replace(/^WEBVTT/, blank)
    .replace(timing, blank)
    .replace(tag, blank);
  let from = 0;
  const voices: string[] = [];
  for (const { 0: match, index } of text.matchAll(tag)) {
    voices.push(blank(text.slice(from, index)), match);
    from = index + match.length;
  }
  voices.push(blank(text.slice(from)));
  return [spoken, voices.join('')].map((part) => ({ text: part, pieces: undefined }));
}
