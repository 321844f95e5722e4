import type { JSX } from 'preact';
import type { QuoteView, SaidView, TaggingView } from '../../../messages/common.js';
import { Button } from '../../parts/button.js';
import { ThemeChip } from '../../parts/theme-chip.js';
import { act } from '../../state/act.js';
import { study } from '../../state/study.js';

type Props = { readonly quote: QuoteView; readonly tagging: TaggingView };

function Said({ said }: { readonly said: SaidView }): JSX.Element {
  const isMine = said.coder === study.value?.coder;
  return (
    <li>
      {isMine ? 'You' : said.coder}:{' '}
      <span class={said.applies ? 'tagging-yes' : 'tagging-no'}>
        {said.applies ? (said.contradicts ? '✓ about it, and against it' : '✓ applies') : '✕ does not'}
      </span>
      {said.note !== '' && <> — {said.note}</>}
    </li>
  );
}

/** One theme of the quote, what each coder said, and this coder's own say. */
export function TaggingLine({ quote, tagging }: Props): JSX.Element {
  const { theme, status, said } = tagging;
  const mine = said.find(({ coder }) => coder === study.value?.coder);
  const decide = (applies: boolean) => {
    const isTakenBack = mine?.applies === applies;
    void act({ kind: 'decide', quote: quote.id, theme, applies: isTakenBack ? null : applies });
  };
  return (
    <li class="tagging-line">
      <div class="tagging-theme">
        <ThemeChip theme={theme} status={status} />
        <ul class="tagging-said">
          {said.map((each) => (
            <Said key={each.coder} said={each} />
          ))}
        </ul>
      </div>
      <div class="tagging-buttons">
        <Button pressed={mine?.applies === true} onClick={() => decide(true)}>
          Applies
        </Button>
        <Button pressed={mine?.applies === false} onClick={() => decide(false)}>
          Does not
        </Button>
      </div>
    </li>
  );
}
