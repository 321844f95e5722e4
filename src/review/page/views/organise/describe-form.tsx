import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { z } from 'zod';
import type { Failure, ThemeView } from '../../../messages/study.js';
import { Button } from '../../parts/button.js';
import { FailureNote } from '../../parts/failure-note.js';
import type { ActionInput } from '../../state/act.js';
import { CLASH } from '../../state/clashes.js';
import { keepHere, readKeptHere } from '../../state/keep.js';
import { doAndOffer } from './done.js';
import { PreviewLines } from './preview.js';
import { ThemeFieldList } from './theme-field-list.js';
import { changedFields, type FieldTexts, fieldTextsSchema, markFields, openTexts } from './theme-fields.js';
import { usePreview } from './use-preview.js';

/** What was typed, and what the theme said when the form was opened: others may change it meanwhile. */
const draftSchema = z.object({ opened: fieldTextsSchema, texts: fieldTextsSchema });
type Draft = z.infer<typeof draftSchema>;

/** What was typed and not saved before this window was reloaded. */
function readDraft(key: string): Draft | undefined {
  try {
    const draft = draftSchema.safeParse(JSON.parse(readKeptHere(key) || 'null'));
    return draft.success ? draft.data : undefined;
  } catch {
    return undefined;
  }
}

export function hasDraft(theme: string): boolean {
  return readDraft(`describe.${theme}`) !== undefined;
}

type Props = { readonly theme: ThemeView; readonly onClose: () => void };

/** All that a theme says of itself, to be changed; what is typed stays over a reload until it is saved or left. */
export function DescribeForm({ theme, onClose }: Props): JSX.Element {
  const key = `describe.${theme.id}`;
  const [{ opened, texts }, setDraft] = useState<Draft>(
    () => readDraft(key) ?? { opened: openTexts(theme), texts: openTexts(theme) },
  );
  const [failure, setFailure] = useState<Failure>();
  const action = planEdit(theme.id, opened, texts);
  const preview = usePreview(action);
  const type = (next: FieldTexts) => {
    setDraft({ opened, texts: next });
    keepHere(key, JSON.stringify({ opened, texts: next }));
  };
  const leave = () => {
    keepHere(key, '');
    onClose();
  };
  const save = async () => {
    if (action === undefined) return leave();
    const answer = await doAndOffer(action);
    // What clashes is kept until it is chosen, in a place of its own.
    if (answer === undefined || answer.ok || answer.failure.code === CLASH) leave();
    else setFailure(answer.failure);
  };
  return (
    <form
      class="describe"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ThemeFieldList
        names={['label', 'description', 'include', 'exclude', 'keywords', 'notKeywords', 'examples']}
        texts={texts}
        onInput={type}
      />
      <PreviewLines preview={preview} />
      {failure !== undefined && <FailureNote failure={failure} />}
      <div class="describe-foot">
        <Button type="submit" tone="strong" disabled={action === undefined}>
          Save
        </Button>
        <Button onClick={leave}>Leave it as it was</Button>
      </div>
    </form>
  );
}

function planEdit(theme: string, opened: FieldTexts, texts: FieldTexts): ActionInput | undefined {
  const fields = changedFields(opened, texts);
  if (Object.keys(fields).length === 0) return undefined;
  return { kind: 'edit-theme', theme, fields, base: markFields(opened, fields) };
}
