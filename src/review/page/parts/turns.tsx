import type { JSX } from 'preact';
import type { TurnView } from '../../messages/common.js';
import './turns.css';

type Props = { readonly turns: readonly TurnView[] /** Whose words need no name. */; readonly own: string };

/** The words of all turns, one after the other. */
export const joinTurns = (turns: readonly TurnView[]): string => turns.map(({ words }) => words).join('');

/** What was said around a quote: who asks, and who else speaks, is named before the words. */
export function Turns({ turns, own }: Props): JSX.Element {
  return (
    <>
      {turns.map(({ role, speaker, words }, place) => (
        <span key={place} class={`turn turn-${role}`}>
          {speaker !== own && speaker !== '' && words.trim() !== '' && (
            <span class="turn-speaker">{speaker}: </span>
          )}
          {words}
        </span>
      ))}
    </>
  );
}
