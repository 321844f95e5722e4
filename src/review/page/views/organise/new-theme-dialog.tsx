import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { QuoteView } from '../../../messages/common.js';
import type { Acknowledgement } from '../../../messages/study.js';
import type { ActionInput } from '../../state/act.js';
import { study } from '../../state/study.js';
import { ConfirmDialog } from './confirm-dialog.js';
import { QuoteChecklist } from './quote-checklist.js';
import { ThemeFieldList } from './theme-field-list.js';
import { emptyTexts, type FieldTexts, newFields } from './theme-fields.js';
import { HomeSelect, readHome } from './theme-select.js';

type Props = {
  /** Key of the dimension or theme that it is put into. */
  readonly home: string;
  /** Quotes that it may be given at once. */
  readonly quotes?: readonly QuoteView[];
  /** Words that may help to name it. */
  readonly terms?: readonly string[];
  readonly onDone?: (done: Acknowledgement) => void;
  readonly onClose: () => void;
};

/** Names a new theme, says where it stands and what belongs to it, and gives it quotes. */
export function NewThemeDialog({ home, quotes = [], terms = [], onDone, onClose }: Props): JSX.Element {
  const [texts, setTexts] = useState<FieldTexts>({ ...emptyTexts, keywords: terms.join('\n') });
  const [place, setPlace] = useState(home);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(quotes.map(({ id }) => id)));
  const action: ActionInput | undefined =
    texts.label.trim() === ''
      ? undefined
      : {
          kind: 'create-theme',
          theme: { ...readHome(place), fields: newFields(texts) },
          quotes: [...chosen],
        };
  return (
    <ConfirmDialog
      title={quotes.length > 0 ? 'Make a theme of it' : 'New theme'}
      yes="Make the theme"
      action={action}
      wide={quotes.length > 0}
      onClose={onClose}
      {...(onDone === undefined ? {} : { onDone })}
    >
      <ThemeFieldList names={['label']} texts={texts} onInput={setTexts} />
      {(study.value?.dimensions.length ?? 0) > 0 && (
        <HomeSelect label="Where" chosen={place} onChoose={setPlace} />
      )}
      <ThemeFieldList names={['description']} texts={texts} onInput={setTexts} />
      <details class="confirm-more">
        <summary>
          Rules and keywords{terms.length > 0 && ` (the group’s ${terms.length} words are keywords at first)`}
        </summary>
        <ThemeFieldList names={['include', 'exclude', 'keywords']} texts={texts} onInput={setTexts} />
      </details>
      {quotes.length > 0 && (
        <QuoteChecklist legend="Quotes that it gets" quotes={quotes} chosen={chosen} onChange={setChosen} />
      )}
    </ConfirmDialog>
  );
}
