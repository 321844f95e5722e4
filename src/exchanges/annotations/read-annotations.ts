import { ToolkitError } from '../../errors.js';
import type { SourceBytes } from '../../packages/open-package.js';
import type { ExchangedCoder, ExchangedTheme, Loss } from '../exchange.js';
import { type MarkedPassage, type MarkedReading, nameOnly } from '../marked/marked-reading.js';
import { listAnnotations } from './list-annotations.js';
import { type AnnotationParts, readHypothesisRow, readWebAnnotation } from './read-annotation.js';
import { readJson } from './read-json.js';

/** Whether a file of JSON holds annotations rather than a transcript. Never throws. */
export function holdsAnnotations(source: SourceBytes): boolean {
  try {
    return listAnnotations(readJson(source)) !== undefined;
  } catch {
    return false;
  }
}

/**
 * Reads annotations of the Web Annotation Data Model (JSON-LD) and of Hypothesis: what has words becomes a passage, its tags
 * themes. Throws `ToolkitError` `json-syntax` and `no-annotations`.
 */
export function readAnnotations(source: SourceBytes): MarkedReading {
  const listed = listAnnotations(readJson(source));
  if (listed === undefined) throw holdsNone(source.name);
  const isOurs = listed.kind === 'web-annotation';
  const all = listed.items.map(isOurs ? readWebAnnotation : readHypothesisRow);
  const marked = all.filter(({ words }) => words.trim() !== '');
  const themes = new Map<string, ExchangedTheme>();
  const coders = new Map<string, ExchangedCoder>();
  for (const { tags, creator, own } of marked) {
    for (const { id, label } of tags)
      themes.set(id ?? label, { ...nameOnly(id ?? label, label), ...(id === undefined ? {} : { id }) });
    if (creator !== '') coders.set(creator, { key: creator, name: creator, isCode: own !== undefined });
  }
  return {
    origin: listed.kind === 'hypothesis' ? 'Hypothesis' : '',
    themes: [...themes.values()],
    coders: [...coders.values()],
    passages: marked.map(makePassage),
    losses: tellWordless(all.length - marked.length),
  };
}

function makePassage(parts: AnnotationParts, index: number): MarkedPassage {
  const { words, prefix, suffix, near, source, tags, note, creator, at, own } = parts;
  const coder = creator === '' ? {} : { coder: creator };
  const time = at === '' ? {} : { at };
  return {
    key: `annotation ${index + 1}`,
    ...{ words, prefix, suffix, source },
    ...(near === undefined ? {} : { near }),
    ...(note === '' ? {} : { note }),
    ...coder,
    ...time,
    ...(own === undefined
      ? {}
      : { own: { id: own.id, ...(own.wording === '' ? {} : { wording: own.wording }) } }),
    decisions: tags.map(({ id, label }) => ({ theme: id ?? label, applies: true, ...coder, ...time })),
  };
}

function tellWordless(count: number): readonly Loss[] {
  const reason = 'a reply or a note on a whole page: it marks no words';
  return count === 0 ? [] : [{ element: 'annotation', count, reason, kept: false }];
}

function holdsNone(file: string): ToolkitError {
  return new ToolkitError('no-annotations', `${file} holds no annotations`, {
    hint: 'What is read is a Web Annotation collection, page or list, or what the Hypothesis API answers.',
    place: { file },
  });
}
