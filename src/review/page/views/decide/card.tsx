import type { JSX } from 'preact';
import type { QueueItem } from '../../../messages/deciding.js';
import { markEvidence } from '../../parts/evidence.js';
import { MarkedText } from '../../parts/marked-text.js';
import { ThemeChip } from '../../parts/theme-chip.js';
import { joinTurns, Turns } from '../../parts/turns.js';
import { linkTo } from '../../state/route.js';
import { blind, study } from '../../state/study.js';

/** What people decided on the quote so far; in blind mode the coder's own words alone. */
function Said({ item }: { readonly item: QueueItem }): JSX.Element | null {
  const me = study.value?.coder;
  const said = item.quote.taggings.flatMap((tagging) =>
    tagging.said
      .filter(({ coder }) => !blind.value || coder === me)
      .map((each) => ({ ...each, theme: tagging.theme })),
  );
  if (said.length === 0) return null;
  return (
    <div class="decide-said">
      <p class="decide-label">Decided on this quote</p>
      <ul>
        {said.map(({ coder, theme, applies, contradicts }) => (
          <li key={`${coder} ${theme}`}>
            <ThemeChip theme={theme} status={applies ? 'accepted' : 'rejected'} />{' '}
            <span class="decide-quiet">
              {coder === me ? 'you' : coder}
              {contradicts && ', it speaks against it'}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Whether the words after a quote were cut: they do not end with a sentence. */
const isCutAfter = (after: string) => after !== '' && !/[.!?…]["'”’)\]]*\s*$/u.test(after);

/** The quote in its place: what was said before and after stands quietly around it. */
export function Card({ item }: { readonly item: QueueItem }): JSX.Element {
  const { quote, before, after } = item;
  const own = quote.participant;
  const isCutBefore = quote.span.start > joinTurns(before).length + 1;
  const saidAfter = after.filter(({ words }) => words.trim() !== '');
  return (
    <article class="decide-card" aria-label={`Quote of ${quote.participant || quote.transcript}`}>
      {joinTurns(before).trim() !== '' && (
        <p class="decide-around decide-before">
          <span class="only-read">Said before: </span>
          <span>
            {isCutBefore && '… '}
            <Turns turns={before} own={own} />
          </span>
        </p>
      )}
      <blockquote class="decide-quote">
        <MarkedText text={quote.exact} marks={markEvidence(item.suggestion)} />
      </blockquote>
      {saidAfter.length > 0 && (
        <p class="decide-around">
          <span class="only-read">Said after: </span>
          <Turns turns={saidAfter} own={own} />
          {isCutAfter(joinTurns(after)) && ' …'}
        </p>
      )}
      <p class="decide-source">
        <a href={linkTo('read', quote.transcript, { quote: quote.id })}>
          {quote.participant || quote.transcript}
        </a>
        {quote.transcript !== quote.participant && <span class="decide-quiet"> in {quote.transcript}</span>}
        {quote.note !== '' && <span class="decide-quiet"> · {quote.note}</span>}
      </p>
      <Said item={item} />
    </article>
  );
}
