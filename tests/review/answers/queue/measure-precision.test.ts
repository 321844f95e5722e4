import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../../src/model/decision.js';
import type { HistoryEntry } from '../../../../src/model/history.js';
import type { Desk } from '../../../../src/review/answers/desk.js';
import { answerQueue } from '../../../../src/review/answers/queue.js';
import { changeStudy, makeAll, openSample } from '../make-desk.js';

const sample = makeAll(openSample());
const AT = '2026-07-01T09:00:00Z';
const open = sample.reading.study.quotes
  .map(({ id }) => id)
  .filter((id) => !sample.reading.study.decisions.some(({ quoteId }) => quoteId === id));

type Answer = { readonly quote: string; readonly applies: boolean; readonly coder?: string };

const said = (applies: boolean) => ({ applies, at: AT });

/** An answer to a card on which two taggers proposed the theme. */
function answer(id: string, { quote, applies, coder = 'ana' }: Answer): HistoryEntry {
  const proposedBy = ['learned', 'keyword'];
  return {
    id,
    at: AT,
    by: coder,
    action: { kind: 'decide', quote, theme: 'fear', applies, proposedBy },
    changes: [{ kind: 'decision', coder, quote, theme: 'fear', before: null, after: said(applies) }],
  };
}

/** Takes an entry back, or does it again. */
function turn(id: string, entry: HistoryEntry, kind: 'undo' | 'redo'): HistoryEntry {
  const changes = entry.changes.flatMap((change) =>
    change.kind === 'decision'
      ? [kind === 'undo' ? { ...change, before: change.after, after: change.before } : change]
      : [],
  );
  return { id, at: AT, by: entry.by, action: { kind }, of: entry.id, changes };
}

const decided = ({ quote, applies, coder = 'ana' }: Answer): Decision => ({
  quoteId: quote,
  themeId: 'fear',
  coder,
  applies,
  decidedAt: AT,
});

/** The sample as it is with a record and the decisions that stand by now. */
function layDesk(history: readonly HistoryEntry[], standing: readonly Answer[]): Desk {
  const decisions = [...sample.reading.study.decisions, ...standing.map(decided)];
  return { ...changeStudy(sample, { decisions }), history };
}

const measure = (desk: Desk, blind = false) => answerQueue(desk, { coder: 'ana', blind }).precision;

const [q1 = '', q2 = '', q3 = '', q4 = ''] = open;
const given = [
  { quote: q1, applies: false },
  { quote: q2, applies: true },
  { quote: q3, applies: true, coder: 'ben' },
  { quote: q4, applies: true },
];
const entries = given.map((each, i) => answer(`${i}`, each));

describe('precision so far', () => {
  it('is counted from the record, of each theme and every tagger that proposed it, with the interval of Wilson', () => {
    const { precisionBasis, precision } = answerQueue(layDesk(entries, given), { coder: 'ana' });
    expect(precision.map(({ theme, tagger }) => [theme, tagger])).toEqual([
      ['fear', 'learned'],
      ['fear', 'keyword'],
    ]);
    for (const share of precision) {
      expect(share).toMatchObject({ accepted: 3, of: 4 });
      // Wilson's interval of 3 in 4 at 95 % is 0.301 to 0.954.
      expect(share.interval[0]).toBeCloseTo(0.301, 3);
      expect(share.interval[1]).toBeCloseTo(0.954, 3);
    }
    expect(precisionBasis).toMatch(/after it was seen/u);
  });

  it('counts nothing that was decided without a card', () => {
    const bare = entries.map((entry) =>
      entry.action.kind === 'decide'
        ? {
            ...entry,
            action: { kind: 'decide' as const, quote: entry.action.quote, theme: 'fear', applies: true },
          }
        : entry,
    );
    expect(measure(layDesk(bare, given))).toEqual([]);
    expect(measure(layDesk([], given))).toEqual([]);
  });

  it('leaves out what was undone, and counts what was done again', () => {
    const [first] = entries;
    if (first === undefined) throw new Error('nothing was answered');
    const undone = [...entries, turn('u', first, 'undo')];
    expect(measure(layDesk(undone, given.slice(1)))[0]).toMatchObject({ accepted: 3, of: 3 });
    expect(measure(layDesk([...undone, turn('r', first, 'redo')], given))[0]).toMatchObject({
      accepted: 3,
      of: 4,
    });
    // Said later without a card, it is no answer to the one that was taken back.
    expect(measure(layDesk(undone, given))[0]).toMatchObject({ accepted: 3, of: 3 });
  });

  it('goes by what is said by now, and waits where coders see it differently', () => {
    const turned = given.map((each, i) => (i === 0 ? { ...each, applies: true } : each));
    expect(measure(layDesk(entries, turned))[0]).toMatchObject({ accepted: 4, of: 4 });
    const disputed = [...given, { quote: q2, applies: false, coder: 'ben' }];
    expect(measure(layDesk(entries, disputed))[0]).toMatchObject({ accepted: 2, of: 3 });
  });

  it('counts in blind mode what the coder alone answered, as the coder alone sees it', () => {
    const disputed = [...given, { quote: q2, applies: false, coder: 'ben' }];
    expect(measure(layDesk(entries, disputed), true)[0]).toMatchObject({ accepted: 2, of: 3 });
  });
});
