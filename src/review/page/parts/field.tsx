import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import './field.css';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: string;
  /** What is wrong with it now; empty where nothing is. */
  readonly problem?: string;
  /** Lines of a text that may be long; a single line where absent. */
  readonly rows?: number;
  readonly placeholder?: string;
  readonly type?: 'text' | 'search';
  readonly onEnter?: () => void;
};

const searching = { type: 'search' } as const;
const writing = { type: 'text' } as const;

/** A labelled field for text. */
export function Field(props: Props): JSX.Element {
  const {
    label,
    value,
    onInput,
    hint = '',
    problem = '',
    rows,
    placeholder = '',
    type = 'text',
    onEnter,
  } = props;
  const id = useId();
  const shared = {
    id,
    class: 'field-input',
    value,
    placeholder,
    'aria-describedby': `${id}-hint`,
    'aria-invalid': problem !== '',
  };
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      {rows === undefined ? (
        <input
          {...shared}
          {...(type === 'search' ? searching : writing)}
          autocomplete="off"
          onInput={(event) => onInput(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && onEnter?.()}
        />
      ) : (
        <textarea {...shared} rows={rows} onInput={(event) => onInput(event.currentTarget.value)} />
      )}
      <p id={`${id}-hint`} class={problem === '' ? 'field-hint' : 'field-problem'}>
        {problem || hint}
      </p>
    </div>
  );
}
