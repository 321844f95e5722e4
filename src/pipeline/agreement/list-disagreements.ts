import { mergeSpans } from '../../coefficients/sections/merge-spans.js';
import type { Span } from '../../model/span.js';
import { APPLIES, DOES_NOT_APPLY } from '../evaluating/read-truth.js';
import type { Disagreement } from './agreement.js';
import { listMarks, type SharedText } from './mark-themes.js';
import { type Judgements, listVerdicts, splitCoders } from './read-judgements.js';

function tellDisagreement(
  { coders, quotes, themes }: Judgements,
  place: { readonly quote: number; readonly theme: number },
  verdicts: readonly number[],
): readonly Disagreement[] {
  const quote = quotes[place.quote];
  const theme = themes[place.theme];
  const { applies, doesNotApply } = splitCoders(coders, verdicts);
  if (quote === undefined || theme === undefined || applies.length === 0 || doesNotApply.length === 0)
    return [];
  return [{ theme: theme.id, quote: quote.id, applies, doesNotApply }];
}

/** Theme by theme, the quotes of which one coder says yes and another no, in the order of the quotes. */
export function listDisputedQuotes(
  judgements: Judgements,
  units: readonly number[],
): readonly Disagreement[] {
  return judgements.themes.flatMap((_, theme) =>
    units
      .filter((quote) => isDisputed(judgements, quote, theme))
      .flatMap((quote) =>
        tellDisagreement(judgements, { quote, theme }, listVerdicts(judgements, quote, theme)),
      ),
  );
}

function isDisputed({ verdicts, themes }: Judgements, quote: number, theme: number): boolean {
  let applies = false;
  let doesNot = false;
  for (const own of verdicts) {
    const verdict = own[quote * themes.length + theme];
    applies ||= verdict === APPLIES;
    doesNot ||= verdict === DOES_NOT_APPLY;
  }
  return applies && doesNot;
}

/** Says of passages, asked in the order of their beginnings, whether they meet one of the spans. */
function prepareMeeting(spans: readonly Span[]): (passage: Span) => boolean {
  const merged = mergeSpans(spans);
  let next = 0;
  return (passage) => {
    while ((merged[next]?.end ?? Number.POSITIVE_INFINITY) <= passage.start) next += 1;
    return (merged[next]?.start ?? Number.POSITIVE_INFINITY) < passage.end;
  };
}

/** Theme by theme, the passages in which a coder marked nothing at all that another marked. */
export function listMissedPassages(
  judgements: Judgements,
  texts: readonly SharedText[],
): readonly Disagreement[] {
  const { quotes, themes } = judgements;
  const startOf = (place: number) => quotes[place]?.span.start ?? 0;
  const inOrder = texts.map((text) => ({
    ...text,
    quotes: text.quotes.toSorted((a, b) => startOf(a) - startOf(b)),
  }));
  return themes.flatMap((_, theme) =>
    listMarks(judgements, inOrder, theme).flatMap(({ byCoder }, text) => {
      const meets = byCoder.map(prepareMeeting);
      const marked = (inOrder[text]?.quotes ?? []).filter((quote) =>
        listVerdicts(judgements, quote, theme).includes(APPLIES),
      );
      return marked.flatMap((quote) => {
        const span = quotes[quote]?.span;
        if (span === undefined) return [];
        const verdicts = meets.map((meet) => (meet(span) ? APPLIES : DOES_NOT_APPLY));
        return tellDisagreement(judgements, { quote, theme }, verdicts);
      });
    }),
  );
}
