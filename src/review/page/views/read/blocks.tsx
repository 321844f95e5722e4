import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Block } from './lay-blocks.js';
import type { Reading } from './reading.js';
import { type Column, useColumn } from './use-column.js';
import { UtteranceRow } from './utterance.js';

type FrameProps = {
  readonly reading: Reading;
  readonly block: Block;
  readonly place: number;
  readonly isDrawn: boolean;
  readonly column: Column;
};

/** A block of utterances, or an empty frame as tall as it is (guessed or measured) while it is far away. */
function BlockFrame({ reading, block, place, isDrawn, column }: FrameProps): JSX.Element {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const height = isDrawn ? 'auto' : `${column.heightOf(place)}px`;
    frame.current?.style.setProperty('--block-height', height);
  }, [isDrawn, column, place]);
  useEffect(() => {
    const element = frame.current;
    if (element === null || !isDrawn) return;
    return column.watch(element, place);
  }, [isDrawn, column, place]);
  const rows = isDrawn ? Array.from({ length: block.to - block.from }, (_, at) => block.from + at) : [];
  return (
    <div class="read-block" ref={frame}>
      {rows.map((at) => (
        <UtteranceRow key={at} reading={reading} place={at} />
      ))}
    </div>
  );
}

/** The transcript's utterances. Short transcripts are drawn whole; of long ones what is near the screen. */
export function Blocks({ reading }: { readonly reading: Reading }): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  const { column, blocks, isDrawn } = useColumn(reading, list);
  return (
    <div class="read-blocks" ref={list}>
      {blocks.map((block, place) => (
        <BlockFrame
          key={place}
          reading={reading}
          block={block}
          place={place}
          isDrawn={isDrawn(place)}
          column={column}
        />
      ))}
    </div>
  );
}
