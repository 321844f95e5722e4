import type { ComponentChildren, JSX } from 'preact';
import './button.css';

type Props = {
  readonly children: ComponentChildren;
  readonly onClick?: () => void;
  readonly tone?: 'plain' | 'strong' | 'quiet' | 'danger';
  /** The key that does the same, shown beside the words. */
  readonly shortcut?: string;
  readonly disabled?: boolean;
  /** Name for those who do not see it, where the words are a sign only. */
  readonly label?: string;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly type?: 'button' | 'submit';
};

export function Button(props: Props): JSX.Element {
  const { children, onClick, tone = 'plain', shortcut, disabled = false, label, pressed, expanded } = props;
  return (
    <button
      type={props.type ?? 'button'}
      class={`button button-${tone}`}
      disabled={disabled}
      {...(onClick === undefined ? {} : { onClick: () => onClick() })}
      {...(label === undefined ? {} : { 'aria-label': label, title: label })}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
    >
      {children}
      {shortcut !== undefined && (
        <span class="button-key" aria-hidden="true">
          {shortcut}
        </span>
      )}
    </button>
  );
}
