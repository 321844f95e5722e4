import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Acknowledgement, Failure } from '../../../messages/study.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { FailureNote } from '../../parts/failure-note.js';
import type { ActionInput } from '../../state/act.js';
import { CLASH } from '../../state/clashes.js';
import { doAndOffer } from './done.js';
import { PreviewLines } from './preview.js';
import { usePreview } from './use-preview.js';

type Props = {
  readonly title: string;
  /** What is done on yes; `undefined` while something is missing. */
  readonly action: ActionInput | undefined;
  readonly yes: string;
  readonly tone?: 'strong' | 'danger';
  readonly wide?: boolean;
  readonly children?: ComponentChildren;
  readonly onDone?: (done: Acknowledgement) => void;
  readonly onClose: () => void;
};

/** A dialog that shows what an action would change, and does it on yes. What was typed stays until it is done. */
export function ConfirmDialog(props: Props): JSX.Element {
  const { action, yes, tone = 'strong', wide = false, onDone, onClose } = props;
  const preview = usePreview(action);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const isRefused = preview.value !== undefined && preview.value.refused !== '' && !preview.isStale;
  const confirm = async () => {
    if (action === undefined || isRefused || isBusy) return;
    setIsBusy(true);
    const seen = preview.isStale ? undefined : preview.value?.base;
    const answer = await doAndOffer(
      'base' in action ? { ...action, base: { ...seen, ...action.base } } : action,
    );
    setIsBusy(false);
    if (answer !== undefined && !answer.ok && answer.failure.code !== CLASH)
      return setFailure(answer.failure);
    if (answer?.ok) onDone?.(answer.value);
    onClose();
  };
  return (
    <Dialog
      title={props.title}
      wide={wide}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Leave it as it is</Button>
          <Button
            tone={tone}
            disabled={action === undefined || isRefused || isBusy}
            onClick={() => void confirm()}
          >
            {yes}
          </Button>
        </>
      }
    >
      <form
        class="confirm"
        onSubmit={(event) => {
          event.preventDefault();
          void confirm();
        }}
      >
        {props.children}
        <PreviewLines preview={preview} />
        {failure !== undefined && <FailureNote failure={failure} />}
        <button type="submit" class="only-read" tabIndex={-1} aria-hidden="true" />
      </form>
    </Dialog>
  );
}
