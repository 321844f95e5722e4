import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { QuoteView } from '../../../messages/common.js';
import type { Acknowledgement } from '../../../messages/study.js';
import { Field } from '../../parts/field.js';
import type { ActionInput } from '../../state/act.js';
import { study } from '../../state/study.js';
import { ConfirmDialog } from './confirm-dialog.js';
import { QuoteChecklist } from './quote-checklist.js';
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
  const set = (name: keyof FieldTexts) => (text: string) => setTexts((old) => ({ ...old, [name]: text }));
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
      <Field
        label="Name"
        value={texts.label}
        onInput={set('label')}
        hint="A few words, as they will stand over the quotes."
      />
      {(study.value?.dimensions.length ?? 0) > 0 && (
        <HomeSelect label="Where" chosen={place} onChoose={setPlace} />
      )}
      <Field label="What it is about" rows={2} value={texts.description} onInput={set('description')} />
      <details class="confirm-more">
        <summary>
          Rules and keywords{terms.length > 0 && ` (the group’s ${terms.length} words are keywords at first)`}
        </summary>
        <Field label="Include" rows={2} value={texts.include} onInput={set('include')} />
        <Field label="Leave out" rows={2} value={texts.exclude} onInput={set('exclude')} />
        <Field
          label="Keywords"
          rows={3}
          value={texts.keywords}
          onInput={set('keywords')}
          hint="One a line. Quotes that hold one are proposed for the theme."
        />
      </details>
      {quotes.length > 0 && (
        <QuoteChecklist legend="Quotes that it gets" quotes={quotes} chosen={chosen} onChange={setChosen} />
      )}
    </ConfirmDialog>
  );
}
