import type { Stretch } from './place-utterance.js';
import type { Layer, Reading } from './reading.js';
import { spanOfCaret } from './word-caret.js';

/** One thing that is drawn in an utterance's words. `depth` orders what is drawn inside what. */
export type Drawing = Stretch & {
  readonly className: string;
  readonly depth: number;
  /** Id of the quote, where it is one. */
  readonly quote: string;
};

const NONE: readonly Drawing[] = [];

function takeLayer<T>(
  layer: Layer<T>,
  utterance: number,
): readonly { readonly each: T; readonly place: number }[] {
  const places = layer.groups.get(utterance) ?? [];
  return places.flatMap((place) => {
    const each = layer.list[place];
    return each === undefined ? [] : [{ each, place }];
  });
}

/** Quotes, suggested passages and hits of a search that an utterance holds; the very same empty list where none. */
export function collectMarks(reading: Reading, utterance: number): readonly Drawing[] {
  const quotes = takeLayer(reading.quotes.value, utterance).map(({ each }) => {
    const state = each.quote === undefined ? ' read-mark-waiting' : '';
    const className = `read-mark look-${each.look} read-lane-${each.lane}${state}`;
    return { start: each.start, end: each.end, className, depth: each.lane, quote: each.id };
  });
  const passages = takeLayer(reading.proposed.value, utterance).map(({ each }) => {
    return { start: each.span.start, end: each.span.end, className: 'read-passage', depth: 10, quote: '' };
  });
  const hits = takeLayer(reading.hits.value, utterance).map(({ each, place }) => {
    const className = place === reading.find.value?.place ? 'read-hit read-hit-current' : 'read-hit';
    return { ...each, className, depth: 20, quote: '' };
  });
  const all = [...quotes, ...passages, ...hits];
  return all.length === 0 ? NONE : all;
}

function clip({ start, end }: Stretch, span: Stretch): string {
  const from = Math.max(start, span.start);
  const to = Math.min(end, span.end);
  return from < to ? `${from}-${to}` : '';
}

/**
 * What of an utterance the keyboard or the panel has hold of, as text, so that it compares by value: the words that
 * would be marked, and what was selected beyond them.
 */
export function tellHeld(reading: Reading, span: Stretch): string {
  const panel = reading.panel.value;
  if (panel?.kind === 'mark') return `${clip(panel.draft.span, span)}/`;
  const selected = reading.selected.value;
  const caret = reading.caret.value;
  if (caret === undefined) return '/';
  const raw = clip(spanOfCaret(caret), span);
  if (selected?.source === 'caret' && selected.span === null) return `/${raw}`;
  const isSnapped = selected?.source === 'caret' && selected.span !== null;
  return isSnapped ? `${clip(selected.span, span)}/${raw}` : `${raw}/`;
}

/** The inverse of `tellHeld`, as drawings. */
export function readHeld(held: string): readonly Drawing[] {
  const [kept = '', raw = ''] = held.split('/');
  const draw = (text: string, className: string, depth: number): readonly Drawing[] => {
    const [start, end] = text.split('-').map(Number);
    return text === '' || start === undefined || end === undefined
      ? NONE
      : [{ start, end, className, depth, quote: '' }];
  };
  return [...draw(raw, 'read-reach', 30), ...draw(kept, 'read-held', 31)];
}
