import type { JSX } from 'preact';
import { segmentText, type TextMark } from './segment-text.js';
import './marked-text.css';

export type { TextMark } from './segment-text.js';

type Props = { readonly text: string; readonly marks?: readonly TextMark[] };

/** Text with stretches drawn by class. What is marked is a `mark` element; the text is never taken for HTML. */
export function MarkedText({ text, marks = [] }: Props): JSX.Element {
  return (
    <>
      {segmentText(0, text.length, marks).map((piece) => {
        const words = text.slice(piece.start, piece.end);
        if (piece.marks.length === 0) return words;
        const classes = piece.marks.map((place) => marks[place]?.className ?? '').join(' ');
        return (
          <mark key={piece.start} class={`marked-text ${classes}`}>
            {words}
          </mark>
        );
      })}
    </>
  );
}
