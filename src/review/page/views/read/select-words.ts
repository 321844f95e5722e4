import { snapSchema } from '../../../messages/reading.js';
import { announce } from '../../state/announce.js';
import { tell } from '../../state/ask.js';
import type { Stretch } from './place-utterance.js';
import type { Draft, Reading, Selected } from './reading.js';
import { type Snapped, snapLocally } from './snap-locally.js';

type Choice = { readonly raw: Stretch; readonly source: Selected['source']; readonly across?: boolean };

async function snap(reading: Reading, { raw, across = false }: Choice): Promise<Snapped> {
  const { id } = reading.transcript.peek();
  const answer = await tell(snapSchema, '/api/snap', { transcript: id, ...raw, across });
  return answer.ok ? answer.value : snapLocally(reading.transcript.peek(), raw);
}

/** Selects, shows at once what would be marked as far as this page can tell, and then what the server says of it. */
export async function selectWords(reading: Reading, choice: Choice): Promise<void> {
  const { raw, source, across = false } = choice;
  const guess = snapLocally(reading.transcript.peek(), raw);
  reading.selected.value = { ...guess, raw, source, across };
  const snapped = await snap(reading, choice);
  const now = reading.selected.peek();
  const isCurrent = now?.raw.start === raw.start && now.raw.end === raw.end && now.across === across;
  if (isCurrent) reading.selected.value = { ...snapped, raw, source, across };
}

/** Opens the panel in which a quote is marked; says why where nothing of it can be marked. */
export async function beginMark(reading: Reading, choice: Choice): Promise<void> {
  const { raw, across = false } = choice;
  const { span, cut, refused } = await snap(reading, choice);
  if (span === null) {
    announce(refused);
    return;
  }
  const kept = reading.panel.peek();
  const typed = kept?.kind === 'mark' ? kept.draft : { themes: [], note: '', important: false };
  const { themes, note, important } = typed;
  const draft: Draft = { span, raw, cut, across, themes, note, important, problem: '' };
  reading.panel.value = { kind: 'mark', draft };
}

/** Gives the selection up. */
export function clearSelection(reading: Reading): void {
  reading.selected.value = undefined;
  reading.caret.value = undefined;
  reading.voice.value = '';
}
