import { useComputed } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import type { TranscriptView } from '../../../messages/reading.js';
import { segmentText } from '../../parts/segment-text.js';
import { collectMarks, type Drawing, readHeld, tellHeld } from './collect-marks.js';
import { Notes } from './notes.js';
import type { Reading } from './reading.js';
import { tellTime } from './tell-time.js';
import './utterance.css';

type Props = { readonly reading: Reading; readonly place: number };
type Spoken = TranscriptView['utterances'][number];

type PieceProps = {
  readonly words: string;
  readonly start: number;
  readonly under: readonly Drawing[];
  readonly begins: boolean;
};

/** One piece of text under the same drawings: the outermost around the next, the text inside them all. */
function Piece({ words, start, under, begins }: PieceProps): JSX.Element {
  const [outer, ...inner] = [...under].sort((a, b) => a.depth - b.depth);
  if (outer === undefined) return <span data-start={start}>{words}</span>;
  const content = inner.reduceRight<ComponentChildren>(
    (children, { className }) => <span class={className}>{children}</span>,
    words,
  );
  const quotes = under.flatMap(({ quote }) => (quote === '' ? [] : [quote])).join(' ');
  const classes = `${outer.className}${begins ? ' read-mark-begins' : ''}`;
  return quotes === '' ? (
    <span class={classes} data-start={start}>
      {content}
    </span>
  ) : (
    <mark class={classes} data-start={start} data-quotes={quotes}>
      {content}
    </mark>
  );
}

function openQuote(reading: Reading): string {
  const panel = reading.panel.value;
  return panel?.kind === 'quote' ? panel.id : '';
}

function useDrawings(reading: Reading, place: number, spoken: Spoken): readonly Drawing[] {
  const marks = useComputed(() => collectMarks(reading, place)).value;
  const held = useComputed(() => tellHeld(reading, spoken.span)).value;
  const ids = marks.map(({ quote }) => quote);
  const open = useComputed(() => openQuote(reading)).value;
  const drawn =
    open !== '' && ids.includes(open)
      ? marks.map((mark) =>
          mark.quote === open ? { ...mark, className: `${mark.className} read-mark-open` } : mark,
        )
      : marks;
  return held === '/' ? drawn : [...drawn, ...readHeld(held)];
}

function Words({ reading, place, spoken }: Props & { readonly spoken: Spoken }): JSX.Element {
  const drawings = useDrawings(reading, place, spoken);
  const { text } = reading.transcript.value;
  const { start, end } = spoken.span;
  return (
    <p class="read-words">
      {segmentText(start, end, drawings).map((piece) => {
        const under = piece.marks.flatMap((at) => drawings[at] ?? []);
        return (
          <Piece
            key={piece.start}
            words={text.slice(piece.start, piece.end)}
            start={piece.start}
            under={under}
            begins={under.some((each) => each.quote !== '' && each.start === piece.start)}
          />
        );
      })}
    </p>
  );
}

/** What one speaker says in one go: who and when, the words, and beside them the themes of the quotes that begin in them. */
export function UtteranceRow({ reading, place }: Props): JSX.Element | null {
  const view = reading.transcript.value;
  const spoken = view.utterances[place];
  if (spoken === undefined) return null;
  return (
    <div class={`read-utterance read-utterance-${spoken.role}`} data-utterance={place}>
      <p class="read-who">
        <span class="read-speaker">{spoken.speaker}</span>{' '}
        {spoken.startsAtMs !== null && <span class="read-time">{tellTime(spoken.startsAtMs)}</span>}
      </p>
      <Words reading={reading} place={place} spoken={spoken} />
      <Notes reading={reading} place={place} />
    </div>
  );
}
