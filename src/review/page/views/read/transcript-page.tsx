import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { passagesSchema, type TranscriptView } from '../../../messages/reading.js';
import { askFor } from '../../state/ask.js';
import { isDraft } from '../../state/repair.js';
import { route } from '../../state/route.js';
import { study, suggestedVersion } from '../../state/study.js';
import { Blocks } from './blocks.js';
import { search } from './find-bar.js';
import { MarkBar } from './mark-bar.js';
import { MarkPanel } from './mark-panel.js';
import { QuotePanel } from './quote-panel.js';
import { jumpTo, openReading, type Reading } from './reading.js';
import { ReadingHead } from './reading-head.js';
import { Strip } from './strip.js';
import { useReadingKeys } from './use-reading-keys.js';
import { useSelection } from './use-selection.js';
import './transcript-page.css';

/** Keeps what a machine thinks worth marking up to date. */
function usePassages(reading: Reading, id: string): void {
  const made = suggestedVersion.value;
  const isHeld = isDraft.value;
  // New suggestions are a reason to ask again.
  useEffect(() => {
    // Where nothing can be marked, nothing is worth it.
    if (isHeld) return;
    let isWanted = true;
    void askFor(passagesSchema, `/api/transcripts/${encodeURIComponent(id)}/passages`).then((answer) => {
      if (isWanted && answer.ok)
        reading.passages.value = answer.value.passages.map((passage) => ({ ...passage, ...passage.span }));
    });
    return () => {
      isWanted = false;
    };
  }, [reading, id, made, isHeld]);
}

/** Goes where the address says: to a quote, or to an utterance and the words that were looked for in it. */
function useAddress(reading: Reading, hasQuotes: boolean): void {
  const { query } = route.value;
  const quote = query.get('quote') ?? '';
  const utterance = query.get('utterance') ?? '';
  const words = query.get('find') ?? '';
  useEffect(() => {
    const drawn = reading.quotes.peek().list.find(({ id }) => id === quote);
    const spoken = reading.transcript.peek().utterances[Number(utterance)];
    if (drawn !== undefined) {
      reading.panel.value = { kind: 'quote', id: drawn.id };
      jumpTo(reading, drawn.start);
    } else if (utterance !== '' && spoken !== undefined) {
      jumpTo(reading, spoken.span.start);
      if (words !== '') search(reading, words, spoken.span.start);
    } else if (quote === '') scrollTo(0, 0);
  }, [reading, quote, utterance, words, hasQuotes]);
}

function OpenPanel({ reading }: { readonly reading: Reading }): JSX.Element | null {
  const panel = reading.panel.value;
  const close = () => {
    reading.panel.value = undefined;
    document.querySelector<HTMLElement>('.read-text')?.focus({ preventScroll: true });
  };
  if (panel?.kind === 'mark') return <MarkPanel reading={reading} draft={panel.draft} onClose={close} />;
  const drawn = reading.quotes.value.list.find(({ id }) => id === panel?.id);
  return drawn === undefined ? null : (
    <QuotePanel key={drawn.id} reading={reading} drawn={drawn} onClose={close} />
  );
}

/** One transcript: its text as a page to read, the strip beside it, and the panel of what is being done. */
export function TranscriptPage({ view }: { readonly view: TranscriptView }): JSX.Element {
  const reading = useMemo(() => openReading(view), [view.id]);
  const text = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    reading.transcript.value = view;
  }, [reading, view]);
  usePassages(reading, view.id);
  useAddress(reading, view.quotes.length > 0);
  useSelection(reading, text);
  useReadingKeys(reading);
  return (
    <div class={`read-page ${reading.panel.value === undefined ? '' : 'read-page-beside'}`}>
      <div class="read-column">
        <ReadingHead reading={reading} />
        <section
          class="read-text"
          ref={text}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the text is moved through by keyboard.
          tabIndex={0}
          aria-label="Transcript"
          lang={study.value?.language ?? ''}
        >
          <Blocks reading={reading} />
        </section>
        <p class="only-read" aria-live="assertive">
          {reading.voice.value}
        </p>
      </div>
      <Strip reading={reading} />
      <MarkBar reading={reading} />
      <OpenPanel reading={reading} />
    </div>
  );
}
