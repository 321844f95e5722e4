import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { z } from 'zod';
import type { Failure, ThemeView } from '../../../messages/study.js';
import { Button } from '../../parts/button.js';
import { FailureNote } from '../../parts/failure-note.js';
import { Field } from '../../parts/field.js';
import type { ActionInput } from '../../state/act.js';
import { keepHere, readKeptHere } from '../../state/keep.js';
import { doAndOffer } from './done.js';
import { PreviewLines } from './preview.js';
import { changedFields, type FieldTexts, openTexts } from './theme-fields.js';
import { usePreview } from './use-preview.js';

const textsSchema = z.object({
  label: z.string(),
  description: z.string(),
  include: z.string(),
  exclude: z.string(),
  keywords: z.string(),
  notKeywords: z.string(),
  examples: z.string(),
});

/** What was typed and not saved before this window was reloaded. */
function readDraft(key: string): FieldTexts | undefined {
  try {
    const draft = textsSchema.safeParse(JSON.parse(readKeptHere(key) || 'null'));
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
  const [texts, setTexts] = useState<FieldTexts>(() => readDraft(key) ?? openTexts(theme));
  const [failure, setFailure] = useState<Failure>();
  const fields = changedFields(theme, texts);
  const action: ActionInput | undefined =
    Object.keys(fields).length === 0 ? undefined : { kind: 'edit-theme', theme: theme.id, fields };
  const preview = usePreview(action);
  const set = (name: keyof FieldTexts) => (text: string) => {
    const next = { ...texts, [name]: text };
    setTexts(next);
    keepHere(key, JSON.stringify(next));
  };
  const leave = () => {
    keepHere(key, '');
    onClose();
  };
  const save = async () => {
    if (action === undefined) return leave();
    const answer = await doAndOffer(action);
    if (answer === undefined || answer.ok) leave();
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
      <Field label="Name" value={texts.label} onInput={set('label')} />
      <Field label="What it is about" rows={3} value={texts.description} onInput={set('description')} />
      <Field label="Include" rows={3} value={texts.include} onInput={set('include')} />
      <Field label="Leave out" rows={3} value={texts.exclude} onInput={set('exclude')} />
      <Field
        label="Keywords"
        rows={4}
        value={texts.keywords}
        onInput={set('keywords')}
        hint="One a line. “succe*” matches by its beginning, “=Word” exactly, “good ~3 job” within three words."
      />
      <Field
        label="Not these words"
        rows={2}
        value={texts.notKeywords}
        onInput={set('notKeywords')}
        hint="One a line. Where one stands, a keyword does not count."
      />
      <Field
        label="Examples"
        rows={3}
        value={texts.examples}
        onInput={set('examples')}
        hint="One a line: what somebody could say who means this."
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
