import type { JSX } from 'preact';
import type { QuoteView } from '../../../messages/common.js';
import { Button } from '../../parts/button.js';
import { ThemePicker } from '../../parts/theme-picker.js';
import { act } from '../../state/act.js';
import { study } from '../../state/study.js';
import { Suggestions } from './suggestions.js';
import { TaggingLine } from './tagging-line.js';

/** Themes that this coder said apply. */
function ownThemes(quote: QuoteView): readonly string[] {
  const coder = study.value?.coder;
  return quote.taggings
    .filter(({ said }) => said.some((each) => each.coder === coder && each.applies))
    .map(({ theme }) => theme);
}

/** Decides what differs between what was chosen and what this coder had said. */
function decideThemes(quote: QuoteView, chosen: readonly string[]): void {
  const before = ownThemes(quote);
  for (const theme of chosen.filter((each) => !before.includes(each)))
    void act({ kind: 'decide', quote: quote.id, theme, applies: true });
  for (const theme of before.filter((each) => !chosen.includes(each)))
    void act({ kind: 'decide', quote: quote.id, theme, applies: null });
}

/** What everybody said of a quote, the way to say something else, and what is suggested. */
export function QuoteThemes({
  quote,
  onAdd,
}: {
  readonly quote: QuoteView;
  readonly onAdd: () => void;
}): JSX.Element {
  return (
    <section class="read-panel-part">
      <h3>Themes</h3>
      {quote.taggings.length > 0 && (
        <ul class="tagging-list">
          {quote.taggings.map((tagging) => (
            <TaggingLine key={tagging.theme} quote={quote} tagging={tagging} />
          ))}
        </ul>
      )}
      <div class="read-panel-row">
        <Button shortcut="t" onClick={onAdd}>
          {quote.taggings.length === 0 ? 'Choose themes' : 'Change themes'}
        </Button>
      </div>
      <Suggestions quote={quote} />
    </section>
  );
}

/** Chooses the themes of a quote anew, from those that this coder gave it. */
export function QuoteThemePicker({
  quote,
  onClose,
}: {
  readonly quote: QuoteView;
  readonly onClose: () => void;
}): JSX.Element {
  return (
    <ThemePicker
      for={{ quote: quote.id }}
      chosen={ownThemes(quote)}
      onClose={onClose}
      onChoose={(themes) => {
        onClose();
        decideThemes(quote, themes);
      }}
    />
  );
}
