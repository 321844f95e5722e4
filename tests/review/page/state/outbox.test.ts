import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Delivery,
  type OutboxState,
  openOutbox,
  type Store,
  type WaitingAction,
} from '../../../../src/review/page/state/outbox.js';

const failure = (code: string) => ({ code, message: code, hint: '' });
const done: Delivery = { kind: 'done', value: { version: 1, told: 'Done', made: '' } };
const refused: Delivery = { kind: 'refused', failure: failure('no-such-quote') };
const clash: Delivery = { kind: 'clash', failure: failure('changed-meanwhile') };
const later: Delivery = { kind: 'later', failure: failure('unreachable') };

function makeAction(id: string): WaitingAction {
  return { id, study: 'S', coder: 'ana', action: { kind: 'undo' } };
}

function makeStore(kept: readonly WaitingAction[] = []): Store & { readonly read: () => readonly string[] } {
  let held = kept;
  return {
    load: () => held,
    save: (actions) => {
      held = actions;
    },
    read: () => held.map(({ id }) => id),
  };
}

/** An outbox, the server's answers in turn (the last one for good), and what was sent and told. */
function makeDesk(answers: readonly Delivery[], store = makeStore()) {
  const sent: string[] = [];
  const told: OutboxState[] = [];
  const aside: string[] = [];
  const outbox = openOutbox({
    store,
    send: async (action) => {
      sent.push(action.id);
      await Promise.resolve();
      return answers[Math.min(sent.length, answers.length) - 1] ?? done;
    },
    tell: (state) => told.push(state),
    keepAside: ({ id }) => {
      expect(store.read()).toContain(id);
      aside.push(id);
    },
    isOurs: ({ study }) => study === 'S',
  });
  return { outbox, store, sent, aside, last: () => told.at(-1) };
}

describe('the outbox', () => {
  it('keeps an action before it is sent and forgets it once it is acknowledged', async () => {
    const { outbox, store } = makeDesk([done]);
    const settled = outbox.add(makeAction('a'));
    expect(store.read()).toEqual(['a']);
    expect(await settled).toEqual({ ok: true, value: { version: 1, told: 'Done', made: '' } });
    expect(store.read()).toEqual([]);
  });

  it('keeps an action aside that clashes with what somebody wrote, before it forgets it, and goes on', async () => {
    const { outbox, store, sent, aside, last } = makeDesk([clash, done]);
    const [first, second] = await Promise.all([outbox.add(makeAction('a')), outbox.add(makeAction('b'))]);
    expect(first).toMatchObject({ ok: false, failure: { code: 'changed-meanwhile' } });
    expect(second).toMatchObject({ ok: true });
    expect([aside, sent, store.read(), last()?.held]).toEqual([['a'], ['a', 'b'], [], undefined]);
  });

  it('sends in the order in which things were done, one at a time, each once', async () => {
    const { outbox, sent } = makeDesk([done]);
    await Promise.all(['a', 'b', 'c', 'd'].map((id) => outbox.add(makeAction(id))));
    expect(sent).toEqual(['a', 'b', 'c', 'd']);
  });

  it('keeps the first in its place while the server is away, and sends nothing past it', async () => {
    const { outbox, sent, store, last } = makeDesk([later, later, done]);
    const settled = [outbox.add(makeAction('a')), outbox.add(makeAction('b'))];
    await new Promise((resolve) => setTimeout(resolve));
    expect(sent).toEqual(['a']);
    expect(store.read()).toEqual(['a', 'b']);
    expect(last()?.delay?.code).toBe('unreachable');
    await outbox.flush();
    await outbox.flush();
    await Promise.all(settled);
    expect(sent).toEqual(['a', 'a', 'a', 'b']);
    expect(last()?.delay).toBeUndefined();
  });

  it('goes on after a reload with what was kept, oldest first', async () => {
    const { outbox, sent, store } = makeDesk([done], makeStore([makeAction('old'), makeAction('older')]));
    const settled = outbox.add(makeAction('new'));
    await settled;
    expect(sent).toEqual(['old', 'older', 'new']);
    expect(store.read()).toEqual([]);
  });

  it('tells a refusal and goes on where nothing waited behind it', async () => {
    const { outbox, last } = makeDesk([refused, done]);
    expect(await outbox.add(makeAction('a'))).toEqual({ ok: false, failure: failure('no-such-quote') });
    expect(last()?.held).toBeUndefined();
    expect((await outbox.add(makeAction('b'))).ok).toBe(true);
  });

  it('stops what waits behind a refused action until somebody says to send it', async () => {
    const { outbox, sent, store, last } = makeDesk([refused, done]);
    const first = outbox.add(makeAction('a'));
    const second = outbox.add(makeAction('b'));
    expect((await first).ok).toBe(false);
    await outbox.flush();
    expect(sent).toEqual(['a']);
    expect(store.read()).toEqual(['b']);
    expect(last()?.held?.code).toBe('no-such-quote');
    await outbox.release();
    expect((await second).ok).toBe(true);
  });

  it('throws what waits away when told to, and says so to whoever waits for it', async () => {
    const { outbox, store, last } = makeDesk([later]);
    const settled = outbox.add(makeAction('a'));
    await new Promise((resolve) => setTimeout(resolve));
    outbox.discard();
    expect((await settled).ok).toBe(false);
    expect(store.read()).toEqual([]);
    expect(last()?.actions).toEqual([]);
  });

  it('leaves what waits for another study where it is, and does not let it stand in the way', async () => {
    const foreign = { ...makeAction('foreign'), study: 'T' };
    const { outbox, sent, store } = makeDesk([refused, done], makeStore([foreign]));
    expect((await outbox.add(makeAction('a'))).ok).toBe(false);
    expect((await outbox.add(makeAction('b'))).ok).toBe(true);
    outbox.discard();
    expect(sent).toEqual(['a', 'b']);
    expect(store.read()).toEqual(['foreign']);
  });

  it('brings every action to the server once and in order, however often it is away', async () => {
    const times = fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(times, async (absences) => {
        const answers = absences.flatMap((count) => [...new Array<Delivery>(count).fill(later), done]);
        const { outbox, sent } = makeDesk(answers);
        const settled = absences.map((_, place) => outbox.add(makeAction(`a${place}`)));
        for (let turn = 0; turn <= answers.length; turn += 1) {
          await new Promise((resolve) => setTimeout(resolve));
          await outbox.flush();
        }
        await Promise.all(settled);
        const taken = sent.filter((_, place) => answers[Math.min(place, answers.length - 1)] === done);
        expect(taken).toEqual(absences.map((_, place) => `a${place}`));
      }),
      { numRuns: 30 },
    );
  });
});
