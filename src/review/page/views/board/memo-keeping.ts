/**
 * A memo while it is written: what the study holds, what is on its way, what stands in the field. One writing at a time
 * is on its way, so that a long time without a network leaves one text waiting and not hundreds.
 */
export type MemoState = {
  readonly held: string;
  readonly sending: string | undefined;
  readonly typed: string;
  /** What somebody else wrote meanwhile, until the coder says which one stays. */
  readonly theirs: string | undefined;
};

/** What was typed and is not on disk, and the memo that it was begun from. */
export type MemoDraft = { readonly base: string; readonly text: string };

/** Writing a memo ends it with a line feed, which nobody typed. */
const isSame = (one: string | undefined, other: string) => one?.trimEnd() === other.trimEnd();

export function openMemo(held: string, draft: MemoDraft | undefined): MemoState {
  const fresh = { held, sending: undefined, typed: held, theirs: undefined };
  if (draft === undefined || isSame(draft.text, held)) return fresh;
  if (isSame(draft.base, held)) return { ...fresh, typed: draft.text };
  return { ...fresh, held: draft.base, typed: draft.text, theirs: held };
}

export function typeMemo(state: MemoState, typed: string): MemoState {
  return { ...state, typed };
}

/** The text to write now; `undefined` where nothing changed, one is on its way, or two texts wait for a choice. */
export function dueText(state: MemoState): string | undefined {
  if (state.sending !== undefined || state.theirs !== undefined) return undefined;
  return state.typed === state.held ? undefined : state.typed;
}

export function sendMemo(state: MemoState): MemoState {
  return { ...state, sending: dueText(state) ?? state.sending };
}

export function memoArrived(state: MemoState): MemoState {
  if (state.sending === undefined) return state;
  const arrived = { ...state, held: state.sending, sending: undefined };
  // It was written over what it was begun from: another text was begun from this one, and goes over nothing.
  return state.typed === state.sending ? keepTheirs(arrived) : arrived;
}

export function memoRefused(state: MemoState): MemoState {
  return { ...state, sending: undefined };
}

/** Takes in what the study holds now; somebody else's text never goes over what was typed here. */
export function receiveMemo(state: MemoState, held: string): MemoState {
  if (isSame(state.held, held)) return state.theirs === undefined ? state : { ...state, theirs: undefined };
  if (isSame(state.sending, held)) return state;
  if (isSame(state.typed, held)) return { ...state, held, theirs: undefined };
  if (state.typed === state.held && state.sending === undefined)
    return { ...state, held, typed: held, theirs: undefined };
  return { ...state, theirs: held };
}

export function keepMine(state: MemoState): MemoState {
  return { ...state, held: state.theirs ?? state.held, theirs: undefined };
}

/** What was typed goes below what somebody else wrote, and is written. */
export function keepBoth(state: MemoState, joined: string): MemoState {
  return { ...keepMine(state), typed: joined };
}

export function keepTheirs(state: MemoState): MemoState {
  if (state.theirs === undefined) return state;
  return { held: state.theirs, sending: undefined, typed: state.theirs, theirs: undefined };
}

/** What is worth keeping in the browser in case the window goes; `undefined` where the study holds it. */
export function draftOf(state: MemoState): MemoDraft | undefined {
  return state.typed === state.held ? undefined : { base: state.held, text: state.typed };
}

/** The state in words, beside the field. */
export function tellMemo(state: MemoState, online: boolean): string {
  if (state.theirs !== undefined) return 'Changed elsewhere';
  if (state.typed === state.held && state.sending === undefined) return state.held === '' ? '' : 'Saved';
  return online ? 'Saving …' : 'Kept here until the connection is back';
}
