import type { JSX } from 'preact';
import { Button } from '../../parts/button.js';
import { linkTo } from '../../state/route.js';
import { study } from '../../state/study.js';
import { beginFind, FindBar } from './find-bar.js';
import type { Reading } from './reading.js';
import { tellDay } from './tell-day.js';
import { enlargeText } from './text-size.js';
import './reading-head.css';

type Props = { readonly reading: Reading };

/** The transcripts before and after this one, as the study has them. */
export function findNeighbours(id: string): { readonly before: string; readonly after: string } {
  const ids = study.value?.transcripts.map((line) => line.id) ?? [];
  const place = ids.indexOf(id);
  return { before: ids[place - 1] ?? '', after: place < 0 ? '' : (ids[place + 1] ?? '') };
}

function Neighbours({ id }: { readonly id: string }): JSX.Element {
  const { before, after } = findNeighbours(id);
  return (
    <nav class="reading-head-ways" aria-label="Transcripts">
      <a href={linkTo('read')}>All transcripts</a>
      {before !== '' && (
        <a href={linkTo('read', before)}>
          <span aria-hidden="true">← </span>
          <span class="only-read">Previous: </span>
          {before}
        </a>
      )}
      {after !== '' && (
        <a href={linkTo('read', after)}>
          <span class="only-read">Next: </span>
          {after}
          <span aria-hidden="true"> →</span>
        </a>
      )}
    </nav>
  );
}

function tellWho(reading: Reading): string {
  const { participants, date, id } = reading.transcript.value;
  const people = participants.map((each) => {
    const attributes = Object.values(each.attributes).filter((value) => value !== '');
    return [each.id === id ? '' : each.id, ...attributes].filter((part) => part !== '').join(' · ');
  });
  return [...people, date === '' ? '' : tellDay(date)].filter((part) => part !== '').join('  ·  ');
}

function Tools({ reading }: Props): JSX.Element {
  const { showsPassages, passages, find } = reading;
  return (
    <div class="reading-head-tools">
      <Button
        shortcut="/"
        expanded={find.value !== undefined}
        onClick={() => {
          if (find.peek() === undefined) beginFind(reading);
          else find.value = undefined;
        }}
      >
        Search
      </Button>
      {passages.value.length > 0 && (
        <Button
          pressed={showsPassages.value}
          onClick={() => {
            showsPassages.value = !showsPassages.value;
          }}
        >
          Suggestions
        </Button>
      )}
      <Button tone="quiet" label="A−: smaller text" onClick={() => enlargeText(-1)}>
        A−
      </Button>
      <Button tone="quiet" label="A+: larger text" onClick={() => enlargeText(1)}>
        A+
      </Button>
    </div>
  );
}

/** What is read, of whom, and what can be done with it. */
export function ReadingHead({ reading }: Props): JSX.Element {
  const { id } = reading.transcript.value;
  return (
    <>
      <header class="reading-head">
        <Neighbours id={id} />
        <h1 class="reading-head-title">{id}</h1>
        <p class="reading-head-who">{tellWho(reading)}</p>
        <Tools reading={reading} />
      </header>
      <div class={`reading-find ${reading.find.value === undefined ? '' : 'reading-find-open'}`} data-covers>
        <FindBar reading={reading} />
      </div>
    </>
  );
}
