import type { JSX } from 'preact';
import { Button } from '../../parts/button.js';
import { Field } from '../../parts/field.js';
import { ThemeChip } from '../../parts/theme-chip.js';
import { ThemeChooser } from '../../parts/theme-chooser.js';
import { act } from '../../state/act.js';
import { Panel } from './panel.js';
import type { Draft, Reading } from './reading.js';
import { beginMark, clearSelection } from './select-words.js';

type Props = { readonly reading: Reading; readonly draft: Draft; readonly onClose: () => void };

/** Marks it. The panel closes at once; where the mark is refused it comes back with all that was typed. */
async function keepMark(reading: Reading, draft: Draft, onClose: () => void): Promise<void> {
  const { span, across, note, important } = draft;
  clearSelection(reading);
  onClose();
  const answer = await act({
    kind: 'mark',
    transcript: reading.transcript.peek().id,
    ...span,
    themes: [...draft.themes],
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    ...(important ? { important } : {}),
    ...(across ? { across } : {}),
  });
  if (answer.ok || reading.panel.peek() !== undefined) return;
  const problem = `${answer.failure.message} ${answer.failure.hint}`.trim();
  reading.panel.value = { kind: 'mark', draft: { ...draft, problem } };
}

function Chosen({
  themes,
  onDrop,
}: {
  readonly themes: readonly string[];
  readonly onDrop: (theme: string) => void;
}) {
  if (themes.length === 0) return null;
  return (
    <ul class="read-panel-row" aria-label="Chosen themes">
      {themes.map((theme) => (
        <li key={theme}>
          <ThemeChip theme={theme} onClick={() => onDrop(theme)} />{' '}
          <span class="only-read">chosen; take away</span>
        </li>
      ))}
    </ul>
  );
}

function Along({ reading, draft }: { readonly reading: Reading; readonly draft: Draft }) {
  const { raw, across, cut } = draft;
  if (!cut && !across) return null;
  return (
    <label class="read-panel-check">
      <input
        type="checkbox"
        checked={across}
        onChange={() => void beginMark(reading, { raw, source: 'pointer', across: !across })}
      />
      Take the interviewer’s turn along
    </label>
  );
}

/** Where a quote gets its themes, note and weight, before it is kept. */
export function MarkPanel({ reading, draft, onClose }: Props): JSX.Element {
  const change = (next: Partial<Draft>) => {
    reading.panel.value = { kind: 'mark', draft: { ...draft, ...next } };
  };
  const { id, text } = reading.transcript.value;
  const keep = (themes: readonly string[]) => void keepMark(reading, { ...draft, themes }, onClose);
  const { span } = draft;
  const label = draft.themes.length === 0 ? 'Mark without a theme' : 'Mark';
  const foot = (
    <Button tone="strong" shortcut="Ctrl Enter" onClick={() => keep(draft.themes)}>
      {label}
    </Button>
  );
  return (
    <Panel title="Mark a quote" about={`mark ${span.start}`} onClose={onClose} foot={foot}>
      {draft.problem !== '' && (
        <p class="field-problem" role="alert">
          {draft.problem}
        </p>
      )}
      <blockquote
        class="read-panel-words read-panel-words-long"
        tabIndex={span.end - span.start > 400 ? 0 : -1}
      >
        {text.slice(span.start, span.end)}
      </blockquote>
      <Along reading={reading} draft={draft} />
      <Chosen
        themes={draft.themes}
        onDrop={(theme) => change({ themes: draft.themes.filter((each) => each !== theme) })}
      />
      <ThemeChooser
        for={{ transcript: id, start: span.start, end: span.end }}
        chosen={draft.themes}
        onChange={(themes) => change({ themes })}
        onDone={keep}
      />
      <Field
        label="Note"
        value={draft.note}
        rows={2}
        onInput={(note) => change({ note })}
        placeholder="Why it matters (only you and the team see it)"
      />
      <label class="read-panel-check">
        <input
          type="checkbox"
          checked={draft.important}
          onChange={() => change({ important: !draft.important })}
        />
        Important: it comes first in boards and reports
      </label>
    </Panel>
  );
}
