import type { MarkedText } from './read-marked-texts.js';

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
};
/** What tokenising and HTML have put into a text that nobody wrote: escaped characters, blanks before an ending or a sign. */
const artefact =
  / (?=['’](?:s|re|ll|d|ve|m)(?![\p{L}\p{N}])|n['’]t(?![\p{L}\p{N}])|[.,!?;:]+(?:\s|$))|&(?:amp|lt|gt|quot);/giu;

/** A text of tokens joined by blanks as it was typed, `AT&amp;T 's` as `AT&T's`, with its spans moved. */
export function rejoinTokens({ text, spans }: MarkedText): MarkedText {
  const moved = new Uint32Array(text.length + 1);
  let typed = '';
  let from = 0;
  const take = (to: number) => {
    for (; from < to; from++) {
      moved[from] = typed.length;
      typed += text[from] ?? '';
    }
  };
  for (const { index, 0: found } of text.matchAll(artefact)) {
    take(index);
    moved.fill(typed.length, index, index + found.length);
    typed += entities[found.toLowerCase()] ?? '';
    from = index + found.length;
  }
  take(text.length);
  moved[text.length] = typed.length;
  return {
    text: typed,
    spans: spans.map((span) => ({ ...span, start: moved[span.start] ?? 0, end: moved[span.end] ?? 0 })),
  };
}
