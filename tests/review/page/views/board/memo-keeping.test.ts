import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  draftOf,
  dueText,
  keepBoth,
  keepMine,
  keepTheirs,
  memoArrived,
  memoRefused,
  openMemo,
  receiveMemo,
  sendMemo,
  tellMemo,
  typeMemo,
} from '../../../../../src/review/page/views/board/memo-keeping.js';

const fresh = openMemo('old', undefined);

describe('a memo that is written', () => {
  it('is due once it was changed, and saved once it arrived', () => {
    expect(dueText(fresh)).toBeUndefined();
    const typed = typeMemo(fresh, 'new');
    expect(dueText(typed)).toBe('new');
    const sent = sendMemo(typed);
    expect(dueText(sent)).toBeUndefined();
    expect(tellMemo(sent, true)).toBe('Saving …');
    expect(tellMemo(sent, false)).toBe('Kept here until the connection is back');
    expect(tellMemo(memoArrived(sent), true)).toBe('Saved');
  });

  it('sends what was typed on the way in a second writing', () => {
    const more = typeMemo(sendMemo(typeMemo(fresh, 'one')), 'two');
    expect(dueText(more)).toBeUndefined();
    expect(dueText(memoArrived(more))).toBe('two');
  });

  it('is due again after it was refused', () => {
    expect(dueText(memoRefused(sendMemo(typeMemo(fresh, 'new'))))).toBe('new');
  });

  it('always ends with what was typed last, however typing and arrivals follow each other', () => {
    const steps = fc.array(fc.oneof(fc.string(), fc.constant(null)));
    fc.assert(
      fc.property(steps, (list) => {
        let state = fresh;
        for (const step of list) state = step === null ? memoArrived(sendMemo(state)) : typeMemo(state, step);
        const typed = state.typed;
        for (let round = 0; round < 2; round += 1) state = memoArrived(sendMemo(state));
        expect(state).toMatchObject({ held: typed, typed, sending: undefined });
      }),
    );
  });
});

describe('a memo that others write too', () => {
  it('follows them where nothing was typed here', () => {
    expect(receiveMemo(fresh, 'theirs')).toMatchObject({
      held: 'theirs',
      typed: 'theirs',
      theirs: undefined,
    });
  });

  it('never goes over what was typed here, and waits for a choice', () => {
    const both = receiveMemo(typeMemo(fresh, 'mine'), 'theirs');
    expect(both).toMatchObject({ typed: 'mine', theirs: 'theirs' });
    expect(dueText(both)).toBeUndefined();
    expect(tellMemo(both, true)).toBe('Changed elsewhere');
    expect(dueText(keepMine(both))).toBe('mine');
    expect(keepTheirs(both)).toMatchObject({ held: 'theirs', typed: 'theirs', theirs: undefined });
  });

  it('puts what was typed below theirs where both are kept', () => {
    const both = receiveMemo(typeMemo(fresh, 'mine'), 'theirs');
    const kept = keepBoth(both, 'theirs\n\nmine');
    expect(kept).toMatchObject({ held: 'theirs', theirs: undefined });
    expect(dueText(kept)).toBe('theirs\n\nmine');
  });

  it('takes no line feed at the end of a file for somebody else’s words', () => {
    const arrived = memoArrived(sendMemo(typeMemo(fresh, 'mine')));
    expect(receiveMemo(typeMemo(arrived, 'mine, longer'), 'mine\n').theirs).toBeUndefined();
    expect(openMemo('old\n', { base: 'old', text: 'mine' }).theirs).toBeUndefined();
  });

  it('follows them where they went on from what was written here', () => {
    const sent = sendMemo(typeMemo(fresh, 'mine'));
    const arrived = memoArrived(receiveMemo(sent, 'mine, and theirs'));
    expect(arrived).toMatchObject({ held: 'mine, and theirs', typed: 'mine, and theirs', theirs: undefined });
  });

  it('forgets theirs when they took it back', () => {
    const both = receiveMemo(typeMemo(fresh, 'mine'), 'theirs');
    expect(dueText(receiveMemo(both, 'old'))).toBe('mine');
  });

  it('does not take its own writing for somebody else’s', () => {
    const sent = sendMemo(typeMemo(fresh, 'mine'));
    expect(receiveMemo(sent, 'mine')).toBe(sent);
    expect(receiveMemo(typeMemo(fresh, 'same'), 'same').theirs).toBeUndefined();
  });
});

describe('a draft that a closed window left', () => {
  it('is taken up where the memo is as it was', () => {
    expect(dueText(openMemo('old', { base: 'old', text: 'mine' }))).toBe('mine');
  });

  it('is shown beside a memo that changed since, and forgotten where the study holds it', () => {
    expect(openMemo('other', { base: 'old', text: 'mine' })).toMatchObject({
      typed: 'mine',
      theirs: 'other',
    });
    expect(openMemo('mine', { base: 'old', text: 'mine' })).toEqual(openMemo('mine', undefined));
  });

  it('is kept as long as the study does not hold it', () => {
    const typed = typeMemo(fresh, 'new');
    expect(draftOf(sendMemo(typed))).toEqual({ base: 'old', text: 'new' });
    expect(draftOf(memoArrived(sendMemo(typed)))).toBeUndefined();
  });
});
