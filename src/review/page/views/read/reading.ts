import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { QuoteView } from '../../../messages/common.js';
import type { PassagesView, TranscriptView } from '../../../messages/reading.js';
import { waitingActions } from '../../state/act.js';
import { lookOfTheme, study } from '../../state/study.js';
import { findInText, foldText } from './find-in-text.js';
import { laneStretches } from './lane-stretches.js';
import { groupByUtterance, type Stretch } from './place-utterance.js';
import type { Snapped } from './snap-locally.js';
import type { Caret } from './word-caret.js';

/** What is selected, and what of it would be marked. */
export type Selected = Snapped & {
  readonly raw: Stretch;
  readonly across: boolean;
  readonly source: 'caret' | 'pointer';
};

/** A quote that is about to be marked, and all that was typed for it. */
export type Draft = {
  readonly span: Stretch;
  readonly raw: Stretch;
  readonly cut: boolean;
  readonly across: boolean;
  readonly themes: readonly string[];
  readonly note: string;
  readonly important: boolean;
  /** Why it was refused, if it was. */
  readonly problem: string;
};

export type Panel =
  | { readonly kind: 'mark'; readonly draft: Draft }
  | { readonly kind: 'quote'; readonly id: string };

/** A quote as it is drawn: `look` 0 has no theme; without `quote` it is not on disk yet. */
export type DrawnQuote = Stretch & {
  readonly id: string;
  readonly look: number;
  readonly lane: number;
  readonly themes: readonly string[];
  readonly quote: QuoteView | undefined;
};

/** Stretches of one kind, and which utterances they touch. */
export type Layer<T> = {
  readonly list: readonly T[];
  readonly groups: ReadonlyMap<number, readonly number[]>;
};

export type Passage = PassagesView['passages'][number] & Stretch;
/** A search in the transcript: the words, which hit is looked at (-1: none), and where it began. */
export type Find = { readonly query: string; readonly place: number; readonly from: number };
export type Jump = { readonly offset: number; readonly turn: number; readonly isGentle: boolean };

/** All that is going on while one transcript is read. */
export type Reading = {
  readonly transcript: Signal<TranscriptView>;
  readonly passages: Signal<readonly Passage[]>;
  readonly showsPassages: Signal<boolean>;
  readonly caret: Signal<Caret | undefined>;
  readonly selected: Signal<Selected | undefined>;
  readonly panel: Signal<Panel | undefined>;
  readonly find: Signal<Find | undefined>;
  readonly jump: Signal<Jump>;
  /** What of the text is on the screen. */
  readonly seen: Signal<Stretch>;
  /** Where somebody clicked or jumped last: the keyboard goes on from there. */
  readonly origin: Signal<number>;
  /** Said to those who cannot see the caret. */
  readonly voice: Signal<string>;
  readonly quotes: ReadonlySignal<Layer<DrawnQuote>>;
  readonly proposed: ReadonlySignal<Layer<Passage>>;
  readonly hits: ReadonlySignal<Layer<Stretch>>;
};

/** Themes that people see in a quote, as the taxonomy orders them; disputed ones count, rejected ones do not. */
export function listThemes(quote: QuoteView): readonly string[] {
  const order = new Map(study.value?.themes.map(({ id }, place) => [id, place]));
  const seen = quote.taggings.filter(({ status }) => status !== 'rejected').map(({ theme }) => theme);
  return seen.sort((a, b) => (order.get(a) ?? order.size) - (order.get(b) ?? order.size));
}

type Bare = Omit<DrawnQuote, 'look' | 'lane'>;

function listWaiting(transcript: string): readonly Bare[] {
  return waitingActions.value.flatMap(({ id, action }) =>
    action.kind === 'mark' && action.transcript === transcript
      ? [{ id, start: action.start, end: action.end, themes: action.themes, quote: undefined }]
      : [],
  );
}

function drawQuotes(view: TranscriptView): readonly DrawnQuote[] {
  const kept = view.quotes.map((quote) => ({
    ...quote.span,
    id: quote.id,
    themes: listThemes(quote),
    quote,
  }));
  const all: readonly Bare[] = [...kept, ...listWaiting(view.id)];
  const lanes = laneStretches(all);
  return all.map((each, place) => ({
    ...each,
    look: each.themes[0] === undefined ? 0 : lookOfTheme(each.themes[0]),
    lane: lanes[place] ?? 0,
  }));
}

/** Begins to read a transcript. */
export function openReading(view: TranscriptView): Reading {
  const transcript = signal(view);
  const passages = signal<readonly Passage[]>([]);
  const showsPassages = signal(true);
  const find = signal<Find | undefined>(undefined);
  const layer = <T extends Stretch>(list: readonly T[]): Layer<T> => ({
    list,
    groups: groupByUtterance(transcript.value.utterances, list),
  });
  const folded = computed(() => foldText(transcript.value.text));
  const query = computed(() => find.value?.query ?? '');
  return {
    transcript,
    passages,
    showsPassages,
    find,
    caret: signal(undefined),
    selected: signal(undefined),
    panel: signal(undefined),
    jump: signal({ offset: 0, turn: 0, isGentle: true }),
    seen: signal({ start: 0, end: 0 }),
    origin: signal(-1),
    voice: signal(''),
    quotes: computed(() => layer(drawQuotes(transcript.value))),
    proposed: computed(() => layer(showsPassages.value ? passages.value : [])),
    hits: computed(() => layer(query.value === '' ? [] : findInText(folded.value, query.value))),
  };
}

/** Scrolls to a place of the text; gently: only where it is not on the screen already. */
export function jumpTo(reading: Reading, offset: number, isGentle = false): void {
  reading.jump.value = { offset, turn: reading.jump.peek().turn + 1, isGentle };
  reading.origin.value = offset;
}

/** The quotes that hold a place of the text, the shortest first. */
export function quotesAt(reading: Reading, offset: number): readonly DrawnQuote[] {
  const held = reading.quotes.peek().list.filter(({ start, end }) => start <= offset && offset < end);
  return [...held].sort((a, b) => a.end - a.start - (b.end - b.start));
}
