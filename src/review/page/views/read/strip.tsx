import type { JSX } from 'preact';
import { placeUtterance } from './place-utterance.js';
import { jumpTo, type Reading } from './reading.js';
import { findNeighbour, placeBar } from './strip-marks.js';
import { tellTime } from './tell-time.js';
import './strip.css';

type Props = { readonly reading: Reading };

/** Where one is, in words. */
function tellPlace(reading: Reading, offset: number): string {
  const { utterances } = reading.transcript.value;
  const place = placeUtterance(utterances, offset);
  const spoken = utterances[place];
  const time = spoken?.startsAtMs == null ? '' : `, ${tellTime(spoken.startsAtMs)}`;
  const here = reading.quotes.value.list.filter(({ start, end }) => start <= offset && offset < end).length;
  const quotes = here === 0 ? '' : here === 1 ? ', a quote' : `, ${here} quotes`;
  return `Utterance ${place + 1} of ${utterances.length}, ${spoken?.speaker ?? ''}${time}${quotes}`;
}

function Bars({ reading }: Props): JSX.Element {
  const { length } = reading.transcript.value.text;
  const seen = placeBar(reading.seen.value, length);
  const lanes = Math.max(1, ...reading.quotes.value.list.map(({ lane }) => lane + 1));
  const width = 66 / lanes;
  return (
    <svg class="strip-bars" viewBox="0 0 100 1000" preserveAspectRatio="none" aria-hidden="true">
      <rect class="strip-seen" x="0" width="100" y={seen.top} height={seen.height} />
      {reading.proposed.value.list.map(({ span }) => {
        const { top, height } = placeBar(span, length);
        return <rect key={span.start} class="strip-passage" x="74" width="22" y={top} height={height} />;
      })}
      {reading.quotes.value.list.map((drawn) => {
        const { top, height } = placeBar(drawn, length);
        const x = 4 + drawn.lane * width;
        return (
          <rect
            key={drawn.id}
            class={`strip-quote look-${drawn.look}`}
            x={x}
            width={width - 3}
            y={top}
            height={height}
          />
        );
      })}
      {reading.hits.value.list.map(({ start, end }) => {
        const { top } = placeBar({ start, end }, length);
        return <rect key={start} class="strip-hit" x="0" width="100" y={top} height="2" />;
      })}
    </svg>
  );
}

/** The whole transcript as a strip: where quotes, suggested passages and hits lie, and where one is. A slider to jump by. */
export function Strip({ reading }: Props): JSX.Element {
  const { text } = reading.transcript.value;
  const { seen, origin } = reading;
  const now =
    origin.value >= seen.value.start && origin.value < seen.value.end ? origin.value : seen.value.start;
  const point = (event: PointerEvent & { readonly currentTarget: HTMLElement }) => {
    if (event.type === 'pointermove' && event.buttons !== 1) return;
    const rect = event.currentTarget.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientY - rect.top) / rect.height));
    jumpTo(reading, Math.round(share * Math.max(0, text.length - 1)));
  };
  const takeKey = (event: KeyboardEvent) => {
    const stretches = [...reading.quotes.peek().list, ...reading.proposed.peek().list];
    const page = Math.max(1, seen.peek().end - seen.peek().start);
    const targets: Readonly<Record<string, number | undefined>> = {
      ArrowDown: findNeighbour(stretches, now, 1)?.start,
      ArrowUp: findNeighbour(stretches, now, -1)?.start,
      PageDown: Math.min(text.length - 1, now + page),
      PageUp: Math.max(0, now - page),
      Home: 0,
      End: text.length - 1,
    };
    const target = targets[event.key];
    if (!(event.key in targets)) return;
    event.preventDefault();
    if (target !== undefined) jumpTo(reading, target);
  };
  return (
    <div
      class="strip"
      role="slider"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label="Place in the transcript. Up and down go to the next quote or suggested passage."
      aria-valuemin={0}
      aria-valuemax={text.length}
      aria-valuenow={now}
      aria-valuetext={tellPlace(reading, now)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        point(event);
      }}
      onPointerMove={point}
      onKeyDown={takeKey}
    >
      <Bars reading={reading} />
    </div>
  );
}
