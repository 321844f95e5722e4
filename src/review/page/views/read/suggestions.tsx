import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { QuoteView } from '../../../messages/common.js';
import { type LikelyView, likelySchema } from '../../../messages/reading.js';
import { Button } from '../../parts/button.js';
import { ThemeChip } from '../../parts/theme-chip.js';
import { act } from '../../state/act.js';
import { tell } from '../../state/ask.js';
import { suggestedVersion, version } from '../../state/study.js';

/** So many are looked at; the picker has them all. */
const SHOWN = 3;

/** Themes that a machine proposes for the quote and nobody decided, with the reason. */
export function Suggestions({ quote }: { readonly quote: QuoteView }): JSX.Element | null {
  const [likely, setLikely] = useState<LikelyView['themes']>([]);
  const turn = suggestedVersion.value + version.value;
  // A change is a reason to ask again.
  useEffect(() => {
    let isWanted = true;
    void tell(likelySchema, '/api/themes/likely', { quote: quote.id }).then((answer) => {
      if (isWanted && answer.ok) setLikely(answer.value.themes);
    });
    return () => {
      isWanted = false;
    };
  }, [quote.id, turn]);
  const decided = new Set(quote.taggings.map(({ theme }) => theme));
  const open = likely.filter(
    ({ theme, strength, why }) => strength !== 'none' && why !== '' && !decided.has(theme),
  );
  if (open.length === 0) return null;
  return (
    <>
      <h3>Suggested</h3>
      <ul class="suggestion-list">
        {open.slice(0, SHOWN).map(({ theme, strength, why }) => (
          <li key={theme} class="suggestion-line">
            <span>
              <ThemeChip theme={theme} status="suggested" />
            </span>
            <span class="tagging-said">
              {strength}: {why}
            </span>
            <span class="read-panel-row">
              <Button onClick={() => void act({ kind: 'decide', quote: quote.id, theme, applies: true })}>
                Accept
              </Button>
              <Button onClick={() => void act({ kind: 'decide', quote: quote.id, theme, applies: false })}>
                Reject
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
