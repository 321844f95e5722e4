import type { Action } from '../../../../model/action.js';
import type { QueueItem } from '../../../messages/deciding.js';
import type { Verdict } from './passing.js';

/** What a verdict on a card does to the study, and whose proposal it answers. Another theme in its place is two decisions: not this one, that one. */
export function planVerdict(item: QueueItem, verdict: Verdict, instead: string): readonly Action[] {
  const { quote, suggestion, others } = item;
  const decide = (theme: string, applies: boolean): Extract<Action, { kind: 'decide' }> => {
    const proposedBy = [suggestion, ...others].find((each) => each.theme === theme)?.taggers ?? [];
    return {
      kind: 'decide',
      quote: quote.id,
      theme,
      applies,
      ...(proposedBy.length === 0 ? {} : { proposedBy: [...proposedBy] }),
    };
  };
  switch (verdict) {
    case 'accept':
      return [decide(suggestion.theme, true)];
    case 'contradict':
      return [{ ...decide(suggestion.theme, true), contradicts: true }];
    case 'reject':
      return [decide(suggestion.theme, false)];
    case 'other':
      return [decide(suggestion.theme, false), decide(instead, true)];
    case 'skip':
      return [];
  }
}

/** What takes a verdict back by name, whatever happened since. */
export function planReturn(item: QueueItem, verdict: Verdict, instead: string): readonly Action[] {
  const forget = (theme: string): Action => ({
    kind: 'decide',
    quote: item.quote.id,
    theme,
    applies: null,
  });
  if (verdict === 'skip') return [];
  return verdict === 'other'
    ? [forget(instead), forget(item.suggestion.theme)]
    : [forget(item.suggestion.theme)];
}
