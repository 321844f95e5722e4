import { isParticipantCode } from '../../formats/turns/role-labels.js';
import type { Study } from '../../model/study.js';
import { cutsWord } from '../../text/cuts-word.js';
import { findOccurrences } from '../../text/find-occurrences.js';
import { renderAttribution } from '../render-attribution.js';

/** A place in a draft that says who speaks; `ids` are the participants who may be meant. */
export type FoundName = { readonly start: number; readonly end: number; readonly ids: ReadonlySet<string> };
export type FindNames = (text: string) => readonly FoundName[];

const codeLike = /[\p{L}\p{N}_-]+/gu;
const foldLine = (text: string) =>
  text
    .replace(/\s/gu, ' ')
    .replace(/[‐‑–—]/gu, '-')
    .toLowerCase();

/**
 * Finds ids of participants, what has the shape of one but is none, and attribution lines. Of names that overlap the
 * longest counts. Throws `ToolkitError` as `renderAttribution` does.
 */
export function prepareNames({ participants, settings, transcripts }: Study): FindNames {
  const ids = new Set([
    ...participants.map(({ id }) => id),
    ...transcripts.flatMap(({ participantIds }) => participantIds),
  ]);
  const lines = new Map<string, Set<string>>();
  for (const participant of participants) {
    const line = foldLine(renderAttribution(settings.attribution, participant));
    if (line === foldLine(participant.id)) continue;
    lines.set(line, (lines.get(line) ?? new Set()).add(participant.id));
  }
  const shapes = new Set([...ids].map(describeShape));
  const longIds = [...ids].filter((id) => id.match(codeLike)?.[0] !== id);
  return (text) =>
    dropInner([...findCodes(text, ids, shapes), ...findLongIds(text, longIds), ...findLines(text, lines)]);
}

function describeShape(id: string): string {
  return id.replace(/\d+/g, '0');
}

/** Ids as words of the text; `P77`, where the study has a `P07` but no `P77`, names nobody. */
function findCodes(
  text: string,
  ids: ReadonlySet<string>,
  shapes: ReadonlySet<string>,
): readonly FoundName[] {
  return [...text.matchAll(codeLike)].flatMap(({ 0: word, index }) => {
    const place = { start: index, end: index + word.length };
    if (ids.has(word)) return [{ ...place, ids: new Set([word]) }];
    const isCode = isParticipantCode(word) && shapes.has(describeShape(word));
    return isCode ? [{ ...place, ids: new Set<string>() }] : [];
  });
}

/** Ids that are more than one word. */
function findLongIds(text: string, ids: readonly string[]): readonly FoundName[] {
  return ids.flatMap((id) =>
    findOccurrences(text, id)
      .map((start) => ({ start, end: start + id.length, ids: new Set([id]) }))
      .filter(({ start, end }) => !cutsWord(text, start) && !cutsWord(text, end)),
  );
}

function findLines(text: string, lines: ReadonlyMap<string, ReadonlySet<string>>): readonly FoundName[] {
  const folded = foldLine(text);
  return [...lines].flatMap(([line, ids]) =>
    findOccurrences(folded, line)
      .map((start) => ({ start, end: start + line.length, ids }))
      .filter(({ start, end }) => !cutsWord(folded, start) && !cutsWord(folded, end)),
  );
}

function dropInner(names: readonly FoundName[]): readonly FoundName[] {
  const kept: FoundName[] = [];
  for (const name of names.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (name.start >= (kept.at(-1)?.end ?? 0)) kept.push(name);
  }
  return kept;
}
