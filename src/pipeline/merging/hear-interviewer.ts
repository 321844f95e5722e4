import type { Span } from '../../model/span.js';
import type { Utterance } from '../../model/transcript.js';

/** Whose words a passage holds: an interviewer's alone, an interviewer's beside others', or none of an interviewer. */
export type Hearing = 'alone' | 'beside' | 'not';

/** Where interviewers speak, in order. */
export function listAsked(utterances: readonly Pick<Utterance, 'span' | 'speaker'>[]): readonly Span[] {
  return utterances.filter(({ speaker }) => speaker.kind === 'interviewer').map(({ span }) => span);
}

/** Tells whose words a span of a text holds; `asked` as `listAsked` gives it. */
export function hearInterviewer(text: string, { start, end }: Span, asked: readonly Span[]): Hearing {
  const first = findFirst(asked, start);
  if ((asked[first]?.start ?? end) >= end) return 'not';
  let from = start;
  for (let index = first; from < end; index++) {
    const next = asked[index] ?? { start: end, end };
    if (text.slice(from, Math.min(next.start, end)).trim() !== '') return 'beside';
    from = next.end;
  }
  return 'alone';
}

/** Index of the first span that ends behind an offset. */
function findFirst(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
