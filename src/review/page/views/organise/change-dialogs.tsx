import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type Base, markBase } from '../../../../model/base.js';
import { boardSchema } from '../../../messages/deciding.js';
import type { Acknowledgement, ThemeView } from '../../../messages/study.js';
import { FailureNote } from '../../parts/failure-note.js';
import { Field } from '../../parts/field.js';
import { Loading } from '../../parts/loading.js';
import { useResource } from '../../state/resource.js';
import { findTheme, study } from '../../state/study.js';
import { ConfirmDialog } from './confirm-dialog.js';
import { QuoteChecklist } from './quote-checklist.js';
import { emptyTexts, newFields, openTexts } from './theme-fields.js';
import { ThemeSelect } from './theme-select.js';
import { gatherBranch } from './theme-tree.js';

type Props = {
  readonly theme: ThemeView;
  readonly onDone: (done: Acknowledgement) => void;
  readonly onClose: () => void;
};

/** The marks of what a theme said when the dialog was opened: nothing else goes unseen. */
function useOpened(theme: ThemeView): Base {
  return useState(() => markBase(openTexts(theme)))[0];
}

/** Everything of one theme goes to another, and the one goes. */
export function MergeDialog({ theme, onDone, onClose }: Props): JSX.Element {
  const [into, setInto] = useState('');
  const base = useOpened(theme);
  return (
    <ConfirmDialog
      title={`Merge “${theme.label}” into another theme`}
      yes={into === '' ? 'Merge' : `Merge into “${findTheme(into)?.label ?? into}”`}
      action={into === '' ? undefined : { kind: 'merge-themes', from: theme.id, into, base }}
      onDone={onDone}
      onClose={onClose}
    >
      <p>
        Its quotes, with what every coder decided on them, go to the other theme, and “{theme.label}” itself
        goes.
      </p>
      <ThemeSelect
        label="The theme that stays"
        none="Choose a theme"
        chosen={into}
        onChoose={setInto}
        without={gatherBranch(study.value?.themes ?? [], theme.id)}
      />
    </ConfirmDialog>
  );
}

/** Some quotes of a theme become a theme of their own. */
export function SplitDialog({ theme, onDone, onClose }: Props): JSX.Element {
  const path = `/api/themes/${encodeURIComponent(theme.id)}/board`;
  const { value, failure, reload } = useResource(boardSchema, path);
  const [label, setLabel] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const isComplete = label.trim() !== '' && chosen.size > 0;
  const fields = newFields({ ...emptyTexts, label });
  return (
    <ConfirmDialog
      title={`Split “${theme.label}”`}
      yes="Split"
      wide
      action={isComplete ? { kind: 'split-theme', theme: theme.id, fields, quotes: [...chosen] } : undefined}
      onDone={onDone}
      onClose={onClose}
    >
      <p>
        A new theme stands beside this one, and gets the quotes that you choose, with all that was decided on
        them.
      </p>
      <Field label="Name of the new theme" value={label} onInput={setLabel} />
      {failure !== undefined && <FailureNote failure={failure} onRetry={reload} />}
      {value === undefined ? (
        failure === undefined && <Loading what="Fetching its quotes" />
      ) : (
        <QuoteChecklist
          legend="Quotes that move"
          quotes={value.quotes}
          chosen={chosen}
          onChange={setChosen}
        />
      )}
    </ConfirmDialog>
  );
}

export function RemoveDialog({ theme, onDone, onClose }: Props): JSX.Element {
  const base = useOpened(theme);
  return (
    <ConfirmDialog
      title={`Remove “${theme.label}”?`}
      yes="Remove the theme"
      tone="danger"
      action={{ kind: 'remove-theme', theme: theme.id, base }}
      onDone={onDone}
      onClose={onClose}
    >
      <p>The quotes stay. What was decided on this theme goes with it; undo brings all of it back.</p>
    </ConfirmDialog>
  );
}
