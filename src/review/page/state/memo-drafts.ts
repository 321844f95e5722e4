import { z } from 'zod';
import type { Action } from '../../../model/action.js';
import { keep, readKept } from './keep.js';
import { study } from './study.js';

const draftSchema = z.object({ base: z.string(), text: z.string() });
type MemoDraft = z.infer<typeof draftSchema>;

const nameDraft = (theme: string) => `memo.${study.peek()?.name ?? ''}.${study.peek()?.coder ?? ''}.${theme}`;

/** The draft of a theme's memo that this browser keeps. */
export function readMemoDraft(theme: string): MemoDraft | undefined {
  try {
    const draft = draftSchema.safeParse(JSON.parse(readKept(nameDraft(theme)) || 'null'));
    return draft.success ? draft.data : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a draft; `undefined` where the study holds what was typed. */
export function keepMemoDraft(theme: string, draft: MemoDraft | undefined): void {
  keep(nameDraft(theme), draft === undefined ? '' : JSON.stringify(draft));
}

/** Forgets the draft of a memo that was just chosen or thrown away, unless something else was typed since. */
export function forgetMemoDraft(action: Action): void {
  if (action.kind !== 'write-memo' || readMemoDraft(action.theme)?.text !== action.text) return;
  keepMemoDraft(action.theme, undefined);
}
