import type { JSX } from 'preact';
import type { ThemeView } from '../../messages/study.js';
import './theme-rules.css';

/** What belongs to a theme and what does not, where the taxonomy says it. */
export function ThemeRules({ theme }: { readonly theme: ThemeView }): JSX.Element {
  const isSilent = [theme.description, theme.include, theme.exclude].every((text) => text === '');
  return (
    <div class="theme-rules">
      {theme.description !== '' && <p>{theme.description}</p>}
      {theme.include !== '' && (
        <p>
          <b class="theme-rules-in">Include</b> {theme.include}
        </p>
      )}
      {theme.exclude !== '' && (
        <p>
          <b class="theme-rules-out">Leave out</b> {theme.exclude}
        </p>
      )}
      {isSilent && <p class="theme-rules-none">No rules are written for this theme yet.</p>}
      {theme.examples[0] !== undefined && (
        <p class="theme-rules-example">
          <q>{theme.examples[0]}</q>
        </p>
      )}
    </div>
  );
}
