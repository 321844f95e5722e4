import { describe, expect, it } from 'vitest';
import type { Action } from '../../../src/model/action.js';
import type { HistoryEntry } from '../../../src/model/history.js';
import { describeEntry } from '../../../src/pipeline/reviewing/describe-entry.js';
import { planAction } from '../../../src/pipeline/reviewing/plan-action.js';
import { careless, old, reviewed } from './build-reviewed.js';

const at = '2026-04-02T09:14:20Z';

function enter(action: Action, rest: Partial<HistoryEntry> = {}): HistoryEntry {
  const changes = [...planAction(reviewed, [], { action, coder: 'ana', at })];
  return { id: 'e', at, by: 'ana', action, changes, ...rest };
}

const tell = (action: Action) => describeEntry(enter(action), reviewed);

describe('describeEntry', () => {
  it('says in a few words what was done, by participant and theme', () => {
    const about = { quote: old.id, theme: 'care' };
    const told: readonly (readonly [Action, string])[] = [
      [{ kind: 'decide', ...about, applies: true }, 'Accepted for a quote of P01: “Care”'],
      [{ kind: 'decide', ...about, applies: false }, 'Rejected for a quote of P01: “Care”'],
      [{ kind: 'resolve', ...about, applies: true }, 'Settled “Care” for a quote of P01'],
      [{ kind: 'unmark', quote: old.id, others: true }, 'Took a quote of P01 away'],
      [{ kind: 'edit-quote', quote: old.id, important: true }, 'Marked as important a quote of P01'],
      [{ kind: 'write-memo', theme: 'care', text: 'Words.' }, 'Wrote the memo of “Care”'],
      [{ kind: 'order-quotes', theme: 'care', quotes: [careless.id] }, 'Ordered the quotes of “Care”'],
      [{ kind: 'merge-themes', from: 'lamp', into: 'light' }, 'Merged “Lamp” into “Light”'],
      [{ kind: 'edit-theme', theme: 'care', fields: { include: 'Work.' } }, 'Edited the theme “Care”'],
      [
        { kind: 'edit-theme', theme: 'care', fields: { label: 'Concern' } },
        'Renamed the theme “Care” to “Concern”',
      ],
    ];
    for (const [action, words] of told) expect(tell(action)).toBe(words);
  });

  it('names what is gone by what the entry knows of it', () => {
    const entry = enter({ kind: 'merge-themes', from: 'lamp', into: 'light' });
    const { taxonomy } = reviewed;
    const themes = taxonomy.themes.filter(({ id }) => id !== 'lamp');
    expect(describeEntry(entry, { ...reviewed, taxonomy: { ...taxonomy, themes } })).toBe(
      'Merged “Lamp” into “Light”',
    );
    const unmarked = enter({ kind: 'unmark', quote: old.id, others: true });
    expect(describeEntry(unmarked, { ...reviewed, quotes: [] })).toBe('Took a quote of P01 away');
  });

  it('says of an undo what it took back, and of what changed nothing that it did', () => {
    const done = enter({ kind: 'write-memo', theme: 'care', text: 'Words.' });
    const undo: HistoryEntry = { ...done, id: 'u', of: 'e', action: { kind: 'undo' } };
    expect(describeEntry(undo, reviewed, [done])).toBe('Took back: wrote the memo of “Care”');
    expect(describeEntry(undo, reviewed)).toBe('Took back the last thing');
    expect(describeEntry({ ...done, changes: [] }, reviewed)).toBe('Changed nothing: it was so already');
  });

  it('holds no words of a participant', () => {
    const note = 'Nobody cares any more';
    expect(tell({ kind: 'edit-quote', quote: old.id, note })).not.toContain(note);
    expect(tell({ kind: 'write-memo', theme: 'care', text: note })).not.toContain(note);
  });
});
