import { cleanCaption, decodeEntities } from './clean-caption.js';
import type { Cue } from './join-cues.js';
import { foldLabel } from './role-labels.js';
import type { CueLine, RawCue } from './split-cues.js';
import { isWrittenLikeName, readSpokenPrefix, type SpokenPrefix } from './spoken-prefix.js';
import { tidyWords } from './tidy-words.js';

/** The pieces of one caption: more than one where speakers change within it. */
export type NamedCaption = readonly Cue[];

/** What is said from one label to the next. */
type Piece = { readonly label: string; readonly texts: readonly string[]; readonly line: number };

type SpokenLine = { readonly text: string; readonly line: number; readonly prefix: SpokenPrefix | undefined };

const voiceTag = /<v(?:\.[^\s<>]*)?(?:\s+([^<>]*))?>/i;

/**
 * Finds who speaks in each caption, by voice tags if the file has any, else by names before the words; cleans the
 * words. Captions without words give no pieces.
 */
export function nameCaptions(
  captions: readonly RawCue[],
  ofStudy: readonly string[] = [],
): readonly NamedCaption[] {
  const hasVoices = captions.some(({ lines }) => lines.some(({ text }) => voiceTag.test(text)));
  return hasVoices ? nameByVoices(captions) : nameByPrefixes(captions, new Set(ofStudy.map(foldLabel)));
}

function nameByVoices(captions: readonly RawCue[]): readonly NamedCaption[] {
  let lastLabel = '';
  let lastId = '';
  return captions.map((caption) => {
    // A further part of one utterance (`GUID/12-1` after `GUID/12-0`) may leave the tag out.
    const goesOn = caption.id.includes('-') && utteranceOf(caption.id) === utteranceOf(lastId);
    const inherited = goesOn ? lastLabel : '';
    const pieces = splitAtVoices(caption.lines, inherited);
    lastLabel = pieces.at(-1)?.label ?? inherited;
    lastId = caption.id;
    return toCues(caption, pieces);
  });
}

function utteranceOf(id: string): string {
  return id.replace(/-\d+$/, '');
}

function splitAtVoices(lines: readonly CueLine[], inherited: string): readonly Piece[] {
  const pieces = [{ label: inherited, texts: [''], line: lines[0]?.line ?? 0 }];
  for (const { text, line } of lines) {
    const [beginning = '', ...parts] = text.split(voiceTag);
    pieces.at(-1)?.texts.push(cleanCaption(beginning));
    for (let index = 0; index + 1 < parts.length; index += 2) {
      const label = decodeEntities(parts[index] ?? '').trim();
      pieces.push({ label, texts: [cleanCaption(parts[index + 1] ?? '')], line });
    }
  }
  return pieces;
}

function nameByPrefixes(captions: readonly RawCue[], named: ReadonlySet<string>): readonly NamedCaption[] {
  const spoken = captions.map((caption) => caption.lines.map(readSpokenLine));
  const labels = acceptLabels(spoken, named);
  let lastLabel = '';
  return captions.map((caption, index) => {
    const inherited = lastLabel;
    const pieces = splitAtPrefixes(spoken[index] ?? [], { labels, inherited });
    lastLabel = pieces.at(-1)?.label ?? inherited;
    return toCues(caption, pieces);
  });
}

/** A name in parentheses counts only if words follow it in the same caption: `(Laughter)` has none. */
function readSpokenLine({ text, line }: CueLine, index: number, lines: readonly CueLine[]): SpokenLine {
  const cleaned = cleanCaption(text).trim();
  const isLastInParentheses = cleaned.startsWith('(') && index === lines.length - 1;
  return { text: cleaned, line, prefix: isLastInParentheses ? undefined : readSpokenPrefix(cleaned) };
}

/**
 * Accepts a label of the study, a name that comes back, and a name that comes once if most captions have one. A
 * label that is not written like a name (`dana`, but also `he said`) must come back often.
 */
function acceptLabels(
  captions: readonly (readonly SpokenLine[])[],
  ofStudy: ReadonlySet<string>,
): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { prefix } of captions.flat()) {
    if (prefix !== undefined) counts.set(prefix.label, (counts.get(prefix.label) ?? 0) + 1);
  }
  const names = new Set([...counts.keys()].filter(isWrittenLikeName));
  const named = captions.filter((lines) => lines.some(({ prefix }) => names.has(prefix?.label ?? ''))).length;
  const mostAreNamed = named * 2 > captions.length;
  const often = Math.max(3, captions.length / 20);
  const accepted = [...counts].filter(([label, count]) => {
    if (ofStudy.has(foldLabel(label))) return true;
    return names.has(label) ? count > 1 || mostAreNamed : count >= often;
  });
  return new Set(accepted.map(([label]) => label));
}

function splitAtPrefixes(
  lines: readonly SpokenLine[],
  { labels, inherited }: { readonly labels: ReadonlySet<string>; readonly inherited: string },
): readonly Piece[] {
  const pieces: { label: string; texts: string[]; line: number }[] = [];
  for (const { text, line, prefix } of lines) {
    const last = pieces.at(-1);
    if (prefix !== undefined && labels.has(prefix.label)) {
      pieces.push({ label: prefix.label, texts: [prefix.rest], line });
    } else if (last === undefined) pieces.push({ label: inherited, texts: [text], line });
    else last.texts.push(text);
  }
  return pieces;
}

function toCues({ startsAtMs, endsAtMs }: RawCue, pieces: readonly Piece[]): NamedCaption {
  return pieces.flatMap(({ label, texts, line }) => {
    const words = tidyWords(texts.join(' '));
    return words === '' ? [] : [{ label, words, startsAtMs, endsAtMs, line }];
  });
}
