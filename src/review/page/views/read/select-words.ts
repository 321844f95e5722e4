import { snapSchema } from '../../../messages/reading.js';
import { announce } from '../../state/announce.js';
import { tell } from '../../state/ask.js';
import { whyNot } from '../../state/repair.js';
import type { Stretch } from './place-utterance.js';
import { type Draft, jumpTo, type Reading, type Selected } from './reading.js';
import { type Snapped, snapLocally } from './snap-locally.js';

type Choice = { readonly raw: Stretch; readonly source: Selected['source']; readonly across?: boolean };

/** What would be marked as far as this page can tell. */
function guess(reading: Reading, raw: Stretch): Snapped {
  if (whyNot.peek() !== '') return { span: null, cut: false, refused: whyNot.peek() };
  return snapLocally(reading.transcript.peek(), raw);
}

async function snap(reading: Reading, { raw, across = false }: Choice): Promise<Snapped> {
  if (whyNot.peek() !== '') return guess(reading, raw);
  const { id } = reading.transcript.peek();
  const answer = await tell(snapSchema, '/api/snap', { transcript: id, ...raw, across });
  return answer.ok ? answer.value : guess(reading, raw);
}

/** Selects, shows at once what would be marked as far as this page can tell, and then what the server says of it. */
export async function selectWords(reading: Reading, choice: Choice): Promise<void> {
  const { raw, source, across = false } = choice;
  reading.selected.value = { ...guess(reading, raw), raw, source, across };
  const snapped = await snap(reading, choice);
  const now = reading.selected.peek();
  const isCurrent = now?.raw.start === raw.start && now.raw.end === raw.end && now.across === across;
  if (isCurrent) reading.selected.value = { ...snapped, raw, source, across };
}

type Typed = Pick<Draft, 'themes' | 'note' | 'important'>;
const NOTHING: Typed = { themes: [], note: '', important: false };

/** Shows a draft of what was snapped, with what was typed in the panel so far; gives whether there is one. */
function showDraft(reading: Reading, { raw, across = false }: Choice, { span, cut }: Snapped): boolean {
  if (span === null) return false;
  const panel = reading.panel.peek();
  const { themes, note, important }: Typed = panel?.kind === 'mark' ? panel.draft : NOTHING;
  const draft: Draft = { span, raw, cut, across, themes, note, important, problem: '' };
  reading.panel.value = { kind: 'mark', draft };
  return true;
}

/**
 * Opens the panel in which a quote is marked, at once, so that the next key is its own; then puts right what of the
 * selection it holds. Says why where nothing of it can be marked.
 */
export async function beginMark(reading: Reading, choice: Choice): Promise<void> {
  const { raw, across = false } = choice;
  const isShown = showDraft(reading, choice, guess(reading, raw));
  if (isShown) jumpTo(reading, raw.start, true);
  const snapped = await snap(reading, choice);
  const panel = reading.panel.peek();
  const draft = panel?.kind === 'mark' ? panel.draft : undefined;
  const isCurrent = draft?.raw === raw && draft.across === across;
  if (isShown && !isCurrent) return;
  if (showDraft(reading, choice, snapped)) return;
  if (isCurrent) reading.panel.value = undefined;
  announce(snapped.refused);
}

/** Gives the selection up. */
export function clearSelection(reading: Reading): void {
  reading.selected.value = undefined;
  reading.caret.value = undefined;
  reading.voice.value = '';
}
